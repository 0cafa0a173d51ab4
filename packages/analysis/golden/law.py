"""Golden values of the law of the SIR: P(SIR > theta), its density, percentiles and second conditional moments.

    OMP_NUM_THREADS=1 python3 law.py        # writes law.json, some minutes

Nothing of the TypeScript's way is used: no power series, no recursion, no incomplete beta function.  With a gain
Gamma(D, 1) and z = theta / c,

    P(SIR > theta) = sum_{k<D} [w^k] Lambda(z (1-w)),        Lambda(z) = E exp(-z I),

and the coefficients are Cauchy integrals: Lambda is evaluated at complex arguments on a circle |w| < 1, by
Gauss-Legendre panels over the interferers' distances, over the cluster's radius, and over u = pi lambda r^2 where that
is not closed.  (For D = 1 it is a plain real integral.)  A row's `oracleError` is the relative difference of two runs
whose circles, panels, node counts and ranges all differ.

Conditional on u a cluster of n >= 2 has one form, A being a measure of its radius and S(s, A) what interferes beyond it:

    E[exp(-zI) | u] = int u dA (uA)^(n-2)/(n-2)! exp(-u (A + S(s, A))),       s = z (u/(pi lambda))^(beta - alpha/2)

    communication   A = w^2 - 1,   S = int_w^inf P(s y^-alpha) 2y dy,          w = r_L / r
    bs-centric      A = int_0^t a, S = int_t^inf P(s y^-alpha) a(y) dy
    target-centric  A = w^2 - 1,   S = int P(s y^-alpha) 2y f_w(y) dy

with P(x) = 1 - (1+x)^(-K), and Exp(1) for u.

The mpmath rows (`mpmath`) are Taylor coefficients of 1/2F1 in 120 digits, and percentiles of that by bisection; the second
moments E[P(SIR > theta | BSs)^2] of L = 1 are double Cauchy integrals of 1/(1 + S(w, v)).
"""

from __future__ import annotations

import json
import platform
from functools import lru_cache
from math import ceil, lgamma, log, pi
from pathlib import Path

import mpmath
import numpy as np
import scipy

HERE = Path(__file__).parent
SEED = 20261126
LIMIT = 1e-10
FLOOR = 2e-15


class Run:
    def __init__(self, width, nodes, u, n_u, decades, circle, tail):
        self.width, self.nodes = width, nodes  # of panels in the logarithm of a distance, times alpha
        self.u, self.n_u = u, n_u
        self.decades, self.circle = decades, circle  # r^-D = 10^decades, N = circle * D
        self.tail = tail


COARSE = Run(1.7, 18, 1.3, 14, 2.6, 6.0, 33.0)
FINE = Run(1.2, 20, 1.0, 16, 3.0, 5.0, 36.0)


@lru_cache(maxsize=None)
def gauss(n):
    return np.polynomial.legendre.leggauss(n)


def panels(lo, hi, width, n):
    count = max(1, ceil((hi - lo) / width))
    x, wt = gauss(n)
    edges = np.linspace(lo, hi, count + 1)
    half = 0.5 * np.diff(edges)[:, None]
    mid = 0.5 * (edges[1:] + edges[:-1])[:, None]
    return mid + half * x, half * wt


@lru_cache(maxsize=None)
def to_upper(n):
    """Matrix of int_{x_i}^1 l_j on the Gauss nodes of [-1, 1], divided by the weights."""
    x, wt = gauss(n)
    out = np.empty((n, n))
    vander = np.polynomial.legendre.legvander(x, n - 1)
    coef = (np.arange(n) + 0.5)[:, None] * (vander * wt[:, None]).T  # values to Legendre coefficients
    for i, xi in enumerate(x):
        h = 0.5 * (1 - xi)
        q = 0.5 * (1 + xi) + h * x
        out[i] = (h * wt) @ np.polynomial.legendre.legvander(q, n - 1) @ coef
    return out / wt


def log1p(x):
    """NumPy's own loses the relative accuracy of small complex arguments."""
    a, b = np.real(x), np.imag(x)
    return 0.5 * np.log1p(2 * a + a * a + b * b) + 1j * np.arctan2(b, 1 + a)


def step(x, K):
    return -np.expm1(-K * log1p(x))


def far(eps, K, alpha):
    """int_1^inf P(eps y^-alpha) 2y dy for small K eps."""
    total = 0
    term = 1.0
    for n in range(1, 30):
        term = term * (-eps) * (K + n - 1) / n
        total = total - term / (n * alpha / 2 - 1)
    return total


