// Monte Carlo of a cellular network of given sites, every channel and every beam drawn as they are.
//
//   g++ -O3 -march=native -fcx-limited-range -fno-math-errno -std=c++17 -I/usr/include/eigen3 -o sites sites.cpp
//   ./sites CASE.json DROPS SEED [short] > RESULT.json
//
// CASE.json has the inputs (a RESULT.json has them too and may be given again): M, K, L, J, Q, alpha, beta, echo,
// region (a simple polygon, metres, need not be convex) and sites (x and y, metres).
//
// The network. Sites stand where the file says, nothing lies beyond them, and there is no torus. A site whose Voronoi
// cell meets the region serves K users and senses J targets, each uniform in cell ∩ region; another site has neither, but
// transmits like the rest (to K users of its own that are not looked at). A user's cluster is its L nearest sites: it asks
// the L-1 that don't serve it to null. A target's site asks, once for each target, the Q-1 sites nearest to itself. A site
// grants at most M-K requests: of more, a uniformly random subset of M-K.
// Beams. Each site has M antennas and draws H, M x (K + granted): the channels of its own users and of the requests it
// granted, all CN(0, 1) and independent. W = H (H^H H)^-1, the first K columns scaled to unit norm, equal powers.
// Communication. SIR = |h^H w_own|^2 r^-alpha / sum_q sum_k |h_q^H w_qk|^2 r_q^-alpha over the sites q other than the own one
// that did not grant the user's request, each h_q a fresh CN(0, I) vector. (Own streams of other users are nulled.)
// Sensing. SIR = echo * sum_k |a^H w_k|^2 d^(-2 beta) / sum_q sum_k |h_q^H w_qk|^2 D_q^-alpha, d from the site to the target,
// D_q between the two sites, a = (1, e^(i pi cos t), ..., e^(i pi (M-1) cos t)) with t the angle from the x axis, h_q the channel from
// q through the target's receive filter (unit norm, thus CN(0, I)), sites q that granted this target's request left out.
// Distances in kilometres (which matters for sensing where alpha is not 2 beta). Rates are means of ln(1 + SIR).
// With `short` the K numbers W^H h of an interferer are drawn at once, not through the M of h: h is fresh and independent of W, so that
// they are CN(0, W^H W), and with W^H W = T T^H equal in law to T g. Nothing else differs; it is several times as fast.
// Errors are standard errors over drops, which are independent.
#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>
using C = std::complex<double>;
using Mat = Eigen::MatrixXcd;
using Vec = Eigen::VectorXcd;
struct P { double x, y; };

std::mt19937_64 engine;
double uniform() { return ((engine() >> 11) + 0.5) * 0x1p-53; }
C gauss() {  // CN(0, 1): |.|^2 exponential with mean 1, by the polar method
  double a, b, s;
  do { a = 2 * uniform() - 1; b = 2 * uniform() - 1; s = a * a + b * b; } while (s >= 1 || s == 0);
  double f = std::sqrt(-std::log(s) / s);
  return {a * f, b * f};
}

std::string text;
double number(const char* key) {
  auto at = text.find("\"" + std::string(key) + "\":");
  if (at == std::string::npos) { std::fprintf(stderr, "no %s\n", key); std::exit(1); }
  return std::strtod(text.c_str() + text.find(':', at) + 1, nullptr);
}
double square(double x) { return x * x; }
double distance(P a, P b) { return std::hypot(a.x - b.x, a.y - b.y); }
double area(const std::vector<P>& p) {
  double s = 0;
  for (size_t i = 0; i < p.size(); i++) { P a = p[i], b = p[(i + 1) % p.size()]; s += a.x * b.y - b.x * a.y; }
  return std::fabs(s) / 2;
}
// The polygon's points that are no farther from s than from o. Pieces stay joined by edges of zero width: area and box are right.
std::vector<P> nearer(const std::vector<P>& p, P s, P o) {
  std::vector<P> out;
  auto side = [&](P q) { return square(q.x - o.x) + square(q.y - o.y) - square(q.x - s.x) - square(q.y - s.y); };
  for (size_t i = 0; i < p.size(); i++) {
    P a = p[i], b = p[(i + 1) % p.size()];
    double fa = side(a), fb = side(b);
    if (fa >= 0) out.push_back(a);
    if ((fa >= 0) != (fb >= 0)) { double t = fa / (fa - fb); out.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}); }
  }
  return out;
}
bool inside(const std::vector<P>& p, P q) {
  bool in = false;
  for (size_t i = 0; i < p.size(); i++) {
    P a = p[i], b = p[(i + 1) % p.size()];
    if ((a.y > q.y) != (b.y > q.y) && q.x < a.x + (q.y - a.y) / (b.y - a.y) * (b.x - a.x)) in = !in;
  }
  return in;
}
struct Receiver { int home; bool target; P at; std::vector<int> asked; std::vector<int> granted; double signal = 0, interference = 0; };

