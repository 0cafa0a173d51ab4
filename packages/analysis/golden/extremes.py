"""The oracle for the corners of the legal domain: noise, clutter, hundreds of base stations, any scale.

`oracle.py` lays fixed lattices over a box of ordinary networks.  Here nothing is assumed about where the mass is: every
integrand is handled by its logarithm, scanned first, and integrated on panels that are halved until they resolve it.

Distances are in units of the serving link r (R for sensing), u = pi lambda r^2 ~ Exp(1), s = z (u/(pi lambda))^gamma with
gamma = beta - alpha/2 (communication: 0), and A is the mean number of base stations, over u, within the cluster's radius:

    bs-centric      A(t) = int_0^t a,   S = int_t^inf P(s y^-alpha) a(y) dy
    no hole         a(t) = 2t
    theorem 3       no hole with n = Q + 1
    target-centric  A = w^2 - 1,        S = int P(s y^-alpha) 2y f_w(y) dy
    communication   A = w^2 - 1,        S = int_w^inf P(s y^-alpha) 2y dy

P(x) = 1 - (1+x)^-K.  With n the cluster's size and E = 1 + A + S(s, A), every rate is

    R = int ds/s  int dA A^(n-2)/(n-2)!  int du u^(n-1) e^(-u E)  gain  noise  clutter

    gain     1 - (1 + c s (u/(pi lambda))^-gamma)^-k
    noise    exp(-s (N0 K/P_t) (u/(pi lambda))^(alpha/2))
    clutter  exp(-kappa s^(1/beta) u^(1-gamma/beta) (pi lambda)^(gamma/beta)),
             kappa = lambda_x/lambda_b sigma_x^(1/beta) Gamma(1-1/beta)

with s, not z, outermost: S then depends on two variables only, and what is left of u is log-concave in ln u, so that its
peak can't be missed.  (n = 1 has no A.)  No incomplete beta or gamma function is called.

Each public function returns (value, relative error); the error is the difference between two runs whose panels, node
counts, tolerances and ranges all differ.  The finer value is returned.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil, exp, expm1, lgamma, log, pi

import numpy as np

LOG_PI = log(pi)


class Run:
    """Node counts (s, A, ln u, distance), first panel width in ln A, tolerance of a panel, the e-folds that are kept, the
    levels below the peak that bound panels in ln u, the panels of the table of G and those of the ring in alpha ln y."""

    def __init__(self, n_s, n_a, n_u, n_y, first, tolerance, drop, levels, table, piece):
        self.n_s, self.n_a, self.n_u, self.n_y = n_s, n_a, n_u, n_y
        self.first, self.tolerance, self.drop = first, tolerance, drop
        self.levels, self.table, self.piece = levels, table, piece


COARSE = Run(12, 12, 10, 20, 2.6, 3e-9, 34.0, (0.3, 1.5, 4.0, 8.5, 14.0, 20.0, 27.0), (0.9, 15), 4.2)
FINE = Run(15, 15, 12, 22, 2.0, 3e-10, 38.0, (0.2, 1.0, 3.0, 6.5, 11.0, 17.0, 24.0, 31.0), (0.7, 17), 3.3)


@lru_cache(maxsize=None)
def gauss(n):
    return np.polynomial.legendre.leggauss(n)


@lru_cache(maxsize=None)
def last_coefficients(n):
    """Rows that give the last two Legendre coefficients of the interpolant on n Gauss nodes."""
    x, w = gauss(n)
    v = np.polynomial.legendre.legvander(x, n - 1)
    return ((np.arange(n) + 0.5)[:, None] * (v * w[:, None]).T)[-2:]


@lru_cache(maxsize=None)
def lower_integration(n):
    """Matrix of int_{-1}^{x_i} of the interpolant on n Gauss nodes."""
    x, w = gauss(n)
    legendre = np.polynomial.legendre
    to_coefficients = (np.arange(n) + 0.5)[:, None] * (legendre.legvander(x, n - 1) * w[:, None]).T
    integrals = np.stack([legendre.legval(x, legendre.legint(np.eye(n)[k], lbnd=-1)) for k in range(n)], axis=1)
    return integrals @ to_coefficients


def step(q, K):
    """P(e^q); K = inf is 1 - exp(-e^q)."""
    e = np.exp(np.minimum(q, 600.0))
    return -np.expm1(-e if K == np.inf else -K * np.log1p(e))


def log_step(q, K):
    """ln P(e^q)."""
    shift = 0.0 if K == np.inf else log(K)
    small = q + shift < -36.0
    with np.errstate(divide="ignore"):
        return np.where(small, q + shift, np.log(step(np.where(small, 0.0, q), K)))


def step_slope(q, K):
    """d ln P / dq."""
    q = np.clip(q, -300.0, 300.0)
    e = np.exp(q)
    t = np.minimum(K * np.log1p(e), 600.0)
    return K * e / (1 + e) / np.expm1(t)


class Outside:
    """ln G(ln zeta), G = int_1^inf P(zeta w^(-alpha/2)) dw = d zeta^d int_-inf^(ln zeta) P(e^q) e^(-d q) dq, d = 2/alpha."""

    def __init__(self, K, alpha, run):
        width, n = run.table
        self.d, self.n, self.width = 2 / alpha, n, width
        shift = 0.0 if K == np.inf else log(K)
        self.lo = -42.0 - shift
        self.hi = max(42.0, 2 * alpha)
        self.slope_below = shift - log(alpha / 2 - 1)  # G = K zeta/(alpha/2-1) there
        self.count = ceil((self.hi - self.lo) / width)
        self.hi = self.lo + self.count * width
        x, w = gauss(n)
        left = self.lo + width * np.arange(self.count)
        q = left[:, None] + width / 2 * (1 + x)
        # in units of the panel's left end, so that nothing overflows: J = I e^(d left)
        body = step(q, K) * np.exp(-self.d * (q - left[:, None])) * width / 2
        part, whole = body @ lower_integration(n).T, body @ w
        carried = np.empty(self.count + 1)
        carried[0] = exp(self.slope_below + self.lo) / self.d
        shrink = exp(self.d * width)
        for i in range(self.count):
            carried[i + 1] = (carried[i] + whole[i]) * shrink
        values = np.log(self.d * (carried[:-1, None] + part)) + self.d * (q - left[:, None])
        v = np.polynomial.legendre.legvander(x, n - 1)
        to_coefficients = (np.arange(n) + 0.5)[:, None] * (v * w[:, None]).T
        self.coefficients = np.ascontiguousarray((values @ to_coefficients.T).T)
        # beyond, G = C zeta^d - 1
        self.log_c = log(self.d * carried[-1] + 1) - self.d * self.hi

    def __call__(self, log_zeta):
        z = np.asarray(log_zeta, dtype=float)
        p = np.clip((z - self.lo) / self.width, 0.0, self.count - 1e-9)
        i = p.astype(np.int32)
        xi = 2 * (p - i) - 1
        b1, b2 = np.zeros_like(xi), np.zeros_like(xi)
        for k in range(self.n - 1, 0, -1):
            b1, b2 = self.coefficients[k][i] + (2 * k + 1) / (k + 1) * xi * b1 - (k + 1) / (k + 2) * b2, b1
        inside = self.coefficients[0][i] + xi * b1 - 0.5 * b2
        far = self.log_c + self.d * np.maximum(z, self.hi)
        inside = np.where(z > self.hi, far + np.log1p(-np.exp(-far)), inside)
        return np.where(z < self.lo, self.slope_below + z, inside)

    def whole(self, log_s):
        """ln int_0^inf P(s w^(-alpha/2)) dw."""
        return self.log_c + self.d * np.asarray(log_s, dtype=float)


# --- geometry: r -> ln A, ln dA/dr, and ln E ------------------------------------------------------------------------


class Geometry:
    """Open discs: communication and no hole, r = ln A."""

    breaks = ()
    least = -np.inf  # below, E is constant to 1e-16 after the weight of A

    def __init__(self, K, alpha, run):
        self.K, self.alpha, self.run = K, alpha, run
        self.outside = Outside(K, alpha, run)
        # P = 1 above q_one, 0 below q_zero (both against 1)
        self.q_one = log(expm1(min(600.0, 42.0 / K)))
        self.q_zero = -42.0 - log(K)
        self.piece = min(run.piece / alpha, 0.25 * run.piece)

    def measure(self, r):
        return r, r


class Disc(Geometry):
    def log_e(self, x, r):
        w2 = np.logaddexp(0.0, r)
        return w2 + np.log1p(np.exp(np.minimum(700.0, self.outside(x - self.alpha / 2 * w2))))  # E = w^2 (1 + G)


class NoHole(Geometry):
    def log_e(self, x, r):
        # E = 1 + A (1 + G)
        return np.logaddexp(0.0, r + np.logaddexp(0.0, self.outside(x - self.alpha / 2 * r)))

    def log_e_none(self, x):
        return np.logaddexp(0.0, self.outside.whole(x))


class Communication(Disc):
    def log_e_none(self, x):
        return np.logaddexp(0.0, self.outside(x))


class BaseStation(Disc):
    """r = ln phi, t = 2 sin phi below t = 2; above, A = 3 e^(r - ln(pi/2)) and A = t^2 - 1 again."""

    corner = log(pi / 2)
    breaks = (corner,)
    least = -20.0

    def measure(self, r):
        phi = np.exp(np.minimum(r, self.corner))
        above = r > self.corner
        log_a = log(3) + r - self.corner
        t = 2 * np.sin(phi)
        with np.errstate(divide="ignore"):
            below_a = np.where(phi < 1e-6, np.log(phi) + np.log(2 * phi), np.log(np.maximum(self._A(phi), 1e-300)))
            below_d = np.log(2 * t * (0.5 + phi / pi) * 2 * np.maximum(np.cos(phi), 1e-300) * phi)
        return np.where(above, log_a, below_a), np.where(above, log_a, below_d)

    @staticmethod
    def _A(phi):
        t2 = 4 * np.sin(phi) ** 2
        p2 = 2 * phi
        odd = np.where(p2 < 0.3, -(p2**3) / 6 * (1 - p2**2 / 20 * (1 - p2**2 / 42 * (1 - p2**2 / 72 * (1 - p2**2 / 110)))),
                       np.sin(p2) - p2)
        return t2 / 2 + (phi * t2 + odd) / pi

    def _near(self, x, phi_low):
        """int_t^2 P a dy, t = 2 sin(phi_low)."""
        log_t = np.log(2 * np.sin(phi_low))
        a = np.clip((x - self.q_one) / self.alpha, log_t, log(2))
        b = np.clip((x - self.q_zero) / self.alpha, log_t, log(2))
        phi = lambda ly: np.arcsin(np.minimum(1.0, np.exp(ly) / 2))
        pa = np.maximum(phi(a), phi_low)
        total = self._A(pa) - self._A(phi_low)
        count = max(1, ceil(float((b - a).max()) / self.piece))
        node, weight = gauss(self.run.n_y)
        right = pa
        for i in range(count):
            left, right = right, np.maximum(pa, phi(a + (b - a) * ((i + 1) / count)))
            half = (right - left)[..., None] / 2
            p = left[..., None] + half * (1 + node)
            y = 2 * np.sin(p)
            f = step(x[..., None] - self.alpha * np.log(np.maximum(y, 1e-300)), self.K) * 2 * y * (0.5 + p / pi) * 2 * np.cos(p)
            total = total + (f @ weight) * half[..., 0]
        return total

    def log_e(self, x, r):
        x, r = np.broadcast_arrays(x, r)
        out = Disc.log_e(self, x, log(3) + r - self.corner)
        below = r <= self.corner
        if below.any():
            xb = x[below]
            phi = np.exp(np.maximum(r[below], self.least))
            out = out.copy()
            near = self._chunks(self._near, xb, phi)
            # beyond t = 2
            far = log(4) + self.outside(xb - self.alpha * log(2))
            log_a, _ = self.measure(r[below])
            out[below] = np.logaddexp(np.log1p(np.exp(log_a) + near), far)
        return out

    def log_e_none(self, x):
        near = self._chunks(self._near, x, np.full_like(x, exp(-60.0)))
        return np.logaddexp(np.log1p(near), log(4) + self.outside(x - self.alpha * log(2)))

    @staticmethod
    def _chunks(f, x, r, size=4000):
        order = np.argsort(x, kind="stable")
        out = np.empty(len(x))
        for i in range(0, len(x), size):
            j = order[i:i + size]
            out[j] = f(x[j], r[j])
        return out


class Target(Geometry):
    """r = ln(w - 1); the ring y = w - cos(phi), where the cluster's disc covers a part of the circle."""

    least = -20.0

    def measure(self, r):
        log_a = r + np.logaddexp(log(2), r)
        return log_a, log(2) + r + np.logaddexp(0.0, r)

    @staticmethod
    def _lens(e, phi):
        """mu_w(y), y = e + 2 sin^2(phi/2): y^2 less the part of the disc that the cluster covers, over pi."""
        w, y = 1 + e, e + 2 * np.sin(phi / 2) ** 2
        rise = 2 * np.sin(phi / 2) ** 2  # y - (w - 1)
        rest = 2 * np.cos(phi / 2) ** 2  # w + 1 - y
        twice = np.sqrt(rise * rest * (y + e) * (y + w + 1))
        at_station = np.arctan2(twice, y * y - e * (2 + e))
        at_target = np.arctan2(twice, 1 + (w - y) * (w + y))
        # relative to w^2, this is all that is needed; rounding may take it below 0
        return np.maximum(0.0, y * y - (y * y * at_station + w * w * at_target - twice / 2) / pi)

    def _ring(self, x, r):
        e = np.exp(r)
        lo, hi = r, np.log(2 + e)
        a = np.clip((x - self.q_one) / self.alpha, lo, hi)
        b = np.clip((x - self.q_zero) / self.alpha, lo, hi)
        phi = lambda ly: 2 * np.arcsin(np.sqrt(np.clip((np.exp(ly) - e) / 2, 0.0, 1.0)))
        pa = np.where(a > lo, phi(a), 0.0)
        pa = np.where(a >= hi, pi, pa)
        total = np.where(pa > 0, self._lens(e, pa), 0.0)
        count = max(1, ceil(float((b - a).max()) / self.piece))
        node, weight = gauss(self.run.n_y)
        right = pa
        for i in range(count):
            left = right
            right = np.maximum(pa, phi(a + (b - a) * ((i + 1) / count)))
            if i + 1 == count:
                right = np.where(b >= hi, pi, right)
            half = (right - left)[..., None] / 2
            p = left[..., None] + half * (1 + node)
            sh, ch = np.sin(p / 2), np.cos(p / 2)
            ee = e[..., None]
            y = ee + 2 * sh * sh
            # pi f = 2 atan2(sin(phi/2) sqrt(2w+1-c), cos(phi/2) sqrt(2w-1-c)), c = cos phi
            f = 2 / pi * np.arctan2(sh * np.sqrt(2 * ee + 2 + 2 * sh * sh), ch * np.sqrt(2 * ee + 2 * sh * sh))
            g = step(x[..., None] - self.alpha * np.log(y), self.K) * 2 * y * f * 2 * sh * ch
            total = total + (g @ weight) * half[..., 0]
        return total

    def log_e(self, x, r):
        x, r = np.broadcast_arrays(x, r)
        shape = x.shape
        x, r = x.ravel(), r.ravel()
        log_a, _ = self.measure(r)
        rc = np.clip(r, self.least, 40.0)
        log_w1 = np.where(r > 40.0, r, np.log(2 + np.exp(np.minimum(r, 40.0))))
        # where the ring is out of reach, or negligible beside w^2
        ring = np.zeros(len(x))
        use = (x - self.q_zero > self.alpha * rc) & (r < 40.0)
        if use.any():
            ring[use] = BaseStation._chunks(self._ring, x[use], rc[use])
        far = 2 * log_w1 + self.outside(x - self.alpha * log_w1)
        e = np.logaddexp(np.logaddexp(0.0, log_a), far)
        with np.errstate(divide="ignore"):
            e = np.logaddexp(e, np.log(ring))
        return e.reshape(shape)


