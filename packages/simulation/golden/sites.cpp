// A network whose sites are given, simulated as literally as it is described; shares nothing with the package that it checks.
//
//   g++ -O2 -std=c++17 -o sites sites.cpp && ./sites > sites.json
//
// Sites stand in the plane. Users and targets are in a region, a polygon. In each drop every site whose Voronoi cell has a part in the region has K users and J targets,
// independent and uniform in that part. A user asks the L - 1 sites nearest to it but the one that serves it, a target's site asks, once for the target, the Q - 1 sites
// nearest to itself. A site grants a uniformly random M - K of the requests that it gets, if they are more. It draws the Rayleigh channels of its K users and of what it
// granted, and forms K beams: each the part of its user's channel that is orthogonal to all other channels, with unit norm. Every site transmits; a receiver is interfered
// with by all sites but its own and those that granted its request, each through a Rayleigh channel of its own. A user receives |h^H w|^2 r^-alpha of its beam; a target's
// echo is sum |a^H w|^2 c d^-(2 beta), and is received where its site stands. Equal powers of all beams cancel; there is no noise. Rates are E ln(1 + SIR), in nats.
#include <algorithm>
#include <cmath>
#include <complex>
#include <cstdint>
#include <cstdio>
#include <vector>

using namespace std;
typedef complex<double> C;