int main(int argc, char** argv) {
  if (argc < 4) { std::fprintf(stderr, "sites CASE.json DROPS SEED [short]\n"); return 1; }
  const bool brief = argc > 4 && std::string(argv[4]) == "short";
  std::ifstream file(argv[1]);
  std::stringstream buffer; buffer << file.rdbuf(); text = buffer.str();
  const int drops = std::atoi(argv[2]); engine.seed(std::strtoull(argv[3], nullptr, 10));
  const int M = number("M"), K = number("K"), L = number("L"), J = number("J"), Q = number("Q");
  const double alpha = number("alpha"), beta = number("beta"), echo = number("echo");
  std::vector<P> region, site;
  {
    size_t from = text.find('[', text.find("\"region\":")), to = text.find("]]", from);
    std::string r = text.substr(from, to - from);
    for (char& c : r) if (c == '[' || c == ']' || c == ',') c = ' ';
    std::stringstream in(r); P p;
    while (in >> p.x >> p.y) region.push_back({p.x / 1000, p.y / 1000});
    for (size_t at = text.find("\"x\":"); at != std::string::npos; at = text.find("\"x\":", at + 1)) {
      p.x = std::strtod(text.c_str() + at + 4, nullptr) / 1000;
      p.y = std::strtod(text.c_str() + text.find("\"y\":", at) + 4, nullptr) / 1000;
      site.push_back(p);
    }
  }
  const int n = site.size();
  std::vector<double> cell(n), x0(n), x1(n), y0(n), y1(n);
  std::vector<std::vector<int>> near(n);  // the other sites by distance
  for (int i = 0; i < n; i++) {
    auto p = region;
    for (int j = 0; j < n; j++) if (j != i) { near[i].push_back(j); p = nearer(p, site[i], site[j]); }
    std::sort(near[i].begin(), near[i].end(), [&](int a, int b) { return distance(site[a], site[i]) < distance(site[b], site[i]); });
    cell[i] = area(p);
    if (cell[i] < 1e-9) { cell[i] = 0; continue; }
    x0[i] = y0[i] = 1e9; x1[i] = y1[i] = -1e9;
    for (P q : p) { x0[i] = std::min(x0[i], q.x); x1[i] = std::max(x1[i], q.x); y0[i] = std::min(y0[i], q.y); y1[i] = std::max(y1[i], q.y); }
  }
  auto place = [&](int i) {
    for (;;) {
      P q{x0[i] + uniform() * (x1[i] - x0[i]), y0[i] + uniform() * (y1[i] - y0[i])};
      double own = distance(q, site[i]); bool nearest = true;
      for (int j : near[i]) if (distance(q, site[j]) < own) { nearest = false; break; }
      if (nearest && inside(region, q)) return q;
    }
  };

  std::vector<double> requests(n), requests2(n), abandoned(n), rc(n), rc2(n), rs(n), rs2(n), own(n), own2(n);
  double allC = 0, allC2 = 0, allS = 0, allS2 = 0; const double total = area(region);
  for (int drop = 0; drop < drops; drop++) {
    std::vector<Receiver> rx;
    for (int i = 0; i < n; i++) if (cell[i] > 0)
      for (int k = 0; k < K + J; k++) {
        Receiver r; r.home = i; r.target = k >= K; r.at = place(i);
        if (r.target) r.asked.assign(near[i].begin(), near[i].begin() + std::min(Q - 1, n - 1));
        else {
          auto others = near[i];
          int m = std::min(L - 1, n - 1);
          std::partial_sort(others.begin(), others.begin() + m, others.end(), [&](int a, int b) { return distance(site[a], r.at) < distance(site[b], r.at); });
          r.asked.assign(others.begin(), others.begin() + m);
        }
        rx.push_back(r);
      }
    std::vector<std::vector<int>> queue(n), mine(n);
    for (size_t r = 0; r < rx.size(); r++) { mine[rx[r].home].push_back(r); for (int q : rx[r].asked) queue[q].push_back(r); }
    for (int q = 0; q < n; q++) {
      int received = queue[q].size(), granted = std::min(received, M - K);
      std::shuffle(queue[q].begin(), queue[q].end(), engine);
      requests[q] += received; requests2[q] += square(received); abandoned[q] += received - granted;
      for (int g = 0; g < granted; g++) rx[queue[q][g]].granted.push_back(q);
      Mat H(M, K + granted);
      for (int c = 0; c < K + granted; c++) for (int m = 0; m < M; m++) H(m, c) = gauss();
      Mat W = (H * (H.adjoint() * H).ldlt().solve(Mat::Identity(K + granted, K + granted))).leftCols(K);
      for (int k = 0; k < K; k++) W.col(k).normalize();
      const Mat beams = W.adjoint();
      Vec h(M), g(K);
      const Mat factor = Mat((beams * W).llt().matrixL());
      for (size_t r = 0; r < rx.size(); r++) {
        Receiver& v = rx[r];
        if (v.home == q) continue;
        if (std::find(v.granted.begin(), v.granted.end(), q) != v.granted.end()) continue;
        double gain = 0;
        if (brief) {
          for (int k = 0; k < K; k++) {
            g(k) = gauss();
            C z = 0;
            for (int j = 0; j <= k; j++) z += factor(k, j) * g(j);
            gain += std::norm(z);
          }
        } else {
          for (int m = 0; m < M; m++) h(m) = gauss();
          gain = (beams * h).squaredNorm();
        }
        v.interference += gain * std::pow(distance(v.target ? site[v.home] : v.at, site[q]), -alpha);
      }
      int user = 0;
      for (int r : mine[q]) {
        Receiver& v = rx[r];
        double d = distance(v.at, site[q]);
        if (v.target) {
          double cosine = (v.at.x - site[q].x) / d;
          for (int m = 0; m < M; m++) h(m) = std::polar(1.0, -M_PI * m * cosine);  // the paper of the model writes a^H = [1, e^(j..), ..]
          v.signal = echo * (beams * h).squaredNorm() * std::pow(d, -2 * beta);
        } else {
          v.signal = std::norm(H.col(user).dot(W.col(user))) * std::pow(d, -alpha);
          user++;
        }
      }
    }
    std::vector<double> c(n), s(n);
    for (auto& v : rx) {
      double rate = std::log1p(v.signal / v.interference);
      (v.target ? s : c)[v.home] += rate / (v.target ? J : K);
    }
    double wc = 0, ws = 0;
    for (int i = 0; i < n; i++) { rc[i] += c[i]; rc2[i] += square(c[i]); rs[i] += s[i]; rs2[i] += square(s[i]); wc += c[i] * cell[i] / total; ws += s[i] * cell[i] / total; }
    allC += wc; allC2 += wc * wc; allS += ws; allS2 += ws * ws;
  }
  auto mean = [&](double a) { return a / drops; };
  auto error = [&](double a, double b) { return std::sqrt(std::max(0.0, b / drops - square(a / drops)) / (drops - 1)); };
  std::printf("{\n \"M\": %d, \"K\": %d, \"L\": %d, \"J\": %d, \"Q\": %d, \"alpha\": %g, \"beta\": %g, \"echo\": %g, \"drops\": %d, \"seed\": %s, \"short\": %s,\n \"region\": [", M, K, L, J, Q, alpha, beta, echo, drops, argv[3], brief ? "true" : "false");
  for (size_t i = 0; i < region.size(); i++) std::printf("%s[%.8g, %.8g]", i ? ", " : "", region[i].x * 1000, region[i].y * 1000);
  double sum = 0; for (double a : cell) sum += a;
  std::printf("],\n \"regionArea\": %.8g, \"cellsArea\": %.8g,\n \"rate\": %.6g, \"rateError\": %.2g, \"sensing\": %.6g, \"sensingError\": %.2g,\n \"sites\": [\n", total, sum,
              mean(allC), error(allC, allC2), mean(allS), error(allS, allS2));
  for (int i = 0; i < n; i++) {
    std::printf("  {\"x\": %.8g, \"y\": %.8g, \"area\": %.7g, \"requests\": %.5g, \"requestsError\": %.2g, \"abandonedShare\": %.4g, ", site[i].x * 1000, site[i].y * 1000, cell[i], mean(requests[i]), error(requests[i], requests2[i]), requests[i] > 0 ? abandoned[i] / requests[i] : 0);
    if (cell[i] > 0) std::printf("\"rate\": %.5g, \"rateError\": %.2g, \"sensing\": %.5g, \"sensingError\": %.2g}", mean(rc[i]), error(rc[i], rc2[i]), mean(rs[i]), error(rs[i], rs2[i]));
    else std::printf("\"rate\": null, \"rateError\": null, \"sensing\": null, \"sensingError\": null}");
    std::printf(i + 1 < n ? ",\n" : "\n");
  }
  std::printf(" ]\n}\n");
}
