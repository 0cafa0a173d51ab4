"""Cross-checks of extremes.py on rows of corners.json.

    python3 verify_corners.py [order | mpmath | lattices | simulation] ...

order       every row of communication, no hole and Theorem 3 in another order of integration: zeta = z eta^alpha, that is
            z in units of the cluster's radius, outermost; the interference then doesn't depend on eta, noise and clutter
            depend only on v = pi lambda r_L^2, and the echo is the only place that still knows u.  Trapezoids, SciPy's
            incomplete beta and gamma functions, double precision.
mpmath      a sample in the same order with 20 digits, functions as the model prints them, and Q = 1 with its arccosine.
lattices    oracle.py, which has z outermost and fixed lattices, where a row is within its means.
simulation  draws base stations, fading and scatterers as section 2 of the model tells, and averages ln(1 + SINR).
"""

import json
import sys
import time
import math
from pathlib import Path

import numpy as np
from mpmath import acos, asin, betainc, exp, expm1, gamma, gammainc, log, log1p, loggamma, mp, mpf, pi, sqrt

from scipy.special import betainc as regular_beta, betaln, gammainc as regular_gamma, gammaln

import corners
import oracle

mp.dps = 20
ROWS = json.loads((Path(__file__).parent / "corners.json").read_text())["rows"]


# --- whole lines --------------------------------------------------------------------------------------------------------


def located(f, start, h, small=mpf(10) ** -17):
    """h times the sum of f over the lattice h Z, from the largest value found near `start` outwards; f is unimodal."""
    k = int(start / h)
    stride = max(1, int(mpf(8) / h))
    cache = {}

    def at(i):
        if i not in cache:
            cache[i] = f(i)
        return cache[i]

    while True:
        best = max((k - stride, k, k + stride), key=at)
        if best != k:
            k = best
        elif stride == 1:
            break
        else:
            stride = (stride + 1) // 2
    total = at(k)
    for side in (-1, 1):
        i = k
        while True:
            i += side
            value = at(i)
            total += value
            if value < small * total and abs(i - k) > 3:
                break
    return total * h


def P(x, k):
    return -expm1(-k * log1p(x))


_beta = {}


def beta_field(zeta, K, alpha):
    """G = K zeta^d B(zeta/(1+zeta); 1-d, K+d) + (1+zeta)^-K - 1, d = 2/alpha."""
    key = (zeta, K, alpha)
    if key not in _beta:
        d = mpf(2) / alpha
        if K * zeta < mpf(10) ** -9:  # the terms cancel to first order
            value = K * zeta * d / (1 - d) * (1 - zeta * (K + 1) * (1 - d) / (2 * (2 - d)))
        elif zeta > mpf(10) ** 26:
            value = K * zeta**d * exp(loggamma(1 - d) + loggamma(K + d) - loggamma(K + 1)) - 1
        else:
            value = K * zeta**d * betainc(1 - d, K + d, 0, zeta / (1 + zeta)) + expm1(-K * log1p(zeta))
        _beta[key] = value
    return _beta[key]


# --- the other order in double precision -----------------------------------------------------------------------------


def log_p(q, k):
    """ln(1 - (1+e^q)^-k)."""
    with np.errstate(divide="ignore"):
        return np.where(q + math.log(k) < -34, q + math.log(k), np.log(-np.expm1(-k * np.log1p(np.exp(np.minimum(q, 600))))))


