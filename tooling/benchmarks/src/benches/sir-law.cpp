// P(SIR > θ) of a user by power series of positive terms, written plainly: what the TypeScript is timed beside.
// Usage: sir-law D K L alpha threshold… prints the coverage at each threshold and the median time of a point in µs.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

using Series = std::vector<double>;

// The continued fraction of the incomplete beta function (DLMF 8.17.22) by Lentz's method.
static double betaFraction(double a, double b, double x) {
  const double tiny = 1e-300;
  auto guarded = [&](double v) { return std::fabs(v) < tiny ? tiny : v; };
  double c = 1, d = 1 / guarded(1 - (a + b) * x / (a + 1)), value = d;
  for (int m = 1; m < 4000; m++) {
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guarded(1 + even * d);
    c = guarded(1 + even / c);
    value *= c * d;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guarded(1 + odd * d);
    c = guarded(1 + odd / c);
    value *= c * d;
    if (std::fabs(c * d - 1) < 3e-16) break;
  }
  return value;
}

// F(x(1−w)) = f_0 − Σ f_k w^k for F(x) = ₂F₁(−δ, K; 1−δ; −x), by a downward recursion of positive terms.
static void interference(double x, double K, double delta, int n, Series &f) {
  const double q = x / (1 + x), y = 1 / (1 + x), top = std::exp(-K * std::log1p(x));
  const double a = n - delta, b = K + delta;
  double t = q < (a + 1) / (a + b + 2)
                 ? top * betaFraction(a, b, q) / a
                 : std::exp(std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b) + a * std::log1p(1 / x) + delta * std::log1p(x)) -
                       top * betaFraction(b, a, y) / b;
  f[n] = t;
  for (int j = n - 1; j >= 1; j--) f[j] = t = ((K + j) * q * t + top) / (j - delta);
  f[0] = top + K * q * t;
  double binomial = delta * K * q;
  for (int k = 1; k <= n; k++) {
    f[k] *= binomial;
    binomial *= q * (K + k) / (k + 1);
  }
}

// h = f^(−L), Miller's recursion.
static void inversePower(const Series &f, int L, int n, Series &h, Series &plain, Series &weighted) {
  h[0] = std::pow(f[0], -L);
  for (int j = 1; j <= n; j++) {
    plain[n - j] = f[j] / f[0];
    weighted[n - j] = (L - 1) * j * f[j] / f[0];
  }
  for (int k = 1; k <= n; k++) {
    double s = 0, w = 0;
    const double *p = &plain[n - k], *m = &weighted[n - k];
    for (int i = 0; i < k; i++) {
      s += p[i] * h[i];
      w += m[i] * h[i];
    }
    h[k] = s + w / k;
  }
}

static double coverage(int D, double K, int L, double alpha, double theta) {
  static Series f, h, plain, weighted;
  const int n = std::max(1, D - 1);
  f.assign(n + 1, 0);
  h.assign(n + 1, 0);
  plain.assign(n + 1, 0);
  weighted.assign(n + 1, 0);
  auto terms = [&](double x) {
    interference(x, K, 2 / alpha, n, f);
    inversePower(f, L, n, h, plain, weighted);
    double sum = 0;
    for (int k = 0; k < D; k++) sum += h[k];
    return sum;
  };
  if (L == 1) return terms(theta);
  // u = (r_1/r_L)², ln(u/(1−u)) = s_0 + A sinh(τ/A): the trapezoidal rule resolves u ~ 1 and u ~ θ^(−δ).
  const double s1 = -2 / alpha * std::log1p(theta), s0 = s1 / 2, A = std::max(2.0, std::fabs(s1) / 2 + 1), step = 0.12;
  const double first = A * std::asinh((s1 - 30 - s0) / A), last = A * std::asinh((30.0 / (L - 1) + 1 - s0) / A);
  double sum = 0;
  for (double tau = first; tau <= last; tau += step) {
    const double s = s0 + A * std::sinh(tau / A), u = 1 / (1 + std::exp(-s)), rest = 1 / (1 + std::exp(s));
    sum += step * std::cosh(tau / A) * u * rest * (L - 1) * std::pow(rest, L - 2) * terms(theta * std::pow(u, alpha / 2));
  }
  return sum;
}

int main(int count, char **words) {
  const int D = std::atoi(words[1]), L = std::atoi(words[3]);
  const double K = std::atof(words[2]), alpha = std::atof(words[4]);
  for (int i = 5; i < count; i++) {
    const double theta = std::atof(words[i]);
    using clock = std::chrono::steady_clock;
    double value = 0;
    auto time = [&](long calls) {
      const auto start = clock::now();
      for (long c = 0; c < calls; c++) value = coverage(D, K, L, alpha, theta);
      return std::chrono::duration<double, std::micro>(clock::now() - start).count() / calls;
    };
    long calls = 1;
    while (time(calls) * calls < 20000) calls *= 2;
    std::vector<double> times;
    for (int r = 0; r < 15; r++) times.push_back(time(calls));
    std::sort(times.begin(), times.end());
    std::printf("%.15g %.6g\n", value, times[7]);
  }
}