# --- the interference beyond each node of the cluster's radius: A, dA and S ------------------------------------------


class Rings:
    """Distances seen from the receiver: y^2 = 1 + e^x (communication) or the hole's density in ln y (bs-centric)."""

    def __init__(self, kind, alpha, run, log_s):
        n = run.nodes
        hi = max(run.tail / 2 + 2, (log_s + 8) / alpha)
        if kind == "communication":
            x, wt = panels(-run.tail - 3, 2 * hi, 2 * run.width / alpha, n)
            self.A = np.exp(x)
            self.y = np.sqrt(1 + self.A)
            self.dA = self.A * wt
            self.A_end = float(np.exp(2 * hi))
            self.y_end = float(np.sqrt(1 + self.A_end))
        else:
            lo = -run.tail / 2 - 2
            below, w_below = panels(lo, log(pi / 2), run.width / alpha, n)
            above, w_above = panels(log(2), hi, run.width / alpha, n)
            phi = np.exp(below)
            t = 2 * np.sin(phi)
            p2 = 2 * phi
            odd = np.where(p2 < 0.3, -(p2**3) / 6 * (1 - p2**2 / 20 * (1 - p2**2 / 42 * (1 - p2**2 / 72))),
                           np.sin(p2) - p2)
            self.y = np.concatenate([t, np.exp(above)])
            self.A = np.concatenate([t * t / 2 + (phi * t * t + odd) / pi, np.exp(2 * above) - 1])
            self.dA = np.concatenate([w_below * 2 * t * (0.5 + phi / pi) * 2 * np.cos(phi) * phi,
                                      w_above * 2 * np.exp(2 * above)])
            self.y_end = float(np.exp(hi))
        self.alpha = alpha
        self.upper = to_upper(n)

    def beyond(self, s, K):
        """S at the nodes, and at the start, for complex s."""
        eps = s * self.y_end**-self.alpha
        g = step(s * self.y**-self.alpha, K) * self.dA
        full = g.sum(axis=1)
        above = np.concatenate([np.cumsum(full[::-1])[::-1][1:], [0]])
        outside = self.y_end**2 * far(eps, K, self.alpha)
        return g @ self.upper.T + above[:, None] + outside, full.sum() + outside


class Disc:
    """Rings around the serving BS outside a disc of radius w = 1 + e^x around the target."""

    def __init__(self, alpha, run, log_s):
        x, wt = panels(-run.tail, run.tail / 2 + 3, 2.2 * run.width / alpha, run.nodes)
        e = np.exp(x)
        self.w, self.A, self.dA = 1 + e, e * (2 + e), 2 * (1 + e) * e * wt
        self.alpha, self.run = alpha, run
        self.rows = []
        for eps in e.ravel():
            # y = eps + 2 sin^2(phi/2), panels in ln phi
            scale = min(1.0, max(eps, np.exp(log_s / alpha) * 0.01)) ** 0.5 if eps < 1 else 1.0
            lo = log(max(1e-9, min(1.0, scale) * 1e-3))
            ph, pw = panels(lo, log(pi), 1.4 * run.width / alpha, run.nodes)
            first, fw = gauss(run.nodes)
            a = np.exp(lo)
            ph = np.concatenate([0.5 * a * (1 + first), np.exp(ph).ravel()])
            pw = np.concatenate([0.5 * a * fw, pw.ravel() * ph[len(first):]])
            sh, ch = np.sin(ph / 2), np.cos(ph / 2)
            y = eps + 2 * sh * sh
            w = 1 + eps
            c = 1 - 2 * sh * sh
            f = 2 / pi * np.arctan2(sh * np.sqrt(2 * w + 1 - c), ch * np.sqrt(2 * w - 1 - c))
            self.rows.append((y**-alpha, 2 * y * f * 2 * sh * ch * pw))

    def beyond(self, s, K):
        flat = np.array([(step(s * p, K) * wt).sum() for p, wt in self.rows])
        edge = self.w + 1
        return flat.reshape(self.w.shape) + edge**2 * self.outside(s * edge**-self.alpha, K), None

    def outside(self, eps, K):
        """int_1^inf P(eps y^-alpha) 2y dy by panels in ln y."""
        end = max(0.1, float(np.log(np.abs(eps).max() * K * 100)) / self.alpha)
        ly, wt = panels(0.0, end, self.run.width / self.alpha, self.run.nodes)
        total = np.exp(2 * end) * far(eps * np.exp(-self.alpha * end), K, self.alpha)
        for l, w in zip(ly.ravel(), wt.ravel()):
            total = total + step(eps * np.exp(-self.alpha * l), K) * 2 * np.exp(2 * l) * w
        return total