def line_log(log_f, rows, lo, hi, step):
    """ln of the trapezoid sum over the line for every row; log_f(rows[:, None], y[None, :])."""
    coarse = np.linspace(lo, hi, max(60, int((hi - lo) / 1.5)))
    reached = np.zeros(len(coarse), dtype=bool)
    for part in np.array_split(rows, max(1, len(rows) // 60)):
        seen = log_f(part[:, None], coarse[None, :])
        reached |= (seen > seen.max(axis=1)[:, None] - 42).any(axis=0)
    keep = np.flatnonzero(reached)
    y = np.arange(coarse[max(0, keep[0] - 1)], coarse[min(len(coarse) - 1, keep[-1] + 1)], step)
    out = []
    for part in np.array_split(rows, max(1, len(rows) * len(y) // 400000)):
        f = log_f(part[:, None], y[None, :])
        top = f.max(axis=1)
        out.append(top + np.log(np.exp(f - top[:, None]).sum(axis=1) * step))
    return np.concatenate(out)


def outer_line(log_f, h, lo=-300.0, hi=3000.0):
    """The trapezoid sum of exp(log_f) over the line; log_f is vectorised and has one hill."""
    grid = np.linspace(lo, hi, 67)
    while grid[1] - grid[0] > 1:
        j = int(np.argmax(log_f(grid)))
        grid = np.linspace(grid[max(0, j - 2)], grid[min(66, j + 2)], 67)
    values = log_f(grid)
    peak, top = grid[np.argmax(values)], values.max()
    total = 0.0
    for side in (-1, 1):
        start = peak + (0 if side > 0 else -h)
        size = 40
        while True:
            f = np.exp(log_f(start + side * h * np.arange(size)))
            total += f.sum() * h
            if f[-1] < 1e-17 * math.exp(top):
                break
            start += side * h * size
            size = min(400, size * 2)
    return total


def log_field(log_zeta, K, alpha):
    """ln G from SciPy's incomplete beta function; against 1, not against itself, where G is small."""
    d = 2 / alpha
    zeta = np.exp(np.minimum(log_zeta, 600.0))
    whole = math.log(K) + d * log_zeta + betaln(1 - d, K + d)
    with np.errstate(divide="ignore", invalid="ignore"):
        G = np.exp(np.minimum(whole, 600.0)) * regular_beta(1 - d, K + d, zeta / (1 + zeta)) + np.expm1(-K * np.log1p(zeta))
        small = math.log(K) + log_zeta + math.log(d / (1 - d))
        middle = np.log(np.maximum(G, 1e-300))
    return np.where(math.log(K) + log_zeta < -20, small, np.where(whole > 500, whole, middle))


def diversity(p):
    return (p["transmitAntennas"] - p["usersPerCell"] * p["communicationClusterSize"]
            - p["targetsPerCell"] * (p["sensingClusterSize"] - 1) + 1)


def communication_order(p, method):
    K, L, alpha, D = p["usersPerCell"], p["communicationClusterSize"], p["pathLossExponent"], diversity(p)
    nu = p["noisePower"] / p["transmitPower"] * K
    log_pl = math.log(math.pi * p["baseStationDensity"])
    fine = 0.55 / alpha
    if method == "theorem-2":
        Y = math.lgamma(L + alpha / 2) - math.lgamma(L + 1) - math.lgamma(1 + alpha / 2) + math.log(D / K)

        def f(x):
            z, d = np.exp(np.minimum(x, 600.0)), 2 / alpha
            F = np.exp(-z) + np.exp(d * x + math.lgamma(1 - d)) * regular_gamma(1 - d, z)
            q = x + Y
            with np.errstate(divide="ignore"):
                return np.where(q < -34, q, np.log(-np.expm1(-np.exp(np.minimum(q, 600.0))))) - np.log(F)

        return outer_line(f, 0.125)

    def strength(x):
        G = log_field(x, K, alpha)
        one = np.logaddexp(0.0, G)
        if not nu:
            return -L * one
        table = dict(zip(x, one))
        g = lambda x, y: (L * y - np.exp(np.minimum(y + np.vectorize(table.get)(x), 600.0))
                          - np.exp(np.minimum(x + math.log(nu) + alpha / 2 * (y - log_pl), 600.0)))
        reach = 60 + 2 / alpha * (abs(math.log(nu)) + np.abs(x).max()) + abs(log_pl) + one.max()
        return line_log(g, x, -reach, math.log(L) + 5, min(fine, 0.3 / math.sqrt(L))) - gammaln(L)

    def signal(x):
        if L == 1:
            return log_p(x, D)
        G = dict(zip(x, log_field(x, K, alpha)))

        def g(x, y):
            w2 = np.logaddexp(0.0, y)
            f = math.log(L - 1) + (L - 1) * y - L * w2 + log_p(x + alpha / 2 * w2, D)
            return f - np.logaddexp(0.0, w2 + np.vectorize(G.get)(x)) if method == "theorem-1" else f

        return line_log(g, x, -50 / (L - 1) - 3, 60 + math.log(L) + 2 / alpha * (np.abs(x).max() + 40), min(fine, 0.25))

    one_g = method == "theorem-1" and L > 1
    return outer_line(lambda x: signal(x) + (0.0 if one_g else strength(x)), 0.2)


def no_hole_order(p, n):
    K, alpha, beta = p["usersPerCell"], p["pathLossExponent"], p["echoPathLossExponent"]
    c = p["matchedFilterGain"] * p["receiveFilterGain"] * p["receiveAntennas"] * p["radarCrossSection"]
    nu = p["noisePower"] / p["transmitPower"] * K
    log_pl = math.log(math.pi * p["baseStationDensity"])
    clutter = None
    if p["clutterDensity"] and p["clutterCrossSection"] * p["clutterResidual"]:
        clutter = (math.log(math.pi * p["clutterDensity"]) + math.log(p["clutterCrossSection"] * p["clutterResidual"]) / beta
                   + math.lgamma(1 - 1 / beta))
    # the echo, a function of q = ln zeta + alpha/2 ln(v/(pi lambda)): Chebyshev pieces of its logarithm
    pieces = {}

    def echo_log(q):
        width, m = 0.5, 16
        index = np.floor(q / width).astype(int)
        out = np.empty(q.shape)
        x = np.cos(np.pi * (np.arange(m) + 0.5) / m)
        new = [i for i in np.unique(index) if i not in pieces]
        if new:
            nodes = (np.array(new)[:, None] + 0.5 * (1 + x)).ravel() * width
            g = lambda q, y: y - np.exp(y) + log_p(math.log(c) + q - beta * (y - log_pl), K)
            # ln u: from where the echo is full
            low = (math.log(c * K) + nodes.min()) / beta + log_pl
            high = (math.log(c) + nodes.max()) / beta + log_pl
            values = line_log(g, nodes, min(-45, low - 45 - 45 / beta), 5, min(0.2, 0.4 / beta)).reshape(len(new), m)
            for i, v in zip(new, values):
                pieces[i] = np.polynomial.chebyshev.chebfit(x, v, m - 1)
        order = np.argsort(index, axis=None, kind="stable")
        flat_index, flat_q, flat_out = index.ravel()[order], q.ravel()[order], np.empty(q.size)
        cuts = np.flatnonzero(np.diff(flat_index)) + 1
        for a, b in zip(np.r_[0, cuts], np.r_[cuts, len(flat_index)]):
            i = flat_index[a]
            flat_out[a:b] = np.polynomial.chebyshev.chebval(2 * (flat_q[a:b] / width - i) - 1, pieces[i])
        out.ravel()[order] = flat_out
        return out

    def f(x):
        one = dict(zip(x, np.logaddexp(0.0, log_field(x, K, alpha))))

        def g(x, y):
            shifted = y - log_pl
            value = (n - 1) * y - np.exp(np.minimum(y + np.vectorize(one.get)(x), 600.0))
            if nu:
                value = value - np.exp(np.minimum(x + math.log(nu) + alpha / 2 * shifted, 600.0))
            if clutter is not None:
                value = value - np.exp(np.minimum(clutter + x / beta + alpha / 2 / beta * shifted, 600.0))
            return value + echo_log(x + alpha / 2 * shifted)

        most = max(one.values())
        reach = (45 + math.log(n)) / (n - 1) + most + 20
        for active, rate in ((nu, alpha / 2), (clutter is not None, alpha / 2 / beta)):
            if active:
                reach += (np.abs(x).max() + abs(math.log(nu) if rate == alpha / 2 and nu else clutter or 0)) / rate + abs(log_pl)
        return line_log(g, x, -reach, math.log(n) + 5, min(0.55 / alpha, 0.3 / math.sqrt(n), 0.2)) - gammaln(n - 1)

    span = 400 + abs(math.log(c)) + (alpha / 2 + beta) * (abs(log_pl) + 40) + (abs(math.log(nu)) if nu else 0)
    return outer_line(f, 0.2, -span, span)


def in_other_order(row):
    p, Q = row["parameters"], row["parameters"]["sensingClusterSize"]
    if row["service"] == "communication":
        return communication_order(p, row["method"])
    if row["method"] == "theorem-3" or (row["method"] == "no-hole" and Q > 1):
        return no_hole_order(p, Q + 1 if row["method"] == "theorem-3" else Q)
    return None


# --- rates in mpmath ----------------------------------------------------------------------------------------------------


def communication(p, theorem1=False):
    K, L, alpha, lam = p["usersPerCell"], p["communicationClusterSize"], mpf(p["pathLossExponent"]), mpf(p["baseStationDensity"])
    D = p["transmitAntennas"] - K * L - p["targetsPerCell"] * (p["sensingClusterSize"] - 1) + 1
    nu = mpf(p["noisePower"]) / mpf(p["transmitPower"])
    h, fine = mpf(1) / 4, mpf(3) / 5 / alpha

    def strength(zeta):
        """int dv v^(L-1) e^(-v (1+G) - noise) / Gamma(L)."""
        G = beta_field(zeta, K, alpha)
        if nu == 0:
            return (1 + G) ** -L
        b = zeta * nu * K / (pi * lam) ** (alpha / 2)
        step = min(fine, mpf(1) / 3 / sqrt(L))
        g = lambda i: exp(L * (i * step) - exp(i * step) * (1 + G) - b * exp(alpha / 2 * i * step))
        return located(g, log(L / (1 + G)), step) / gamma(L)

    def signal(zeta):
        if L == 1:
            return P(zeta, D)
        G = beta_field(zeta, K, alpha)
        step = min(fine, mpf(1) / 4)

        def g(i):
            A = exp(i * step)
            weight = (L - 1) * exp((L - 1) * (i * step) - L * log1p(A)) * P(zeta * (1 + A) ** (alpha / 2), D)
            return weight / (1 + (1 + A) * G) if theorem1 else weight

        return located(g, log(L), step)

    f = lambda i: signal(exp(i * h)) * (1 if theorem1 and L > 1 else strength(exp(i * h)))
    return located(f, -log(D) - alpha / 2 * log(L), h)


def theorem2(p):
    K, L, alpha = p["usersPerCell"], p["communicationClusterSize"], mpf(p["pathLossExponent"])
    D = p["transmitAntennas"] - K * L - p["targetsPerCell"] * (p["sensingClusterSize"] - 1) + 1
    Y = exp(loggamma(L + alpha / 2) - loggamma(L + 1) - loggamma(1 + alpha / 2)) * D / K
    h = mpf(1) / 8

    def f(i):
        z = exp(i * h)
        lower = gamma(1 - 2 / alpha) if z > 200 else gammainc(1 - 2 / alpha, 0, z)
        return -expm1(-z * Y) / (exp(-z) + z ** (2 / alpha) * lower)

    return located(f, -log(Y), h)


def echo(p):
    c = mpf(p["matchedFilterGain"]) * mpf(p["receiveFilterGain"]) * p["receiveAntennas"] * mpf(p["radarCrossSection"])
    alpha, beta, lam = mpf(p["pathLossExponent"]), mpf(p["echoPathLossExponent"]), mpf(p["baseStationDensity"])
    nu = mpf(p["noisePower"]) / mpf(p["transmitPower"]) * p["usersPerCell"]
    clutter = mpf(0)
    if p["clutterDensity"]:
        sigma = mpf(p["clutterCrossSection"]) * mpf(p["clutterResidual"])
        clutter = mpf(p["clutterDensity"]) / lam * sigma ** (1 / beta) * gamma(1 - 1 / beta)
    return c, alpha, beta, lam, nu, clutter


def no_hole(p, n):
    """v = pi lambda r_Q^2 ~ Gamma(n-1, 1) and u ~ Exp(1) are independent; zeta, then v, then u."""
    K = p["usersPerCell"]
    c, alpha, beta, lam, nu, clutter = echo(p)
    h = mpf(1) / 5
    step = 2 * h / alpha  # so that the echo is needed on one lattice
    divide = 1
    while n > 2 and step / divide > mpf(1) / 4 / sqrt(n):
        divide += 1
    step_u = min(mpf(1) / 5, mpf(1) / 5 / beta)
    pl = pi * lam
    known = {}

    def signal(i):
        """E_u P(c zeta (u/pi lambda)^-beta (v/pi lambda)^(alpha/2)), q = ln zeta + alpha/2 ln v on the lattice."""
        if i not in known:
            q = c * exp(i * h / divide) * pl ** (beta - alpha / 2)
            g = lambda j: exp(j * step_u - exp(j * step_u)) * P(q * exp(-beta * j * step_u), K)
            known[i] = located(g, mpf(0), step_u)
        return known[i]

    def f(i):
        zeta = exp(i * h)
        G = beta_field(zeta, K, alpha)
        a, b = zeta * nu / pl ** (alpha / 2), clutter * pl * (zeta / pl ** (alpha / 2)) ** (1 / beta)

        def g(j):
            lv = j * step / divide
            v = exp(lv)
            return exp((n - 1) * lv - v * (1 + G) - a * v ** (alpha / 2) - b * v ** (alpha / 2 / beta)) * signal(i * divide + j)

        return located(g, log(n / (1 + G)), step / divide)

    return located(f, -log(c * K), h) / gamma(n - 1)


def hole(s, K, alpha):
    """S(s, 0) with the arccosine as it stands; pieces in ln y."""
    total, top = mpf(0), log(mpf(2))
    width = min(mpf(1), 3 / alpha)
    t = top
    floor_ = min(top, log(s) / alpha) - 26  # y^2 there
    nodes = gauss_nodes(24)
    first = True
    while t > floor_:
        # P = 1 to the last digit: the rest is an area
        if K * log1p(s * exp(-alpha * t)) > 60:
            y = exp(t)
            return total + y * y / 2 + (y * y * asin(y / 2) - 2 * asin(y / 2) + y * sqrt(1 - y * y / 4)) / pi + 4 * beta_field(s * mpf(2) ** -alpha, K, alpha)
        if first:  # y = 2 - x^2 near 2, where the arccosine has a root
            end = sqrt(2 - 2 * exp(-width))
            for x, w in nodes:
                r = end * (1 + x) / 2
                y = 2 - r * r
                total += w * end / 2 * 2 * r * P(s * y**-alpha, K) * 2 * y * (1 - acos(y / 2) / pi)
            first = False
        else:
            for x, w in nodes:
                y = exp(t - width * (1 + x) / 2)
                total += w * width / 2 * P(s * y**-alpha, K) * 2 * y * y * (1 - acos(y / 2) / pi)
        t -= width
    return total + 4 * beta_field(s * mpf(2) ** -alpha, K, alpha)


def gauss_nodes(n):
    from numpy.polynomial.legendre import leggauss

    if n not in gauss_nodes.known:
        pairs = []
        for x0 in leggauss(n)[0]:
            x = mpf(float(x0))
            for _ in range(3):  # Newton on P_n
                p0, p1 = mpf(1), x
                for k in range(2, n + 1):
                    p0, p1 = p1, ((2 * k - 1) * x * p1 - (k - 1) * p0) / k
                slope = n * (x * p1 - p0) / (x * x - 1)
                x -= p1 / slope
            pairs.append((x, 2 / ((1 - x * x) * slope**2)))
        gauss_nodes.known[n] = pairs
    return gauss_nodes.known[n]


gauss_nodes.known = {}


def single(p):
    """Q = 1: s outermost, u innermost."""
    K = p["usersPerCell"]
    c, alpha, beta, lam, nu, clutter = echo(p)
    g, pl = beta - alpha / 2, pi * lam
    h = mpf(1) / 4
    step = min(mpf(1) / 5, mpf(2) / 5 / max(alpha, 2 * abs(g)))

    def f(i):
        s = exp(i * h)
        E = 1 + hole(s, K, alpha)

        def inner(j):
            lu = j * step
            u = exp(lu)
            power = (u / pl) ** -g
            return exp(lu - u * E - s * nu * (u / pl) ** (alpha / 2) - u * clutter * (s * power) ** (1 / beta)) * P(c * s * power, K)

        return located(inner, -log(E), step)

    return located(f, -log(c * K) - g * log(pl), h)


def in_mpmath(row):
    p, Q = row["parameters"], row["parameters"]["sensingClusterSize"]
    if row["service"] == "communication":
        return theorem2(p) if row["method"] == "theorem-2" else communication(p, row["method"] == "theorem-1")
    if row["method"] == "theorem-3":
        return no_hole(p, Q + 1)
    if row["method"] == "no-hole" and Q > 1:
        return no_hole(p, Q)
    if Q == 1 and row["method"] != "no-hole":
        return single(p)
    return None


# --- simulation ---------------------------------------------------------------------------------------------------------


def simulate(row, trials=20000, points=400, seed=1):
    """Mean and standard error of ln(1 + SINR): distances, fading and scatterers drawn as the model tells.

    What lies beyond the last point drawn enters by its mean.
    """
    p, rng = row["parameters"], np.random.default_rng(seed)
    K, alpha, lam = p["usersPerCell"], p["pathLossExponent"], p["baseStationDensity"]
    nu = p["noisePower"] / p["transmitPower"] * K
    total = square = 0.0
    done = 0
    while done < trials:
        m = min(2000, trials - done)
        area = np.cumsum(rng.exponential(size=(m, points)), axis=1)
        r = np.sqrt(area / (math.pi * lam))
        power = rng.gamma(K, size=(m, points))
        end = r[:, -1]
        far = K * 2 * math.pi * lam * end ** (2 - alpha) / (alpha - 2)
        if row["service"] == "communication":
            L = p["communicationClusterSize"]
            received = power * r**-alpha
            interference = received[:, L:].sum(axis=1) + far
            sinr = rng.gamma(diversity(p), size=m) * r[:, 0] ** -alpha / (interference + nu)
        else:
            beta, Q = p["echoPathLossExponent"], p["sensingClusterSize"]
            c = p["matchedFilterGain"] * p["receiveFilterGain"] * p["receiveAntennas"] * p["radarCrossSection"]
            angle = rng.uniform(0, 2 * math.pi, size=(m, points))
            R = r[:, 0]
            if row["method"] == "no-hole":  # the serving station sees a Poisson process that owes nothing to the target
                d = np.sqrt(np.cumsum(rng.exponential(size=(m, points)), axis=1) / (math.pi * lam))
                power[:, :Q - 1] = 0.0
            else:
                d = np.sqrt((r * np.cos(angle) - R[:, None]) ** 2 + (r * np.sin(angle)) ** 2)
                d[:, 0], power[:, 0] = 1.0, 0.0  # the serving one
                if row["sensingClusters"] == "target-centric":
                    power[:, 1:Q] = 0.0
                elif Q > 1:
                    nulled = np.argpartition(np.where(np.arange(points) == 0, np.inf, d), Q - 2, axis=1)[:, :Q - 1]
                    np.put_along_axis(power, nulled, 0.0, axis=1)
            disturbance = (power * d**-alpha).sum(axis=1) + far + nu
            disturbance = disturbance * R ** (2 * beta)
            if p["clutterDensity"]:
                sigma = p["clutterCrossSection"] * p["clutterResidual"]
                x = np.sqrt(np.cumsum(rng.exponential(size=(m, points)), axis=1) / (math.pi * p["clutterDensity"]))
                beyond = 2 * math.pi * p["clutterDensity"] * x[:, -1] ** (2 - 2 * beta) / (2 * beta - 2)
                disturbance = disturbance + sigma * ((x ** (-2 * beta)).sum(axis=1) + beyond) * R ** (2 * beta)
            sinr = c * rng.gamma(K, size=m) / disturbance
        rate = np.log1p(sinr)
        total, square, done = total + rate.sum(), square + (rate**2).sum(), done + m
    mean = total / done
    return mean, math.sqrt((square / done - mean**2) / done)


# --- lattices -----------------------------------------------------------------------------------------------------------


def on_lattices(row):
    """oracle.py, for clusters about a base station or a target."""
    p = row["parameters"]
    if row["service"] != "sensing" or row["method"] not in ("exact", "no-hole", "proposition-3"):
        return None
    if p["pathLossExponent"] > 9 or p["sensingClusterSize"] > 40 or not 0.01 < p["echoPathLossExponent"] < 9:
        return None
    c = p["matchedFilterGain"] * p["receiveFilterGain"] * p["receiveAntennas"] * p["radarCrossSection"]
    kind = {"bs-centric": "bs", "target-centric": "target"}.get(row.get("sensingClusters"), "nohole" if row["method"] == "no-hole" else "bs")
    return oracle.sensing(kind, p["usersPerCell"], c, p["sensingClusterSize"], p["pathLossExponent"], p["echoPathLossExponent"],
                          p["baseStationDensity"], p["noisePower"] / p["transmitPower"], p["clutterDensity"],
                          p["clutterCrossSection"] * p["clutterResidual"])


# --- reports ------------------------------------------------------------------------------------------------------------


def label(row):
    p = row["parameters"]
    names = {v: k for k, v in corners.SYMBOLS.items()}
    changed = " ".join(f"{names[k]}={v}" for k, v in p.items() if k in names and v != corners.DEFAULTS[k])
    return f"{row['service'][:4]} {row['method']} {row.get('sensingClusters', '')} {changed}"


def main(chosen):
    options = [c for c in chosen if not c.isdigit()] or ["order", "mpmath", "lattices", "simulation"]
    picked = [int(c) for c in chosen if c.isdigit()]
    rows = [ROWS[i] for i in picked] or ROWS
    for name, compute in (("order", in_other_order), ("mpmath", in_mpmath), ("lattices", on_lattices)):
        if name not in options:
            continue
        worst = 0.0
        sample = rows if picked or name == "order" else [ROWS[i] for i in (MPMATH if name == "mpmath" else LATTICES)]
        for row in sample:
            started = time.time()
            try:
                value = compute(row)
            except (ValueError, MemoryError) as problem:
                print(f"{name} {label(row)}: {problem}", flush=True)
                continue
            if value is None:
                continue
            its_own = ""
            if isinstance(value, tuple):
                value, its_own = value[0], f", of the check {value[1]:.0e}"
            difference = float(mpf(row["value"]) / value - 1)
            worst = max(worst, abs(difference))
            print(f"{name} {difference:+.1e} own {row['oracleError']:.0e}{its_own} value {row['value']:.6g} {label(row)} {time.time() - started:.0f} s", flush=True)
        print(f"{name}: worst {worst:.1e}", flush=True)
    if "simulation" in options:
        for row in [ROWS[i] for i in picked or SIMULATED]:
            mean, error = simulate(row)
            print(f"simulation {mean:.5f} ± {error:.5f} against {row['value']:.5f}, {(mean - row['value']) / error:+.1f} standard errors, {label(row)}", flush=True)


# rows by their place in corners.json
MPMATH = [2, 3, 4, 12, 27, 41, 46, 61, 62, 119, 146, 151]
SIMULATED = [1, 8, 15, 48, 69, 118, 164, 194, 199, 272, 290, 319, 348]
LATTICES = [14, 15, 17, 18, 23, 24, 157, 163, 164, 172, 181, 187, 199, 208, 242, 281, 298, 326, 361, 373]

if __name__ == "__main__":
    main(sys.argv[1:])