GEOMETRY = {"bs": BaseStation, "target": Target, "nohole": NoHole, "communication": Communication}


# --- the integral -----------------------------------------------------------------------------------------------------


class Integral:
    """One rate at one resolution."""

    def __init__(self, kind, n, K, gain, k, alpha, run, gamma=0.0, density=1.0, noise=0.0, clutter=0.0, beta=1.0,
                 weight="exact"):
        # gain, noise, clutter: ln c, N0 K/P_t and kappa
        self.n, self.k, self.log_c, self.alpha, self.run = n, k, gain, alpha, run
        self.gamma, self.log_pl = gamma, LOG_PI + log(density)
        self.log_noise = log(noise) if noise > 0 else None
        self.log_clutter = log(clutter) if clutter > 0 else None
        self.beta = beta
        self.geometry = GEOMETRY[kind](K, alpha, run)
        self.weight = weight
        self.closed = gamma == 0.0 and not noise > 0
        self.slots, self.coefficients = {}, np.empty((0, run.table[1]))

    # ln int dp e^(np - e^p) gain noise clutter, u = e^p/E

    def _terms(self, x, log_e):
        """Constants of g(p) = n p - e^p + ln P(a - gamma p) - e^(b + alpha p/2) - e^(d + delta p)."""
        a = self.log_c + x + self.gamma * (log_e + self.log_pl) if self.gamma else None
        b = self.log_noise + x - self.alpha / 2 * (log_e + self.log_pl) if self.log_noise is not None else None
        delta = self.alpha / (2 * self.beta)
        d = None
        if self.log_clutter is not None:
            d = self.log_clutter + x / self.beta + self.gamma / self.beta * self.log_pl - delta * log_e
        return a, b, d, delta

    def _g(self, p, terms):
        a, b, d, delta = terms
        g = self.n * p - np.exp(np.minimum(p, 700.0))
        if a is not None:
            g = g + log_step(a - self.gamma * p, self.k)
        if b is not None:
            g = g - np.exp(np.minimum(b + self.alpha / 2 * p, 600.0))
        if d is not None:
            g = g - np.exp(np.minimum(d + delta * p, 600.0))
        return g

    def _slope(self, p, terms):
        a, b, d, delta = terms
        g = self.n - np.exp(np.minimum(p, 700.0))
        if a is not None:
            g = g - self.gamma * step_slope(a - self.gamma * p, self.k)
        if b is not None:
            g = g - self.alpha / 2 * np.exp(np.minimum(b + self.alpha / 2 * p, 600.0))
        if d is not None:
            g = g - delta * np.exp(np.minimum(d + delta * p, 600.0))
        return g

    def _peak(self, terms, shape):
        a, b, d, delta = terms
        lo = np.full(shape, -5.0)
        if a is not None and self.gamma > 0:
            lo = np.minimum(lo, (a - 60.0) / self.gamma)
        if b is not None:
            lo = np.minimum(lo, (-b - log(self.alpha) - 4) * 2 / self.alpha)
        if d is not None:
            lo = np.minimum(lo, (-d - abs(log(delta)) - 4) / delta)
        lo = lo - 2.0
        hi = np.full(shape, log(self.n + abs(self.gamma) + 1) + 1.0)
        for _ in range(28):
            m = 0.5 * (lo + hi)
            up = self._slope(m, terms) > 0
            lo, hi = np.where(up, m, lo), np.where(up, hi, m)
        return 0.5 * (lo + hi)

    def _bends(self, terms):
        """Where a factor turns within a small part of an e-fold of u: bounds for panels."""
        a, b, d, delta = terms
        if a is not None and abs(self.gamma) > 3:
            shift = 0.0 if self.k == np.inf else log(self.k)
            full = shift + log(expm1(30.0 / self.k)) if self.k < np.inf else log(30.0)
            for q in (-9.0, -4.0, -1.0, 1.0, 0.5 * full, full):
                yield (a - (q - shift)) / self.gamma
        for rate, at in ((self.alpha / 2, b), (delta, d)):
            if at is not None and rate > 3:
                for q in (-9.0, -4.0, -1.0, 1.0, 2.5):
                    yield (q - at) / rate

    def log_m_rough(self, x, log_e):
        x, log_e = np.broadcast_arrays(x, log_e)
        terms = self._terms(x, log_e)
        return self._g(self._peak(terms, x.shape), terms)

    def log_m(self, x, log_e):
        x, log_e = np.broadcast_arrays(x, log_e)
        shape = x.shape
        terms = self._terms(x.ravel(), log_e.ravel())
        active = [v is not None for v in terms[:3]]
        if sum(active) == 1:
            return self._table(terms[active.index(True)], active).reshape(shape)
        out = np.empty(x.size)
        for i in range(0, x.size, 3000):
            part = tuple(v[i:i + 3000] if isinstance(v, np.ndarray) else v for v in terms)
            out[i:i + 3000] = self._log_m(part, len(out[i:i + 3000]))
        return out.reshape(shape)

    def _table(self, q, active):
        """ln m where only one factor is there: a function of one number, kept on panels that are made as they are met."""
        width, n = self.run.table
        index = np.floor(q / width).astype(np.int64)
        new = [i for i in np.unique(index) if i not in self.slots]
        if new:
            x, w = gauss(n)
            nodes = ((np.array(new)[:, None] + 0.5 * (1 + x)) * width).ravel()
            delta = self.alpha / (2 * self.beta)
            values = np.concatenate([
                self._log_m(tuple(part if yes else None for yes in active) + (delta,), len(part))
                for part in np.array_split(nodes, max(1, len(nodes) // 3000))]).reshape(len(new), n)
            v = np.polynomial.legendre.legvander(x, n - 1)
            to_coefficients = (np.arange(n) + 0.5)[:, None] * (v * w[:, None]).T
            for i in new:
                self.slots[i] = len(self.slots)
            self.coefficients = np.concatenate([self.coefficients, (values @ to_coefficients.T)])
        unique, inverse = np.unique(index, return_inverse=True)
        slot = np.array([self.slots[i] for i in unique])[inverse]
        xi = 2 * (q / width - index) - 1
        b1, b2 = np.zeros_like(xi), np.zeros_like(xi)
        for k in range(n - 1, 0, -1):
            b1, b2 = self.coefficients[slot, k] + (2 * k + 1) / (k + 1) * xi * b1 - (k + 1) / (k + 2) * b2, b1
        return self.coefficients[slot, 0] + xi * b1 - 0.5 * b2

    def _log_m(self, terms, size):
        run = self.run
        wide = tuple(v[:, None] if isinstance(v, np.ndarray) else v for v in terms)
        peak = self._peak(terms, (size,))
        top = self._g(peak, terms)
        levels = np.array(run.levels + (run.drop + 2,))
        fractions = np.concatenate([2.0 ** np.arange(-14.0, -1), np.linspace(0.4, 1.0, 5)])
        node, weight = gauss(run.n_u)
        rows = np.arange(size)
        log_f = np.log(fractions)
        edges = [peak]
        for side in (-1.0, 1.0):
            d = np.full(size, 0.02)
            for _ in range(24):
                short = top - self._g(peak + side * d, terms) < levels[-1]
                if not short.any():
                    break
                d = np.where(short, 2 * d, d)
            lo = np.where(d > 0.02, d / 2, 0.0)
            for _ in range(6):
                m = 0.5 * (lo + d)
                short = top - self._g(peak + side * m, terms) < levels[-1]
                lo, d = np.where(short, m, lo), np.where(short, d, m)
            sampled = np.maximum(top[:, None] - self._g(peak[:, None] + side * d[:, None] * fractions, wide), 1e-13)
            sampled = np.log(np.maximum.accumulate(sampled, axis=1))
            for level in levels[:-1]:
                j = np.clip((sampled < log(level)).sum(axis=1), 1, len(fractions) - 1)
                s0, s1 = sampled[rows, j - 1], sampled[rows, j]
                share = np.clip((log(level) - s0) / np.maximum(s1 - s0, 1e-9), 0.0, 1.0)
                edges.append(peak + side * d * np.exp(log_f[j - 1] + share * (log_f[j] - log_f[j - 1])))
            edges.append(peak + side * d)
        lo, hi = edges[len(levels)], edges[-1]
        for break_ in self._bends(terms):
            edges.append(np.clip(break_, lo, hi))
        edges = np.sort(np.stack(edges), axis=0)
        total = np.zeros(size)
        for e0, e1 in zip(edges, edges[1:]):
            half = (e1 - e0)[:, None] / 2
            p = e0[:, None] + half * (1 + node)
            total += (np.exp(self._g(p, wide) - top[:, None]) @ weight) * half[:, 0]
        return top + np.log(total)

    # --- ln of the integrand over r at ln s = x

    def log_integrand(self, x, r, rough=False):
        n = self.n
        log_a, log_d = self.geometry.measure(r)
        log_e = self.geometry.log_e(x, r)
        if self.weight == "theorem1":  # (n-1) A^(n-2) (1+A)^-n / (1 + H)
            w2 = np.logaddexp(0.0, log_a)
            h = w2 + self.geometry.outside(x - self.alpha / 2 * w2)
            return log(n - 1) + (n - 2) * log_a + log_d - n * w2 - np.logaddexp(0.0, h)
        head = (n - 2) * log_a + log_d - lgamma(n - 1)
        if self.closed:
            if self.log_clutter is not None:  # delta = 1: clutter adds to E
                log_e = np.logaddexp(log_e, self.log_clutter + x / self.beta)
            return head - n * log_e + lgamma(n)
        return head - n * log_e + (self.log_m_rough if rough else self.log_m)(x, log_e)

    def outer_gain(self, x):
        return 0.0 if self.gamma else log_step(self.log_c + x, self.k)

    def lone(self, x, rough=False):
        """n = 1."""
        log_e = self.geometry.log_e_none(x)
        if self.closed:
            if self.log_clutter is not None:
                log_e = np.logaddexp(log_e, self.log_clutter + x / self.beta)
            return -log_e
        return (self.log_m_rough if rough else self.log_m)(x, log_e) - log_e

    def scan_grid(self):
        lo = -(self.run.drop + 6) / (self.n - 1) - 9.0
        near = np.arange(lo, 25.0, 0.5 if self.n > 4 else 0.8)
        return np.concatenate([near, 25.0 * 1.07 ** np.arange(0, 80)])

    def scanned(self, x):
        """(grid, the integrand's logarithm on it, place and value of its maximum, width of the cell there) for every x."""
        grid = self.scan_grid()
        seen = self.log_integrand(x[:, None], grid[None, :], True)
        rows = np.arange(len(x))
        j = seen.argmax(axis=1)
        at, top = grid[j], seen.max(axis=1)
        cell = grid[np.minimum(j + 1, len(grid) - 1)] - grid[np.maximum(j - 1, 0)]
        width = cell
        for _ in range(3):  # a narrow hill may stand between two points
            near = at[:, None] + width[:, None] * np.linspace(-0.5, 0.5, 15)
            f = self.log_integrand(x[:, None], near, True)
            best = f.argmax(axis=1)
            better = f[rows, best] > top
            at, top = np.where(better, near[rows, best], at), np.where(better, f[rows, best], top)
            width = width / 6
        return grid, seen, at, top, cell

    def rough(self, x):
        """ln of about the integral over r: its integrand's maximum."""
        x = np.atleast_1d(np.asarray(x, dtype=float))
        if self.n == 1:
            return self.lone(x, True) + self.outer_gain(x)
        return self.scanned(x)[3] + self.outer_gain(x)

    def inner(self, x, floor=-np.inf):
        """ln of the integral over r at every x, on panels common to all of them.  floor: of the result, what matters."""
        if self.n == 1:
            return self.lone(x) + self.outer_gain(x)
        run, outer = self.run, np.broadcast_to(self.outer_gain(x), x.shape)
        sample = np.array([x.min(), 0.5 * (x.min() + x.max()), x.max()])
        grid, seen, at, highest, cell = self.scanned(sample)
        keep = np.flatnonzero((seen > highest[:, None] - run.drop - 3).any(axis=0))
        if len(keep) and keep[-1] == len(grid) - 1:
            raise ValueError("mass beyond the scan of the cluster's radius")
        lo, hi = (at - cell).min(), (at + cell).max()
        if len(keep):
            lo, hi = min(lo, grid[max(0, keep[0] - 1)]), max(hi, grid[min(len(grid) - 1, keep[-1] + 1)])
        stops = [lo, *[b for b in self.geometry.breaks if lo < b < hi], hi]
        edges = np.concatenate([np.linspace(a, b, max(1, ceil((b - a) / run.first)) + 1)[:-1] for a, b in zip(stops, stops[1:])] + [[hi]])
        left, right = edges[:-1], edges[1:]
        n = run.n_a
        node, weight = gauss(n)
        tail = last_coefficients(n)
        top = np.full(len(x), -np.inf)  # running scale of every row
        done = np.zeros(len(x))
        for depth in range(40):
            half = (right - left) / 2
            r = (left + half)[:, None] + half[:, None] * node
            f = np.concatenate([self.log_integrand(x[:, None], c.ravel()[None, :]) for c in np.array_split(r, max(1, len(r) // 40))], axis=1)
            new = np.maximum(top, f.max(axis=1))
            done *= np.exp(top - new)
            top = new
            f = np.exp(f - top[:, None]).reshape(len(x), len(left), n)
            sums = (f @ weight) * half
            total = done + sums.sum(axis=1)
            need = total
            if floor > -np.inf:
                need = np.maximum(total, np.exp(np.minimum(floor - outer - top, 600.0)))
            error = np.abs(f @ tail.T).max(axis=2) * half
            bad = (error > run.tolerance * need[:, None]).any(axis=0)
            done = done + sums[:, ~bad].sum(axis=1)
            if not bad.any():
                return top + np.log(done) + outer
            mid = 0.5 * (left + right)[bad]
            left, right = np.concatenate([left[bad], mid]), np.concatenate([mid, right[bad]])
        raise ValueError("panels in r don't settle")

    def reach(self):
        """Where ln s matters: peak and both ends."""
        span = 150 + abs(self.log_c) + abs(self.gamma) * (abs(self.log_pl) + 300) + 30 * self.alpha
        if self.log_noise is not None:
            span += abs(self.log_noise) + self.alpha / 2 * abs(self.log_pl)
        if self.log_clutter is not None:
            span += self.beta * abs(self.log_clutter) + abs(self.gamma * self.log_pl)
        lo, hi = -span, span
        while True:
            grid = np.linspace(lo, hi, 41)
            f = self.rough(grid)
            j = int(np.argmax(f))
            if hi - lo < 20:
                break
            lo, hi = grid[max(0, j - 2)], grid[min(40, j + 2)]
        peak, top = grid[j], f[j]
        ends = []
        for side in (-1, 1):
            d = 2.0
            while top - self.rough(peak + side * d)[0] < self.run.drop + 5:
                d *= 1.7
                if d > 1e6:
                    raise ValueError("no end of the mass in ln s")
            a = d / 1.7 if d > 2 else 0.0
            for _ in range(6):
                m = 0.5 * (a + d)
                if top - self.rough(peak + side * m)[0] < self.run.drop + 5:
                    a = m
                else:
                    d = m
            ends.append(peak + side * d)
        return peak, top, ends[0], ends[1]

    def value(self):
        """ln R."""
        run = self.run
        peak, top, lo, hi = self.reach()
        fractions = np.array([1.0, 0.6, 0.35, 0.2, 0.1, 0.05, 0.02])
        edges = np.concatenate([peak + (lo - peak) * fractions, [peak], (peak + (hi - peak) * fractions)[::-1]])
        pieces = list(zip(edges[:-1], edges[1:]))
        node, weight = gauss(run.n_s)
        tail = last_coefficients(run.n_s)
        scale = None
        done = 0.0
        open_ = pieces
        first = True
        evaluated = []
        for depth in range(40):
            evaluated = []
            for a, b in open_:
                half = (b - a) / 2
                f = self.inner(a + half * (1 + node), top - 9 if first else scale - 9)
                evaluated.append((a, b, half, f))
            if first:
                scale = max(f.max() for *_, f in evaluated)
                first = False
            sums, errors = [], []
            for a, b, half, f in evaluated:
                v = np.exp(f - scale)
                sums.append((v @ weight) * half)
                errors.append(np.abs(v @ tail.T).max() * half)
            total = done + sum(sums)
            bad = [e > run.tolerance * total for e in errors]
            done += sum(s for s, no in zip(sums, bad) if not no)
            if not any(bad):
                return scale + log(done)
            open_ = []
            for (a, b, *_), no in zip(evaluated, bad):
                if no:
                    m = 0.5 * (a + b)
                    open_ += [(a, m), (m, b)]
        raise ValueError("panels in ln s don't settle")


def both(make):
    coarse, fine = make(COARSE), make(FINE)
    return exp(fine), abs(expm1(coarse - fine))


# --- rates --------------------------------------------------------------------------------------------------------------


def communication(K, L, D, alpha, density=1.0, noise_to_power=0.0, method="exact"):
    """`exact` and `theorem-1`: the latter without noise."""
    if method == "theorem-2":
        return communication_theorem2(K, L, D, alpha)
    if method == "theorem-1" and noise_to_power:
        raise ValueError("theorem 1 has no noise")
    weight = "theorem1" if method == "theorem-1" and L > 1 else "exact"
    return both(lambda run: Integral("communication", L, K, 0.0, D, alpha, run, density=density,
                                     noise=noise_to_power * K, weight=weight).value())


def communication_theorem2(K, L, D, alpha):
    """int dz/z (1 - e^(-z Y))/F, F - 1 = int_1^inf (1 - exp(-z w^(-alpha/2))) dw."""
    log_y = lgamma(L + alpha / 2) - lgamma(L + 1) - lgamma(1 + alpha / 2) + log(D) - log(K)

    def make(run):
        one = Integral("communication", 1, 1, log_y, np.inf, alpha, run)
        one.geometry.outside = Outside(np.inf, alpha, run)
        return one.value()

    return both(make)


def sensing(kind, K, c, Q, alpha, beta, density=1.0, noise_to_power=0.0, clutter_density=0.0, clutter_coefficient=0.0):
    """kind: 'bs', 'target', 'nohole', 'theorem3'."""
    n = Q
    if kind == "theorem3":
        if noise_to_power or clutter_density:
            raise ValueError("theorem 3 has neither noise nor clutter")
        kind, n = "nohole", Q + 1
    if Q == 1 and kind == "target":
        kind = "bs"
    gamma = beta - alpha / 2
    clutter = 0.0
    if clutter_density and clutter_coefficient:
        clutter = clutter_density / density * clutter_coefficient ** (1 / beta) * exp(lgamma(1 - 1 / beta))
    return both(lambda run: Integral(kind, n, K, log(c), K, alpha, run, gamma=gamma, density=density,
                                     noise=noise_to_power * K, clutter=clutter, beta=beta).value())