# --- transforms ------------------------------------------------------------------------------------------------------


def transform(row, z, run):
    """Lambda at each complex z."""
    K, alpha, n, kind = row["K"], row["alpha"], row["n"], row["kind"]
    gamma = row["gamma"]  # exponent of the desired signal: alpha/2 or beta
    excess = gamma - alpha / 2
    noise, clutter = row["noise"], row["clutter"]
    closed = excess == 0 and noise == 0
    log_s = float(np.log(np.abs(z).max()))

    def geometry(ls):
        return Disc(alpha, run, ls) if kind == "target-centric" and n > 1 else Rings(kind, alpha, run, ls)

    out = np.empty(len(z), complex)
    if closed:
        cluster = geometry(log_s)
        for i, zi in enumerate(z):
            S, whole = cluster.beyond(zi, K)
            extra = clutter * zi ** (1 / gamma) if clutter else 0
            if n == 1:
                out[i] = 1 / (1 + whole + extra)
            else:
                A = cluster.A
                out[i] = ((n - 1) * A ** (n - 2) * (1 + A + S + extra) ** -n * cluster.dA).sum()
        return out
    x, wt = panels(-run.tail, log(run.tail + 8), run.u * min(1.0, 1 / max(1.0, gamma / 2)), run.n_u)
    out[:] = 0
    fixed = geometry(log_s) if excess == 0 else None
    for lu, w in zip(x.ravel(), wt.ravel()):
        u = np.exp(lu)
        scale = (u / (pi * row["lambda"])) ** excess
        cluster = fixed or geometry(log_s + log(scale))
        others = np.exp(-noise * z * (u / (pi * row["lambda"])) ** gamma - u * clutter * z ** (1 / gamma))
        if np.abs(others).max() < 1e-18:
            continue
        for i, zi in enumerate(z):
            S, whole = cluster.beyond(zi * scale, K)
            if n == 1:
                value = np.exp(-u * (1 + whole))
            else:
                A = cluster.A
                value = (np.exp((n - 2) * np.log(u * A) - lgamma(n - 1) - u * (1 + A + S)) * u * cluster.dA).sum()
            out[i] += w * u * others[i] * value
    return out


