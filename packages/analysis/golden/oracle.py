"""Independent numerical oracle for the rates of the cooperative ISAC model.

Every rate has the shape

    R = int_0^inf (1 - (1 + c z)^(-k)) / z  E[exp(-z I)] dz        (nats)

and is integrated here in its direct variables: z outermost, then u = pi lambda r^2, then the distance t
(or w = 1/eta) of the last nulled base station, then the distance y of an interferer.  All rules are composite
Gauss-Legendre on many panels in logarithmic variables; interferer integrals are accumulated panel by panel with
spectral integration matrices.  No incomplete beta function is called anywhere: even
K z^(2/alpha) B(...) + (1+z)^(-K) - 1 is integrated as int_1^inf (1 - (1 + z w^(-alpha/2))^(-K)) dw.

Each public function returns (value, relative_error_estimate); the estimate is the difference between two
resolutions whose panels, node counts and ranges all differ.  The finer value is returned.

Conditional on u every cluster (size n >= 2) has one form,

    E[exp(-zI) | u] = int_0^inf u dA (uA)^(n-2)/(n-2)! exp(-u (A + S(s, A))),     s = z (u/(pi lambda))^gamma

    bs-centric      A(t) = int_0^t a,   S = int_t^inf P(s y^-alpha) a(y) dy
    no hole         a(t) = 2t
    theorem 3       no hole with n = Q + 1, for v = uA = pi lambda r_Q^2 ~ Gamma(Q, 1) independent of u
    target-centric  A = w^2 - 1,        S = int P(s y^-alpha) 2y f_w(y) dy
    communication   A = w^2 - 1,        S = int_w^inf P(s y^-alpha) 2y dy,        w = r_L / r

with P(x) = 1 - (1+x)^(-K), gamma = beta - alpha/2 (0 for communication) and Exp(1) for u.  When gamma = 0 and no
noise is present the u-integral is Gamma(n)-closed, as in the model: (n-1) int A^(n-2) (1+A+S)^(-n) dA.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil, exp, lgamma, log, pi

import numpy as np
import scipy.sparse as sparse
from scipy.special import gammaln


class Resolution:
    """Panel widths (in the logarithmic variable) and node counts of one run of the oracle."""

    def __init__(self, name, dist, n_dist, n_t, w, n_w, z, n_z, u, n_u, s, n_s, tail, near):
        self.name = name
        self.dist, self.n_dist = dist, n_dist  # interferer distance, width times alpha
        self.n_t = n_t  # nodes per distance panel of the cluster radius t
        self.w, self.n_w = w, n_w  # cluster radius about the target, width times alpha
        self.z, self.n_z = z, n_z
        self.u, self.n_u = u, n_u
        self.s, self.n_s = s, n_s  # interpolation panels in ln s
        self.tail = tail  # e^-tail is dropped
        self.near = near  # ln of the least w - 1 about the target


COARSE = Resolution("coarse", 1.5, 20, 10, 2.2, 14, 2.0, 14, 1.7, 12, 1.0, 14, 32.0, -15.0)
FINE = Resolution("fine", 1.1, 22, 12, 1.6, 16, 1.5, 16, 1.2, 14, 0.8, 16, 35.0, -16.5)
# for triple integrals and the target-centric field, where the pair above would take minutes per row
LIGHT_COARSE = Resolution("light coarse", 2.0, 18, 8, 2.8, 12, 2.2, 12, 1.9, 11, 1.1, 14, 27.0, -14.5)
LIGHT_FINE = Resolution("light fine", 1.6, 20, 9, 2.3, 13, 2.0, 13, 1.7, 12, 0.9, 16, 29.0, -15.5)

# more than eight base stations: Gamma(n) is narrow in ln A, so more nodes per panel
CROWDED_COARSE = Resolution("crowded coarse", 2.0, 18, 15, 2.8, 19, 2.2, 12, 1.9, 11, 1.1, 14, 27.0, -14.5)
CROWDED_FINE = Resolution("crowded fine", 1.6, 20, 17, 2.3, 21, 2.0, 13, 1.7, 12, 0.9, 16, 29.0, -15.5)

SERIES_LIMIT = 0.02


@lru_cache(maxsize=None)
def gauss(n):
    return np.polynomial.legendre.leggauss(n)


def panels(lo, hi, width, n):
    """Composite Gauss-Legendre nodes and weights on [lo, hi] with panels no wider than width."""
    count = max(1, ceil((hi - lo) / width))
    x, wt = gauss(n)
    edges = np.linspace(lo, hi, count + 1)
    half = 0.5 * np.diff(edges)[:, None]
    mid = 0.5 * (edges[1:] + edges[:-1])[:, None]
    return (mid + half * x).ravel(), (half * wt).ravel()


def lagrange_matrix(nodes, at):
    """Values at `at` of the Lagrange basis on `nodes`; shape (len(at), len(nodes))."""
    n = len(nodes)
    d = nodes[:, None] - nodes[None, :]
    np.fill_diagonal(d, 1.0)
    bary = 1.0 / np.prod(d, axis=1)
    diff = at[:, None] - nodes[None, :]
    hit = np.abs(diff) < 1e-300
    diff[hit] = 1.0
    m = bary / diff
    m /= m.sum(axis=1)[:, None]
    rows = hit.any(axis=1)
    m[rows] = hit[rows]
    return m


@lru_cache(maxsize=None)
def upper_integration(n_from, n_to):
    """Matrix of int_{x_i}^{1} l_j on [-1, 1]: Lagrange on n_from Gauss nodes, x_i the n_to Gauss nodes."""
    x, _ = gauss(n_from)
    t, _ = gauss(n_to)
    q, qw = gauss(n_from)
    out = np.empty((n_to, n_from))
    for i, ti in enumerate(t):
        half = 0.5 * (1.0 - ti)
        out[i] = (half * qw) @ lagrange_matrix(x, 0.5 * (1.0 + ti) + half * q)
    return out


def step(log_x, K):
    """P(x) = 1 - (1+x)^(-K) from ln x."""
    return -np.expm1(-K * np.log1p(np.exp(np.minimum(log_x, 690.0))))


def step_series(eps, K, alpha):
    """int_1^inf P(eps w^(-alpha/2)) dw for K eps <= SERIES_LIMIT, by the binomial series."""
    total = np.zeros_like(eps)
    term = np.ones_like(eps)
    for n in range(1, 13):
        term = term * (-eps) * (K + n - 1) / n
        total -= term / (n * alpha / 2 - 1)
    return total


class OuterField:
    """G(zeta) = int_1^inf (1 - (1 + zeta w^(-alpha/2))^(-K)) dw: interference from outside the unit disc."""

    def __init__(self, K, alpha, res, log_hi):
        self.K, self.alpha, self.res = K, alpha, res
        self.lo = log(SERIES_LIMIT / K)
        self.width = res.s
        self.count = max(1, ceil((log_hi - self.lo) / res.s) + 1)
        self.x, _ = gauss(res.n_s)
        mid = self.lo + (np.arange(self.count) + 0.5) * self.width
        log_zeta = (mid[:, None] + 0.5 * self.width * self.x).ravel()
        values = np.concatenate([self._direct(c) for c in np.array_split(log_zeta, max(1, len(log_zeta) // 256))])
        # Legendre coefficients of each panel, evaluated later by Clenshaw
        n = res.n_s
        _, wt = gauss(n)
        vander = np.polynomial.legendre.legvander(self.x, n - 1)
        to_coef = (np.arange(n) + 0.5)[:, None] * (vander * wt[:, None]).T
        self.coef = np.ascontiguousarray((values.reshape(self.count, n) @ to_coef.T).T)

    def _direct(self, log_zeta):
        K, alpha, res = self.K, self.alpha, self.res
        end = np.maximum(0.0, (log_zeta - self.lo) * 2 / alpha)
        count = max(1, ceil(end.max() / (2 * res.dist / alpha)))
        y, wt = panels(0.0, 1.0, 1.0 / count, res.n_dist)
        log_w = end[:, None] * y
        body = (step(log_zeta[:, None] - alpha / 2 * log_w, K) * np.exp(log_w)) @ wt * end
        return body + np.exp(end) * step_series(np.exp(log_zeta - alpha / 2 * end), K, alpha)

    def __call__(self, log_zeta):
        log_zeta = np.asarray(log_zeta, dtype=float)
        small = log_zeta <= self.lo
        out = np.empty_like(log_zeta)
        out[small] = step_series(np.exp(log_zeta[small]), self.K, self.alpha)
        big = log_zeta[~small]
        if big.size:
            p = (big - self.lo) / self.width
            idx = p.astype(int)
            if idx.max() >= self.count:
                raise ValueError("outer field tabulated too short")
            xi = 2 * (p - idx) - 1
            n = self.coef.shape[0]
            b1 = np.zeros_like(xi)
            b2 = np.zeros_like(xi)
            for k in range(n - 1, 0, -1):
                b1, b2 = self.coef[k][idx] + (2 * k + 1) / (k + 1) * xi * b1 - (k + 1) / (k + 2) * b2, b1
            out[~small] = self.coef[0][idx] + xi * b1 - 0.5 * b2
        return out


# --- geometry: lattices of the cluster radius with A, dA, and S(s, .) on them -----------------------------------


def dist_width(alpha, res):
    return min(0.5, res.dist / alpha)


class NoHoleLattice:
    """a(t) = 2t on ln t in [lo, hi]; S = t^2 G(s t^-alpha)."""

    def __init__(self, alpha, res, lo, hi):
        n = 2 * res.n_t
        x, wt = panels(lo, hi, 2 * dist_width(alpha, res), n)
        self.alpha = alpha
        self.log_t = x
        self.A = np.exp(2 * x)
        self.dA = 2 * self.A * wt

    def field(self, log_s, K, outer):
        return np.exp(2 * self.log_t) * outer(log_s[:, None] - self.alpha * self.log_t)


class CommunicationLattice:
    """w = 1 + e^x, A = w^2 - 1, S = w^2 G(s w^-alpha)."""

    def __init__(self, alpha, res, lo, hi):
        n = 2 * res.n_t
        x, wt = panels(lo, hi, 2 * dist_width(alpha, res), n)
        e = np.exp(x)
        self.alpha = alpha
        self.log_w = np.log1p(e)
        self.A = e * (2 + e)
        self.dA = 2 * (1 + e) * e * wt

    def field(self, log_s, K, outer):
        return np.exp(2 * self.log_w) * outer(log_s[:, None] - self.alpha * self.log_w)


class BaseStationLattice:
    """bs-centric: a(t) = 2t(1 - arccos(t/2)/pi) below 2, through t = 2 sin(phi), panels in ln phi; ln t above."""

    def __init__(self, alpha, res, lo, hi):
        self.alpha, self.res = alpha, res
        width = dist_width(alpha, res)
        self.n_y, self.n_t = res.n_dist, res.n_t
        top = log(pi / 2)
        below = max(1, ceil((top - lo) / width))
        self.below = below
        hi = max(hi, log(2) + 1.0)
        above = max(1, ceil((hi - log(2)) / width))
        self.half = np.concatenate([np.full(below, (top - lo) / below), np.full(above, (hi - log(2)) / above)]) / 2
        mid = np.concatenate(
            [lo + (2 * np.arange(below) + 1) * (top - lo) / below / 2,
             log(2) + (2 * np.arange(above) + 1) * (hi - log(2)) / above / 2]
        )
        self.log_end = hi
        self.log_y, self.a_dy, _ = self._geometry(mid, gauss(self.n_y)[0])
        log_t, a_dt, A = self._geometry(mid, gauss(self.n_t)[0])
        self.log_t = log_t.ravel()
        self.A = A.ravel()
        self.dA = (a_dt * gauss(self.n_t)[1] * self.half[:, None]).ravel()

    def _geometry(self, mid, nodes):
        x = mid[:, None] + self.half[:, None] * nodes
        b = self.below
        log_t, a_dt, A = np.empty_like(x), np.empty_like(x), np.empty_like(x)
        phi = np.exp(x[:b])
        t = 2 * np.sin(phi)
        log_t[:b] = np.log(t)
        a_dt[:b] = 2 * t * (0.5 + phi / pi) * 2 * np.cos(phi) * phi
        p2 = 2 * phi
        odd = np.where(p2 < 0.3, -(p2**3) / 6 * (1 - p2**2 / 20 * (1 - p2**2 / 42 * (1 - p2**2 / 72 * (1 - p2**2 / 110)))),
                       np.sin(p2) - p2)
        A[:b] = t * t / 2 + (phi * t * t + odd) / pi
        t = np.exp(x[b:])
        log_t[b:] = x[b:]
        a_dt[b:] = 2 * t * t
        A[b:] = t * t - 1
        return log_t, a_dt, A

    def field(self, log_s, K, outer):
        out = np.empty((len(log_s), len(self.A)))
        _, wt = gauss(self.n_y)
        upper = upper_integration(self.n_y, self.n_t)
        flat = self.log_y.ravel()
        for i in range(0, len(log_s), 64):
            ls = log_s[i:i + 64]
            g = step(ls[:, None] - self.alpha * flat, K).reshape(len(ls), *self.log_y.shape)
            g *= self.a_dy * self.half[:, None]
            full = g @ wt
            above = np.empty_like(full)  # the panels above, summed without subtraction
            above[:, :-1] = np.cumsum(full[:, :0:-1], axis=1)[:, ::-1]
            above[:, -1] = 0.0
            far = np.exp(2 * self.log_end) * outer(ls - self.alpha * self.log_end)
            out[i:i + 64] = (g @ upper.T + (above + far[:, None])[:, :, None]).reshape(len(ls), -1)
        return out


@lru_cache(maxsize=4)
def target_weights(width, n_y, w_width, n_w, near, units):
    """Product-integration weights of int 2y f_w(y) (.) dy on ln y panels, for a lattice of w = 1 + e^x.

    For y in [w-1, w+1], y = w - cos(phi) makes f_w analytic:
    pi f = 2 atan2(sin(phi/2) sqrt(2w+1-c), cos(phi/2) sqrt(2w-1-c)), c = cos(phi).
    Above w+1 f = 1.  Only the partial panels are weighted here; the full ones above are summed.
    """
    lo = near - 1.0
    n_panels = ceil((units - near + 1.5) / width)
    edges = lo + width * np.arange(n_panels + 1)
    y_nodes, _ = gauss(n_y)
    x, x_wt = panels(near, float(units), w_width, n_w)
    eps = np.exp(x)
    q, qw = gauss(28)
    rows, cols, vals = [], [], []
    first_full = np.empty(len(x), dtype=int)
    for r, e in enumerate(eps):
        w = 1 + e
        start, end = log(e), log(2 + e)
        p0 = int((start - lo) / width)
        p1 = int((end - lo) / width)
        cut = np.concatenate([[start], edges[p0 + 1:p1 + 1], [end]])
        # phi at each cut: 2 sin^2(phi/2) = y - eps
        arg = np.clip((np.exp(cut) - e) / 2, 0.0, 1.0)
        arg[0], arg[-1] = 0.0, 1.0
        phi = 2 * np.arcsin(np.sqrt(arg))
        half = 0.5 * np.diff(phi)[:, None]
        ph = 0.5 * (phi[1:] + phi[:-1])[:, None] + half * q
        sh, ch = np.sin(ph / 2), np.cos(ph / 2)
        y = e + 2 * sh * sh
        c = 1 - 2 * sh * sh
        f = 2 / pi * np.arctan2(sh * np.sqrt(2 * w + 1 - c), ch * np.sqrt(2 * w - 1 - c))
        wt = 2 * y * f * (2 * sh * ch) * half * qw
        pid = p0 + np.arange(len(half))
        local = 2 * (np.log(y) - edges[pid][:, None]) / width - 1
        basis = lagrange_matrix(y_nodes, local.ravel()).reshape(*local.shape, n_y)
        block = np.einsum("pq,pqn->pn", wt, basis)
        # complete the last panel above w + 1, where f = 1
        a, b = end, edges[p1 + 1]
        hh = 0.5 * (b - a)
        ly = 0.5 * (a + b) + hh * q
        block[-1] += (2 * np.exp(2 * ly) * hh * qw) @ lagrange_matrix(y_nodes, 2 * (ly - edges[p1]) / width - 1)
        rows.append(np.full(block.size, r))
        cols.append((pid[:, None] * n_y + np.arange(n_y)).ravel())
        vals.append(block.ravel())
        first_full[r] = p1 + 1
    matrix = sparse.csr_matrix(
        (np.concatenate(vals), (np.concatenate(rows), np.concatenate(cols))), shape=(len(x), n_panels * n_y)
    )
    return x, x_wt, matrix, first_full, edges


class TargetLattice:
    """target-centric: w = r_Q / R = 1 + e^x, A = w^2 - 1."""

    def __init__(self, alpha, res, lo, hi):
        # a few fixed widths, so that the weights can be cached between rows
        alpha_up = min(6.0, max(3.0, ceil(alpha)))
        width = dist_width(alpha_up, res)
        units = int(ceil(max(hi, 4.0) / 4.0) * 4)
        self.n_y = res.n_dist
        self.alpha = alpha
        self.width = width
        x, x_wt, self.matrix, self.first_full, edges = target_weights(
            width, self.n_y, min(0.8, res.w / alpha_up), res.n_w, res.near, units)
        self.n_panels = len(edges) - 1
        self.log_end = edges[-1]
        self.log_y = ((edges[1:] + edges[:-1])[:, None] / 2 + width / 2 * gauss(self.n_y)[0])
        e = np.exp(x)
        self.A = e * (2 + e)
        self.dA = 2 * (1 + e) * e * x_wt
        self.lump = exp(res.near) * (2 + exp(res.near))  # A below the lattice, carried by its first node

    def field(self, log_s, K, outer):
        out = np.empty((len(log_s), len(self.A)))
        _, wt = gauss(self.n_y)
        flat = self.log_y.ravel()
        full_wt = 2 * np.exp(2 * self.log_y) * self.width / 2 * wt
        for i in range(0, len(log_s), 64):
            ls = log_s[i:i + 64]
            P = step(ls[:, None] - self.alpha * flat, K)
            full = np.einsum("spn,pn->sp", P.reshape(len(ls), self.n_panels, self.n_y), full_wt)
            far = np.exp(2 * self.log_end) * outer(ls - self.alpha * self.log_end)
            above = np.zeros((len(ls), self.n_panels + 1))
            above[:, :-1] = np.cumsum(full[:, ::-1], axis=1)[:, ::-1]
            out[i:i + 64] = (self.matrix @ P.T).T + above[:, self.first_full] + far[:, None]
        return out


LATTICE = {"bs": BaseStationLattice, "nohole": NoHoleLattice, "target": TargetLattice, "communication": CommunicationLattice}


def hole_field(log_s, K, alpha, res, outer, hole=True):
    """S(s, 0), Q = 1: every base station but the serving one interferes."""
    out = np.empty(len(log_s))
    for i in range(0, len(log_s), 64):
        ls = log_s[i:i + 64]
        width = dist_width(alpha, res)
        # below 2: relative to the scale of the step, P = 1 below, so y^2 must only be small against it
        lo = min(0.0, float(ls.min()) / alpha) - res.tail / 2 - 3
        x, wt = panels(lo, log(pi / 2), width, res.n_dist)
        phi = np.exp(x)
        t = 2 * np.sin(phi)
        a = 2 * t * ((0.5 + phi / pi) if hole else 1.0)
        near = step(ls[:, None] - alpha * np.log(t), K) @ (a * 2 * np.cos(phi) * phi * wt)
        out[i:i + 64] = near + 4 * outer(ls - alpha * log(2))
    return out


# --- outer integrals --------------------------------------------------------------------------------------------


def log_gain(log_z, c, k):
    """1 - (1 + c z)^(-k)."""
    return step(log_z + log(c), k)


def closed_cluster(kind, n, log_z, K, alpha, res):
    """E[exp(-zI)] with s = z and the u-integral closed: (n-1) int A^(n-2) (1+A+S)^(-n) dA."""
    out = np.empty(len(log_z))
    top = log_z[-1]
    outer = OuterField(K, alpha, res, max(10.0, top + alpha * 24))
    size = 8.0
    start = 0
    while start < len(log_z):
        stop = np.searchsorted(log_z, log_z[start] + size, side="right")
        lz = log_z[start:stop]
        reach = max(0.0, (lz[-1] + log(K)) / alpha) + 2.0
        base = max(0.0, lz[0] / alpha)
        lo = -res.tail / 2 - 3 + (base if kind == "nohole" else 0.0)
        lattice = LATTICE[kind](alpha, res, lo, reach + res.tail / 2 + 1.5)
        for i in range(0, len(lz), 128):
            S = lattice.field(lz[i:i + 128], K, outer)
            A = lattice.A
            ratio = A / (1 + A + S)
            body = lattice.dA / (1 + A + S) ** 2 * ratio ** (n - 2)
            total = body.sum(axis=1)
            if kind == "target":
                total += np.exp((n - 1) * log(lattice.lump) - log(n - 1) - n * np.log1p(S[:, 0]))
            out[start + i:start + i + len(total)] = (n - 1) * total
        start = stop
    return out


def closed_single(log_z, K, alpha, res, hole):
    outer = OuterField(K, alpha, res, max(10.0, log_z[-1] + 1))
    return 1 / (1 + hole_field(log_z, K, alpha, res, outer, hole))


def z_lattice(c, k, scale, slope, res):
    """ln z nodes: below, the integrand falls as z; above, as z^(-slope)."""
    lo = min(-log(c * k), scale) - res.tail - 3
    hi = max(-log(c), scale) + res.tail / slope + 6
    return panels(lo, hi, res.z, res.n_z)


def finish(run, light=False, n=1):
    pair = (COARSE, FINE)
    if light:
        pair = (CROWDED_COARSE, CROWDED_FINE) if n > 8 else (LIGHT_COARSE, LIGHT_FINE)
    coarse, fine = run(pair[0]), run(pair[1])
    return float(fine), float(abs(fine - coarse) / abs(fine))


# --- communication ----------------------------------------------------------------------------------------------


def communication_exact(K, L, D, alpha):
    def run(res):
        x, wt = z_lattice(1.0, D, -log(K), 2 / alpha, res)
        outer = OuterField(K, alpha, res, x[-1] + 1)
        gain = log_gain(x, 1.0, D)
        if L == 1:
            return np.sum(wt * gain / (1 + outer(x)))
        return np.sum(wt * gain * eta_average(x, L, alpha, res, lambda log_m, G: (1 + G) ** (-L), outer))
    return finish(run)


def communication_theorem1(K, L, D, alpha):
    if L == 1:
        return communication_exact(K, 1, D, alpha)

    def run(res):
        x, wt = z_lattice(1.0, D, -log(K), 2 / alpha, res)
        outer = OuterField(K, alpha, res, x[-1] + 1)
        gain = log_gain(x, 1.0, D)
        return np.sum(wt * gain * eta_average(x, L, alpha, res, lambda log_m, G: 1 / (1 + G * np.exp(-log_m)), outer))
    return finish(run)


def eta_average(log_z, L, alpha, res, integrand, outer):
    """int_0^1 2(L-1) eta (1-eta^2)^(L-2) g(eta) d eta in ln eta^2, G = eta^2 H(z, K, alpha, eta)."""
    out = np.empty(len(log_z))
    for i in range(0, len(log_z), 32):
        lz = log_z[i:i + 32]
        lo = -max(0.0, (lz[-1] + log(outer.K)) * 2 / alpha) - res.tail - 8
        lm, wt = panels(lo, 0.0, 2.5 * dist_width(alpha, res), 2 * res.n_t)
        G = outer(lz[:, None] + alpha / 2 * lm)
        log_weight = log(L - 1) + lm + (L - 2) * np.log(-np.expm1(lm))
        out[i:i + 32] = integrand(lm, G) @ (np.exp(log_weight) * wt)
    return out


def lower_gamma_field(log_z, alpha, res):
    """F - 1 = int_1^inf (1 - exp(-z w^(-alpha/2))) dw, that is e^-z - 1 + z^(2/alpha) gamma(1-2/alpha, z)."""
    def series(eps):
        total, term = np.zeros_like(eps), np.ones_like(eps)
        for n in range(1, 13):
            term = term * (-eps) / n
            total -= term / (n * alpha / 2 - 1)
        return total

    out = np.empty(len(log_z))
    for i in range(0, len(log_z), 64):
        lz = log_z[i:i + 64]
        end = np.maximum(0.0, (lz - log(SERIES_LIMIT)) * 2 / alpha)
        count = max(1, ceil(end.max() / (2 * res.dist / alpha)))
        y, wt = panels(0.0, 1.0, 1.0 / count, res.n_dist)
        log_w = end[:, None] * y
        body = (-np.expm1(-np.exp(lz[:, None] - alpha / 2 * log_w)) * np.exp(log_w)) @ wt * end
        out[i:i + 64] = body + np.exp(end) * series(np.exp(lz - alpha / 2 * end))
    return out


def communication_theorem2(K, L, D, alpha):
    def run(res):
        gain = exp(lgamma(L + alpha / 2) - lgamma(L + 1) - lgamma(1 + alpha / 2)) * D / K
        lo = min(-log(gain), 0.0) - res.tail - 3
        hi = max(-log(gain), 0.0) + res.tail * alpha / 2 + 6
        x, wt = panels(lo, hi, res.z, res.n_z)
        return np.sum(wt * -np.expm1(-np.exp(x + log(gain))) / (1 + lower_gamma_field(x, alpha, res)))
    return finish(run)


# --- the open u-integral: alpha != 2 beta, noise, or as a check -------------------------------------------------


def open_rate(kind, n, K, gain_k, c, alpha, gamma, density, res, noise=0.0, noise_power=0.0, clutter=0.0, clutter_beta=1.0):
    """int dz/z (1-(1+cz)^-gain_k) int du e^-u E[.|u] exp(-z noise (u/pi lambda)^noise_power - u clutter z^(1/clutter_beta)).

    kind 'single' and 'single-nohole' are n = 1 seen from the serving base station; 'single-communication' L = 1.
    """
    # the coarse scale of E in ln z: u ~ 1, s ~ 1/K
    log_pl = log(pi * density)
    kappa_s = 1 + gamma * 2 / alpha  # u S(s(u)) ~ u^kappa_s
    slope = min(1.0, 2 / (alpha * kappa_s))  # integrand ~ z^-slope
    if noise:
        slope_noise = 1 / noise_power
        slope = max(slope, slope_noise) if noise_power * 2 / alpha >= kappa_s else slope
    lz, wz = z_lattice(c, gain_k, gamma * log_pl - log(K), min(slope, 2 / (alpha * kappa_s)), res)
    gain = log_gain(lz, c, gain_k)

    reach = lz[-1] + abs(gamma) * (abs(log_pl) + 140) + 20
    outer = OuterField(K, alpha, res, max(40.0, reach + alpha * 25))
    # u*(z): exponent ~ 1; crude bisection on a proxy S ~ (K s)^(2/alpha) (+ s K / (alpha/2-1) for communication)
    def proxy(lu, lzv):
        ls = lzv + gamma * (lu - log_pl)
        if kind.endswith("communication"):
            big = np.log(outer(np.atleast_1d(ls)))
        else:
            big = 2 / alpha * (ls + log(K)) + log(1 + 1 / (alpha / 2 - 1))
        e = np.logaddexp(lu + big, lu)
        if noise:
            e = np.logaddexp(e, lzv + log(noise) + noise_power * (lu - log_pl))
        if clutter:
            e = np.logaddexp(e, lu + log(clutter) + lzv / clutter_beta)
        return e

    a = np.full(len(lz), -400.0)
    b = np.full(len(lz), 5.0)
    for _ in range(60):
        m = 0.5 * (a + b)
        up = proxy(m, lz) > 0
        b = np.where(up, m, b)
        a = np.where(up, a, m)
    lu_star = a
    lu_low = lu_star - res.tail - 2
    rate_u = max(1.0, kappa_s, noise_power if noise else 0.0)
    x_u, w_u = panels(lu_low.min(), log(60.0), res.u / rate_u, res.n_u)
    n_u = res.n_u

    # table of S(s, lattice) on ln s panels covering every pair in use
    ls_all_lo, ls_all_hi = np.inf, -np.inf
    for edge in (lu_low, np.full(len(lz), log(60.0)), lu_star):
        ls = lz + gamma * (np.maximum(edge, x_u[0]) - log_pl)
        ls_all_lo, ls_all_hi = min(ls_all_lo, ls.min()), max(ls_all_hi, ls.max())
    if gamma != 0:
        # pairs far above u* are dead: bound by u* + 12 (in units of the decay)
        ls = lz + gamma * (np.minimum(lu_star + 14 / min(1.0, kappa_s), log(60.0)) - log_pl)
        lo_side = lz + gamma * (lu_low - log_pl)
        ls_all_lo, ls_all_hi = min(ls.min(), lo_side.min()), max(ls.max(), lo_side.max())
    floor = -res.tail * alpha / 2 - log(K) - 5 * alpha
    s_lo = max(ls_all_lo, floor) - 1.0
    s_count = ceil((ls_all_hi + 1.0 - s_lo) / res.s) + 1
    sx, _ = gauss(res.n_s)
    s_mid = s_lo + (np.arange(s_count) + 0.5) * res.s
    s_nodes = s_mid[:, None] + res.s / 2 * sx
    single = kind.startswith("single")
    A = np.zeros(1)
    log_dA = np.zeros(1)
    if not single:
        t_hi = 0.5 * (log(60 + 4 * n) - x_u[0]) + 1.0
        t_lo = -res.tail - 4 if kind == "communication" else -res.tail / 2 - 4
        lattice = LATTICE[kind](alpha, res, t_lo, t_hi)
        A, dA = lattice.A, lattice.dA.copy()
        if kind == "target":
            # the lump below the lattice rides on the first node, with its A^(n-2)
            dA[0] += lattice.lump ** (n - 1) / (n - 1) / A[0] ** (n - 2)
        log_dA = np.log(dA)
        log_A = np.log(A)
        table = lattice.field(s_nodes.ravel(), K, outer).reshape(s_count, res.n_s, -1)
    elif kind == "single-communication":
        table = outer(s_nodes.ravel()).reshape(s_count, res.n_s, 1)
    else:
        table = hole_field(s_nodes.ravel(), K, alpha, res, outer, kind == "single").reshape(s_count, res.n_s, 1)

    low_cut = (-res.tail - 3 + lgamma(n)) / max(1, n - 1)
    high_cut = log(res.tail + 22 + 4 * n)
    total = np.zeros(len(lz))
    alive = np.ones(len(lz), dtype=bool)
    for p in range(len(x_u) // n_u):
        part = np.zeros(len(lz))
        for q in range(p * n_u, (p + 1) * n_u):
            lu = x_u[q]
            u = exp(lu)
            use = np.flatnonzero(alive & (lu_low <= x_u[(p + 1) * n_u - 1]))
            if not len(use):
                continue
            ls = np.maximum(lz[use] + gamma * (lu - log_pl), s_lo)
            pos = (ls - s_lo) / res.s
            idx = pos.astype(int)
            if idx.max() >= s_count:
                raise ValueError("table of S too short")
            if single:
                sl = slice(0, 1)
                base = np.zeros(1)
            else:
                inside = np.flatnonzero((lu + log_A > low_cut) & (lu + log_A < high_cut))
                sl = slice(inside[0], inside[-1] + 1)
                base = log_dA[sl] + lu + (n - 2) * (lu + log_A[sl]) - lgamma(n - 1) - u * A[sl]
            W = lagrange_matrix(sx, 2 * (pos - idx) - 1)
            cond = np.empty(len(use))
            cuts = np.flatnonzero(np.diff(idx)) + 1
            for g0, g1 in zip(np.r_[0, cuts], np.r_[cuts, len(idx)]):
                S = W[g0:g1] @ table[idx[g0]][:, sl]
                S *= -u
                S += base
                np.exp(S, out=S)
                cond[g0:g1] = S.sum(axis=1)
            expo = -u
            if noise:
                expo = expo - noise * np.exp(lz[use] + noise_power * (lu - log_pl))
            if clutter:
                expo = expo - u * clutter * np.exp(lz[use] / clutter_beta)
            part[use] += w_u[q] * u * cond * np.exp(expo)
        total += part
        alive &= ~((part < 1e-18 * total) & (x_u[(p + 1) * n_u - 1] > lu_star))
    return np.sum(wz * gain * total)


# --- sensing ----------------------------------------------------------------------------------------------------


def sensing_kind(kind, Q):
    if kind == "theorem3":
        return "nohole", Q + 1
    if Q == 1:
        return ("single-nohole" if kind == "nohole" else "single"), 1
    return kind, Q


def sensing(kind, K, c, Q, alpha, beta, density, noise_to_power=0.0, clutter_density=0.0, clutter_coefficient=0.0,
            force_open=False, light=None):
    """kind: 'bs', 'target', 'nohole', 'theorem3'."""
    name, n = sensing_kind(kind, Q)
    gamma = beta - alpha / 2
    if abs(gamma) < 1e-14:
        gamma = 0.0
    closed = gamma == 0.0 and not noise_to_power and not clutter_density and not force_open

    def run(res):
        if closed:
            x, wt = z_lattice(c, K, -log(K), 2 / alpha, res)
            gain = log_gain(x, c, K)
            if n == 1:
                return np.sum(wt * gain * closed_single(x, K, alpha, res, name == "single"))
            return np.sum(wt * gain * closed_cluster(name, n, x, K, alpha, res))
        clutter = 0.0
        if clutter_density:
            clutter = clutter_density / density * clutter_coefficient ** (1 / beta) * exp(lgamma(1 - 1 / beta))
        return open_rate(name, n, K, K, c, alpha, gamma, density, res, noise=noise_to_power * K, noise_power=beta,
                         clutter=clutter, clutter_beta=beta)
    if light is None:
        light = name == "target" or (not closed and n > 1)
    return finish(run, light, n)


def communication_noise(K, L, D, alpha, density, noise_to_power):
    """Exact rate with thermal noise: factor exp(-z nu K (u/pi lambda)^(alpha/2))."""
    kind = "single-communication" if L == 1 else "communication"

    def run(res):
        return open_rate(kind, L, K, D, 1.0, alpha, 0.0, density, res, noise=noise_to_power * K, noise_power=alpha / 2)
    return finish(run, light=L > 1, n=L)