// xoshiro256+, seeded by splitmix64.
static uint64_t st[4];
static uint64_t rotl(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
static void seed(uint64_t z) {
  for (int i = 0; i < 4; i++) {
    z += 0x9e3779b97f4a7c15ULL;
    uint64_t y = z;
    y = (y ^ (y >> 30)) * 0xbf58476d1ce4e5b9ULL;
    y = (y ^ (y >> 27)) * 0x94d049bb133111ebULL;
    st[i] = y ^ (y >> 31);
  }
}
static uint64_t next64() {
  uint64_t r = st[0] + st[3], t = st[1] << 17;
  st[2] ^= st[0]; st[3] ^= st[1]; st[1] ^= st[2]; st[0] ^= st[3]; st[2] ^= t; st[3] = rotl(st[3], 45);
  return r;
}
static double uni() { return ((next64() >> 11) + 0.5) * (1.0 / 9007199254740992.0); }
// CN(0, 1): real and imaginary part of variance 1/2.
static C cn() {
  double r = sqrt(-log(uni())), a = 2 * M_PI * uni();
  return C(r * cos(a), r * sin(a));
}

struct Setting { const char *name; int M, K, L, J, Q; double alpha, beta, echo; int drops; bool box; };

static vector<double> X, Y;             // sites, in metres
static vector<double> PX, PY;           // corners of the region, in metres

static bool inside(double x, double y) {
  bool in = false;
  for (size_t k = 0, l = PX.size() - 1; k < PX.size(); l = k++)
    if ((PY[l] > y) != (PY[k] > y) && x < (PX[k] - PX[l]) * (y - PY[l]) / (PY[k] - PY[l]) + PX[l]) in = !in;
  return in;
}
static int nearest(double x, double y) {
  int best = 0; double d = 1e300;
  for (size_t i = 0; i < X.size(); i++) {
    double q = (X[i] - x) * (X[i] - x) + (Y[i] - y) * (Y[i] - y);
    if (q < d) { d = q; best = i; }
  }
  return best;
}
static vector<int> order(double x, double y, int n, int without) {
  vector<pair<double, int>> all;
  for (int i = 0; i < (int)X.size(); i++)
    if (i != without) all.push_back({(X[i] - x) * (X[i] - x) + (Y[i] - y) * (Y[i] - y), i});
  n = min(n, (int)all.size());
  partial_sort(all.begin(), all.begin() + n, all.end());
  vector<int> r;
  for (int i = 0; i < n; i++) r.push_back(all[i].second);
  return r;
}

static void simulate(const Setting &s, bool last) {
  int n = X.size(), M = s.M, K = s.K, J = s.J;
  double left = 1e300, right = -1e300, bottom = 1e300, top = -1e300;
  for (size_t k = 0; k < PX.size(); k++) {
    left = min(left, PX[k]); right = max(right, PX[k]); bottom = min(bottom, PY[k]); top = max(top, PY[k]);
  }
  // Areas and boxes of the cells, from points all over the region.
  vector<double> count(n), bl(n, 1e300), br(n, -1e300), bb(n, 1e300), bt(n, -1e300);
  long tried = 4000000, hit = 0;
  for (long i = 0; i < tried; i++) {
    double x = left + (right - left) * uni(), y = bottom + (top - bottom) * uni();
    if (!inside(x, y)) continue;
    hit++;
    int b = nearest(x, y);
    count[b]++; bl[b] = min(bl[b], x); br[b] = max(br[b], x); bb[b] = min(bb[b], y); bt[b] = max(bt[b], y);
  }
  double boxArea = (right - left) * (top - bottom) / 1e6, margin = 0.01 * max(right - left, top - bottom);
  vector<double> S1(n), S2(n), T1(n), T2(n), req(n), abn(n);
  vector<vector<int>> around(n);
  for (int b = 0; b < n; b++) around[b] = order(X[b], Y[b], s.Q - 1, b);
  struct Ask { int site; bool granted; };
  for (int drop = 0; drop < s.drops; drop++) {
    vector<vector<pair<double, double>>> users(n), targets(n);
    for (int b = 0; b < n; b++) {
      if (count[b] == 0) continue;
      while ((int)users[b].size() + (int)targets[b].size() < K + J) {
        double x = bl[b] - margin + (br[b] - bl[b] + 2 * margin) * uni(), y = bb[b] - margin + (bt[b] - bb[b] + 2 * margin) * uni();
        if (!inside(x, y) || nearest(x, y) != b) continue;
        if ((int)users[b].size() < K) users[b].push_back({x, y}); else targets[b].push_back({x, y});
      }
    }
    // All requests, then which of them are granted.
    vector<vector<vector<Ask>>> ua(n), ta(n);
    vector<vector<Ask *>> got(n);
    for (int b = 0; b < n; b++) {
      ua[b].resize(users[b].size()); ta[b].resize(targets[b].size());
      for (size_t u = 0; u < users[b].size(); u++)
        for (int q : order(users[b][u].first, users[b][u].second, s.L - 1, b)) ua[b][u].push_back({q, false});
      for (size_t t = 0; t < targets[b].size(); t++)
        for (int q : around[b]) ta[b][t].push_back({q, false});
    }
    for (int b = 0; b < n; b++) {
      for (auto &v : ua[b]) for (auto &a : v) got[a.site].push_back(&a);
      for (auto &v : ta[b]) for (auto &a : v) got[a.site].push_back(&a);
    }
    vector<vector<C>> beams(n);   // K beams of M entries
    vector<vector<C>> own(n);     // channels of the users
    for (int b = 0; b < n; b++) {
      for (int i = (int)got[b].size() - 1; i > 0; i--) swap(got[b][i], got[b][(int)(uni() * (i + 1))]);
      int granted = min((int)got[b].size(), M - K);
      for (int i = 0; i < granted; i++) got[b][i]->granted = true;
      req[b] += got[b].size(); abn[b] += got[b].size() - granted;
      int N = K + granted;
      vector<C> H(M * N);
      for (auto &h : H) h = cn();
      own[b].assign(H.begin(), H.begin() + M * K);
      beams[b].resize(M * K);
      for (int k = 0; k < K; k++) {
        // Orthonormal columns of all other channels, then what they leave of this one, twice for accuracy.
        vector<C> B;
        for (int c = 0; c < N; c++) {
          if (c == k) continue;
          vector<C> v(H.begin() + M * c, H.begin() + M * (c + 1));
          for (int twice = 0; twice < 2; twice++)
            for (size_t q = 0; q + M <= B.size(); q += M) {
              C p = 0; for (int m = 0; m < M; m++) p += conj(B[q + m]) * v[m];
              for (int m = 0; m < M; m++) v[m] -= p * B[q + m];
            }
          double norm = 0; for (auto &z : v) norm += std::norm(z);
          norm = sqrt(norm); for (auto &z : v) B.push_back(z / norm);
        }
        vector<C> v(H.begin() + M * k, H.begin() + M * (k + 1));
        for (int twice = 0; twice < 2; twice++)
          for (size_t q = 0; q + M <= B.size(); q += M) {
            C p = 0; for (int m = 0; m < M; m++) p += conj(B[q + m]) * v[m];
            for (int m = 0; m < M; m++) v[m] -= p * B[q + m];
          }
        double norm = 0; for (auto &z : v) norm += std::norm(z);
        norm = sqrt(norm); for (int m = 0; m < M; m++) beams[b][M * k + m] = v[m] / norm;
      }
    }
    auto interference = [&](double x, double y, int b, const vector<Ask> &asked) {
      double sum = 0;
      for (int q = 0; q < n; q++) {
        if (q == b) continue;
        bool nulls = false;
        for (auto &a : asked) if (a.site == q && a.granted) nulls = true;
        if (nulls) continue;
        vector<C> h(M); for (auto &z : h) z = cn();
        double gain = 0;
        for (int k = 0; k < K; k++) { C p = 0; for (int m = 0; m < M; m++) p += conj(h[m]) * beams[q][M * k + m]; gain += norm(p); }
        sum += gain * pow(hypot(X[q] - x, Y[q] - y) / 1000, -s.alpha);
      }
      return sum;
    };
    // One user and one target of each cell: the others are there for their requests.
    for (int b = 0; b < n; b++) {
      if (count[b] == 0) continue;
      double x = users[b][0].first, y = users[b][0].second;
      C p = 0; for (int m = 0; m < M; m++) p += conj(own[b][m]) * beams[b][m];
      double rate = log1p(norm(p) * pow(hypot(X[b] - x, Y[b] - y) / 1000, -s.alpha) / interference(x, y, b, ua[b][0]));
      S1[b] += rate; S2[b] += rate * rate;
      x = targets[b][0].first; y = targets[b][0].second;
      double angle = atan2(y - Y[b], x - X[b]), gain = 0;
      for (int k = 0; k < K; k++) {
        C q = 0; for (int m = 0; m < M; m++) q += conj(polar(1.0, M_PI * m * cos(angle))) * beams[b][M * k + m];
        gain += norm(q);
      }
      rate = log1p(gain * s.echo * pow(hypot(X[b] - x, Y[b] - y) / 1000, -2 * s.beta) / interference(X[b], Y[b], b, ta[b][0]));
      T1[b] += rate; T2[b] += rate * rate;
    }
  }
  printf(" {\"name\": \"%s\", \"M\": %d, \"K\": %d, \"L\": %d, \"J\": %d, \"Q\": %d, \"alpha\": %g, \"beta\": %g, \"echo\": %g, \"drops\": %d,\n  \"region\": [",
         s.name, M, K, s.L, J, s.Q, s.alpha, s.beta, s.echo, s.drops);
  for (size_t k = 0; k < PX.size(); k++) printf("%s[%g, %g]", k ? ", " : "", PX[k], PY[k]);
  printf("],\n  \"regionArea\": %.6g,\n  \"sites\": [\n", boxArea * hit / tried);
  for (int b = 0; b < n; b++) {
    double d = s.drops, rc = S1[b] / d, rs = T1[b] / d;
    printf("   {\"x\": %.2f, \"y\": %.2f, \"area\": %.6g, \"areaError\": %.2g, \"requests\": %.6g, \"abandoned\": %.6g, \"rate\": %.6g, \"rateError\": %.2g, \"sensing\": %.6g, \"sensingError\": %.2g}%s\n",
           X[b], Y[b], boxArea * count[b] / tried, boxArea * sqrt(count[b] * (1 - count[b] / tried)) / tried, req[b] / d, abn[b] / d,
           rc, sqrt(max(0.0, S2[b] / d - rc * rc) / d), rs, sqrt(max(0.0, T2[b] / d - rs * rs) / d), b + 1 < n ? "," : "");
  }
  printf("  ]}%s\n", last ? "" : ",");
  fflush(stdout);
}

int main() {
  // 80 sites in 10 km by 8 km, denser in the middle; hundredths of a metre, so that a file has them exactly.
  seed(20260227);
  while (X.size() < 80) {
    double u = uni(), v = uni();
    double x = 10000 * (X.size() % 3 ? u : 0.5 + 0.35 * (u - 0.5)), y = 8000 * (X.size() % 3 ? v : 0.5 + 0.35 * (v - 0.5));
    x = round(100 * x) / 100; y = round(100 * y) / 100;
    bool apart = true;
    for (size_t i = 0; i < X.size(); i++) if (hypot(X[i] - x, Y[i] - y) < 120) apart = false;
    if (apart) { X.push_back(x); Y.push_back(y); }
  }
  printf("[\n");
  double l = *min_element(X.begin(), X.end()), r = *max_element(X.begin(), X.end()), b = *min_element(Y.begin(), Y.end()), t = *max_element(Y.begin(), Y.end());
  PX = {l, r, r, l}; PY = {b, b, t, t};
  simulate({"box", 12, 3, 2, 2, 2, 4, 2, 1, 14000, true}, false);
  // A polygon that isn't convex: some sites are outside, some cells are empty or in pieces.
  PX = {1000, 9000, 9000, 6000, 5200, 2500, 1000}; PY = {1200, 500, 7000, 7200, 3600, 7400, 5000};
  simulate({"polygon, overloaded", 8, 3, 3, 3, 3, 3.5, 1.8, 1.5, 14000, false}, false);
  // Three on a line.
  X = {1000, 3000, 6000}; Y = {1000, 1000, 1000}; PX = {0, 7000, 7000, 0}; PY = {0, 0, 2000, 2000};
  simulate({"collinear", 6, 2, 2, 1, 1, 4, 2, 1, 200000, false}, true);
  printf("]\n");
}