def law(row, theta, run):
    """P and -dP/d ln theta."""
    D = row["D"]
    z = theta / row["c"]
    r = 10 ** (-run.decades / (D + 1))
    N = max(8, ceil(run.circle * (D + 2)))
    N += N % 2
    w = r * np.exp(2j * pi * np.arange(N // 2 + 1) / N)
    weights = np.full(N // 2 + 1, 2.0)
    weights[[0, -1]] = 1.0
    values = transform(row, z * (1 - w), run) * weights / N
    p = [float((values * w**-k).sum().real) for k in range(D + 1)]
    return sum(p[:D]), D * p[D]


def evaluate(row, theta):
    coarse, fine = law(row, theta, COARSE), law(row, theta, FINE)
    return fine, [max(FLOOR, abs(a - b) / abs(b) if b else 1.0) for a, b in zip(coarse, fine)]


# --- mpmath: L = 1 ---------------------------------------------------------------------------------------------------


def taylor(D, K, alpha, g):
    mpmath.mp.dps = 120
    d = mpmath.mpf(2) / alpha
    # the k-th derivative of 2F1(-d, K; 1-d; -x) at x = g, times (-g)^k / k!
    f = [mpmath.mpf(g) ** k * mpmath.rf(-d, k) * mpmath.rf(K, k) / mpmath.rf(1 - d, k) / mpmath.factorial(k)
         * mpmath.hyp2f1(-d + k, K + k, 1 - d + k, -mpmath.mpf(g)) for k in range(D + 1)]
    h = [1 / f[0]]
    for k in range(1, D + 1):
        h.append(-sum(f[j] * h[k - j] for j in range(1, k + 1)) / f[0])
    return h


def second_moment(D, K, alpha, theta, run):
    """sum_{j,k<D} [w^j v^k] 1/(1+S(w,v)), S of the pair's shape functions."""
    r = 10 ** (-run.decades / 2 / D)
    N = ceil(2 * run.circle * (D + 2))
    w = r * np.exp(2j * pi * np.arange(N) / N)
    x, wt = panels(0.0, (log(theta) + 40) / alpha, run.width / alpha, run.nodes)
    S = np.zeros((N, N), complex)
    end = float((log(theta) + 40) / alpha)
    for ly, wy in zip(x.ravel(), wt.ravel()):
        a = -step(theta * np.exp(-alpha * ly) * (1 - w), K)
        S -= (a[:, None] + a[None, :] + np.outer(a, a)) * 2 * np.exp(2 * ly) * wy
    # beyond, P of the sum of both arguments to first order
    slope = np.exp(2 * end - alpha * end) * theta * K / (alpha / 2 - 1)
    S += slope * ((1 - w)[:, None] + (1 - w)[None, :])
    g = (1 - w**-D) / (1 - 1 / w)
    return float((np.outer(g, g) / (1 + S)).sum().real / N / N)


# --- rows ------------------------------------------------------------------------------------------------------------


def row_of(parameters, service, clusters):
    p = {"baseStationDensity": 1.0, "noisePower": 0.0, "clutterCoefficient": 0.0, "echoGain": 1.0,
         "echoPathLossExponent": parameters["pathLossExponent"] / 2, **parameters}
    K, alpha, beta = p["usersPerCell"], p["pathLossExponent"], p["echoPathLossExponent"]
    if service == "communication":
        return {"K": K, "alpha": alpha, "n": p["communicationClusterSize"], "kind": "communication", "D": p["diversityOrder"],
                "gamma": alpha / 2, "noise": p["noisePower"] * K, "clutter": 0.0, "lambda": p["baseStationDensity"], "c": 1.0}
    return {"K": K, "alpha": alpha, "n": p["sensingClusterSize"], "kind": clusters, "D": K, "gamma": beta,
            "noise": p["noisePower"] * K, "clutter": p["clutterCoefficient"] * 1.0, "lambda": p["baseStationDensity"],
            "c": p["echoGain"]}


def sets(rng):
    """(service, clusters, parameters, thresholds in dB): corners, then seeded draws."""
    levels = [-20, -10, 0, 10, 20, 30, 40]
    out = []
    for D, K, L, alpha in [(1, 1, 1, 4.0), (16, 5, 1, 4.0), (64, 3, 1, 2.5), (11, 5, 2, 4.0), (1, 5, 4, 4.0), (9, 12, 1, 4.0),
                           (3, 5, 2, 4.0), (30, 10, 6, 5.0), (2, 1, 12, 6.0), (7, 64, 1, 2.05), (5, 1, 3, 2.05),
                           (40, 128, 2, 3.0), (256, 4, 1, 4.0), (100, 1, 2, 4.0)]:
        out.append(("communication", None, {"diversityOrder": D, "usersPerCell": K, "communicationClusterSize": L,
                                            "pathLossExponent": alpha}, levels))
    for _ in range(16):
        out.append(("communication", None,
                    {"diversityOrder": int(np.exp(rng.uniform(0, log(48)))), "usersPerCell": int(np.exp(rng.uniform(0, log(24)))),
                     "communicationClusterSize": int(np.exp(rng.uniform(0, log(12)))),
                     "pathLossExponent": round(float(rng.uniform(2.2, 6)), 3)}, [float(rng.integers(-20, 41)) for _ in range(3)]))
    for L, noise, lam in [(1, 0.1, 1.0), (2, 0.01, 0.3), (4, 1.0, 2.0)]:
        out.append(("communication", None, {"diversityOrder": 4, "usersPerCell": 2, "communicationClusterSize": L,
                                            "pathLossExponent": 3.5, "noisePower": noise, "baseStationDensity": lam}, [-10, 5, 20]))
    closed = [(1, 1, 4.0, 1.0), (1, 2, 4.0, 1.0), (1, 3, 4.0, 1.0), (3, 3, 4.0, 1.0), (5, 1, 4.0, 1.0), (5, 2, 4.0, 1.0),
              (2, 5, 3.0, 0.1), (4, 8, 5.0, 10.0), (16, 2, 2.6, 3.0), (1, 2, 6.0, 0.3)]
    extended = [(2, 1, 3.5, 2.0, 0.5, 0.0, 0.0), (2, 2, 3.0, 2.2, 2.0, 0.0, 0.0), (1, 3, 4.0, 1.6, 1.0, 0.0, 0.0),
                (2, 2, 4.0, 2.0, 1.0, 0.1, 0.0), (3, 3, 4.0, 2.0, 1.0, 0.0, 0.3), (1, 1, 3.6, 2.4, 1.0, 0.05, 0.2)]
    for clusters in ["bs-centric", "target-centric"]:
        near = clusters == "bs-centric"
        for K, Q, alpha, c in closed:
            if near or 1 < Q and K <= 5:
                out.append(("sensing", clusters, {"usersPerCell": K, "sensingClusterSize": Q, "pathLossExponent": alpha,
                                                  "echoGain": c}, [-20, -5, 10, 40] if near else [-20, 10]))
        for K, Q, alpha, beta, lam, noise, clutter in extended:
            if near or K < 3 and Q == 2 or clutter == 0.3:
                out.append(("sensing", clusters, {"usersPerCell": K, "sensingClusterSize": Q, "pathLossExponent": alpha,
                                                  "echoPathLossExponent": beta, "baseStationDensity": lam, "noisePower": noise,
                                                  "clutterCoefficient": clutter}, [-10, 10] if near else [0]))
    return out


def main():
    rng = np.random.default_rng(SEED)
    rows, dropped = [], []
    for service, clusters, parameters, levels in sets(rng):
        row = row_of(parameters, service, clusters)
        for level in levels:
            (coverage, density), errors = evaluate(row, 10 ** (level / 10))
            entry = {"service": service, **({"sensingClusters": clusters} if clusters else {}), **parameters, "thresholdDb": level,
                     "coverage": coverage, "oracleError": errors[0]}
            # absolute, so that the density of thresholds that nobody misses is left out
            if errors[1] <= 1e-9:
                entry |= {"density": density, "densityError": errors[1]}
            (rows if errors[0] <= LIMIT else dropped).append(entry)
        print(service, clusters, parameters, rows[-1]["coverage"] if rows else "", flush=True)
    exact = []
    for D, K, alpha, level in [(16, 5, 4.0, 0), (16, 5, 4.0, 20), (16, 5, 4.0, 40), (64, 3, 2.5, 10), (16, 5, 4.0, -20),
                               (32, 1, 4.0, -20), (4, 100, 3.0, 0), (40, 2, 5.5, 15)]:
        h = taylor(D, K, mpmath.mpf(alpha), mpmath.mpf(10) ** (mpmath.mpf(level) / 10))
        exact.append({"diversityOrder": D, "usersPerCell": K, "pathLossExponent": alpha, "thresholdDb": level,
                      "coverage": mpmath.nstr(sum(h[:D]), 20), "outage": mpmath.nstr(1 - sum(h[:D]), 20),
                      "density": mpmath.nstr(D * h[D], 20)})
    percentiles = []
    for D, K, alpha, p in [(16, 5, 4.0, 0.05), (9, 12, 4.0, 0.01), (64, 1, 4.0, 0.9), (16, 5, 4.0, 1e-6), (3, 2, 3.0, 0.5)]:
        lo, hi = mpmath.mpf(-6), mpmath.mpf(6)
        for _ in range(60):
            mid = (lo + hi) / 2
            if 1 - sum(taylor(D, K, mpmath.mpf(alpha), 10**mid)[:D]) < mpmath.mpf(p):
                lo = mid
            else:
                hi = mid
        percentiles.append({"diversityOrder": D, "usersPerCell": K, "pathLossExponent": alpha, "p": p,
                            "sirDb": mpmath.nstr(10 * lo, 16)})
    moments = []
    for D, K, alpha, level in [(16, 5, 4.0, -5), (16, 5, 4.0, 0), (16, 5, 4.0, 10), (9, 12, 4.0, 0), (3, 2, 3.0, 5), (1, 4, 4.0, 3)]:
        coarse, fine = (second_moment(D, K, alpha, 10 ** (level / 10), run) for run in (COARSE, FINE))
        moments.append({"diversityOrder": D, "usersPerCell": K, "pathLossExponent": alpha, "thresholdDb": level, "secondMoment": fine,
                        "oracleError": max(FLOOR, abs(coarse / fine - 1))})
    document = {"about": "Law of the SIR by complex quadrature (rows) and mpmath; see law.py", "seed": SEED,
                "versions": {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__,
                             "mpmath": mpmath.__version__},
                "rows": rows, "mpmath": exact, "percentiles": percentiles, "moments": moments, "dropped": len(dropped)}
    (HERE / "law.json").write_text(json.dumps(document, indent=1) + "\n")
    print(len(rows), "rows,", len(dropped), "dropped; worst", max(r["oracleError"] for r in rows))


if __name__ == "__main__":
    main()
