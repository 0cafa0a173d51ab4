"""Cross-check of oracle.py in mpmath arithmetic, with other formulas, other rules and another order of integration.

    python3 verify_mpmath.py [name ...]

Whole-line trapezoids in logarithmic variables and tanh-sinh replace composite Gauss-Legendre; H, F and Psi are taken
as the model prints them (incomplete beta and gamma functions); the hole is integrated with its arccosines as they
stand; when alpha != 2 beta, s is integrated outermost and u innermost.  Prints value, oracle, relative difference.
"""

import sys
import time

from mpmath import acos, asin, betainc, cosh, exp, expm1, floor, gamma, gammainc, log, log1p, mp, mpf, pi, sinh, sqrt, tanh

import oracle

mp.dps = 22


def line(f, lo, hi, h):
    """Trapezoid for a function that vanishes at both ends."""
    n = int(floor((hi - lo) / h)) + 1
    return h * sum((f(lo + h * i) for i in range(n)), mpf(0))


_rule = {}


def tanh_sinh_rule(h):
    if h not in _rule:
        nodes = []
        n = int(3.4 / h)
        for i in range(-n, n + 1):
            t = mpf(i) * h
            v = pi / 2 * sinh(t)
            near = 1 / (1 + exp(2 * abs(v)))  # distance to the nearer end, in units of the interval
            nodes.append((near, i < 0, h * pi / 4 * cosh(t) / cosh(v) ** 2))
        _rule[h] = nodes
    return _rule[h]


def finite(f, a, b, h=mpf(1) / 8):
    """Tanh-sinh on [a, b]; f(y, y - a, b - y)."""
    width = b - a
    total = mpf(0)
    for near, left, w in tanh_sinh_rule(h):
        d = near * width
        total += w * (f(a + d, d, width - d) if left else f(b - d, width - d, d))
    return total * width


def P(x, K):
    return -expm1(-K * log1p(x))


def beta_field(zeta, K, alpha):
    """K zeta^d B(zeta/(1+zeta); 1-d, K+d) + (1+zeta)^-K - 1, d = 2/alpha."""
    d = mpf(2) / alpha
    if zeta < mpf(10) ** -8:  # the two terms cancel to first order
        return K * zeta * d / (1 - d) * (1 - zeta * (K + 1) * (1 - d) / (2 * (2 - d)))
    return K * zeta**d * betainc(1 - d, K + d, 0, zeta / (1 + zeta)) + expm1(-K * log1p(zeta))


def communication(K, L, D, alpha, h, reach):
    """(exact, theorem 1); H as printed."""
    alpha = mpf(alpha)

    def H(z, eta):
        return beta_field(z * eta**alpha, K, alpha) / eta**2

    exact = theorem1 = mpf(0)
    lo, hi = -reach - log(D), reach * alpha / 2 + 2
    for i in range(int((hi - lo) / h) + 1):
        z = exp(lo + h * i)
        g = P(z, D)
        if L == 1:
            exact += g / (1 + H(z, mpf(1)))
            continue
        # eta^2 = 1/(1+e^x)
        a = b = mpf(0)
        x_lo, x_hi = -reach / (L - 1), reach + max(0, log(K * z) * 2 / alpha)
        for j in range(int((x_hi - x_lo) / h) + 1):
            A = exp(x_lo + h * j)
            eta = 1 / sqrt(1 + A)
            weight = (L - 1) * (A / (1 + A)) ** (L - 2) * A / (1 + A) ** 2
            value = H(z, eta)
            a += weight * (1 + eta**2 * value) ** -L
            b += weight / (1 + value)
        exact += g * a * h
        theorem1 += g * b * h
    return (exact * h,) if L == 1 else (exact * h, theorem1 * h)


def theorem2(K, L, D, alpha):
    alpha = mpf(alpha)
    Y = gamma(L + alpha / 2) * D / (K * gamma(L + 1) * gamma(1 + alpha / 2))

    def f(x):
        z = exp(x)
        return -expm1(-z * Y) / (exp(-z) + z ** (2 / alpha) * gammainc(1 - 2 / alpha, 0, z))

    return line(f, -42 - log(Y), 45 * alpha / 2 + 2, mpf(1) / 8)


def communication_noise(K, D, alpha, density, nu):
    """L = 1: u innermost."""
    alpha = mpf(alpha)

    def f(x):
        z = exp(x)
        H = beta_field(z, K, alpha)
        scale = z * nu * K / (pi * density) ** (alpha / 2)
        inner = line(lambda y: exp(y - exp(y) * (1 + H) - scale * exp(y * alpha / 2)), -38 - log(1 + H) - max(0, x * 2 / alpha), mpf(5), mpf(1) / 8)
        return P(z, D) * inner

    return line(f, mpf(-38), mpf(75), mpf(1) / 5)


def a_density(y):
    return 2 * y * (1 - acos(y / 2) / pi) if y < 2 else 2 * y


def near_field(s, t, K, alpha):
    return finite(lambda y, _a, _b: P(s * y**-alpha, K) * a_density(y), t, mpf(2))


def far_field(s, t, K, alpha):
    return t * t * beta_field(s * t**-alpha, K, alpha)


def whole_field(s, K, alpha):
    """S(s, 0); below the scale of the step y is integrated on its own."""
    cut = min(mpf(1), s ** (1 / alpha))
    f = lambda y, _a, _b: P(s * y**-alpha, K) * a_density(y)
    # log-uniform pieces between the scale of s and 2
    fine = mpf(1) / 13
    total, edge = finite(f, mpf(0), cut, fine), cut
    while edge < 2:
        top = min(mpf(2), edge * 4)
        total += finite(f, edge, top, fine)
        edge = top
    return total + far_field(s, mpf(2), K, alpha)


def inner_u(s, exponent, power, K, c, alpha, beta, density):
    """int du e^(-u exponent) u^power (1 - (1+cz)^-K), z = s (u/(pi lambda))^(alpha/2 - beta)."""
    g = mpf(beta) - mpf(alpha) / 2
    if g == 0:
        return P(c * s, K) * gamma(power + 1) / exponent ** (power + 1)
    top = log(mpf(110)) - log(exponent)
    return line(lambda x: exp((power + 1) * x - exp(x) * exponent) * P(c * s * (exp(x) / (pi * density)) ** -g, K),
                -34 / mpf(power + 1) - log(exponent), top, mpf(1) / 5)


def sensing_single(K, c, alpha, beta, density, h, lo, hi, clutter=0):
    alpha, beta = mpf(alpha), mpf(beta)

    def f(x):
        s = exp(x)
        e = 1 + whole_field(s, K, alpha)
        if clutter:
            lx, sx = clutter
            e += mpf(lx) / density * (s * mpf(sx)) ** (1 / beta) * gamma(1 - 1 / beta)
        return inner_u(s, e, 0, K, c, alpha, beta, density)

    return line(f, mpf(lo), mpf(hi), mpf(h))


def lens(t):
    """A(t) for t < 2: t^2 minus (disc of radius t cut with the hole)/pi."""
    return t * t - (t * t * acos(t / 2) + acos(1 - t * t / 2) - t / 2 * sqrt(4 - t * t)) / pi


def sensing_bs(K, c, Q, alpha, beta, density, h, reach):
    """s outermost, then t, then u; t^2 = 4 + e^x above 2, tanh-sinh below."""
    alpha, beta = mpf(alpha), mpf(beta)
    slope = 1 / beta if alpha == 2 * beta else 2 / alpha

    def f(x):
        s = exp(x)

        def contribution(a, A, S):
            return a * A ** (Q - 2) / gamma(Q - 1) * inner_u(s, 1 + A + S, Q - 1, K, c, alpha, beta, density)

        base = far_field(s, mpf(2), K, alpha)
        below = finite(lambda t, _a, _b: contribution(a_density(t), lens(t), base + near_field(s, t, K, alpha)), mpf(0), mpf(2), mpf(1) / 7)
        top = reach + max(0, x * 2 / alpha)

        def above(y):
            e = exp(y)
            t = sqrt(4 + e)
            return e * contribution(mpf(1), 3 + e, far_field(s, t, K, alpha))

        return below + line(above, mpf(-reach), top, h)

    return line(f, -reach - 4 - log(c), reach / slope + 4, h)


def sensing_target(K, c, Q, alpha, beta, density, h, reach):
    alpha, beta = mpf(alpha), mpf(beta)

    def f(x):
        s = exp(x)

        def at(y):
            A = exp(y)
            w = sqrt(1 + A)
            e = A / (1 + w)  # w - 1

            def ring(r, da, db):
                # 1 - arccos((y^2+1-w^2)/(2y))/pi, arccosine of an argument known to both ends
                q = (r * r - A) / (2 * r)
                return P(s * r**-alpha, K) * 2 * r * (1 - acos(min(mpf(1), max(mpf(-1), q))) / pi)

            S = finite(ring, e, e + 2, mpf(1) / 7) + far_field(s, e + 2, K, alpha)
            return A * A ** (Q - 2) / gamma(Q - 1) * inner_u(s, 1 + A + S, Q - 1, K, c, alpha, beta, density)

        return line(at, mpf(-reach), reach + max(0, x * 2 / alpha), h)

    return line(f, -reach - 4 - log(c), reach * alpha / 2 + 4, h)


def theorem3(K, c, Q, alpha, h, reach):
    """alpha = 2 beta: u = m v, m and zeta = z m^(alpha/2) on lattices that share Psi(zeta); Gamma(Q+1) closed."""
    alpha = mpf(alpha)
    psi = {}

    def Psi(k):
        if k not in psi:
            psi[k] = beta_field(exp(alpha / 2 * h * k), K, alpha)
        return psi[k]

    n, total = int(reach / h), mpf(0)
    for i in range(-int(reach * 2 / alpha / h) - 9, 3 * n):
        inner = mpf(0)
        for j in range(-2 * n, int(1.5 * n)):
            m = exp(h * j)
            inner += Q * m / (1 + m + Psi(i + j)) ** (Q + 1)
        total += P(c * exp(alpha / 2 * h * i), K) * inner
    return total * alpha / 2 * h * h


def reverse_order(K, c, Q, alpha, beta, density):
    """bs-centric in double precision, s outermost and u innermost, both by trapezoids: what mpmath does, with finer steps."""
    import numpy as np
    from math import exp, lgamma, log, pi

    g, hs, hu, reach = beta - alpha / 2, 0.2, 0.125, 35
    outer = oracle.OuterField(K, alpha, oracle.FINE, 40 + reach * alpha)
    lattice = oracle.BaseStationLattice(alpha, oracle.FINE, -18.0, 45.0)
    x, y, total = np.arange(-reach - 4 - log(c), reach * alpha / 2 + 4, hs), np.arange(-40 / Q, 4.8, hu), 0.0
    for i in range(0, len(x), 16):
        ls = x[i:i + 16]
        e = 1 + lattice.A + lattice.field(ls, K, outer)
        inner = np.zeros_like(e)
        for yy in y:
            lu = yy - np.log(e)
            inner += np.exp(Q * lu - exp(yy)) * oracle.step(log(c) + ls[:, None] - g * (lu - log(pi * density)), K)
        total += (inner * lattice.dA * lattice.A ** (Q - 2)).sum()
    return total * hs * hu / exp(lgamma(Q - 1))


def report(name, value, got, started):
    reference, own = got
    difference = float(mpf(reference) / value - 1)
    print(f"{name:58s} {mp.nstr(value, 17):22s} oracle {reference!r:20} ±{own:.0e}  difference {difference:+.1e}  {time.time() - started:.0f} s", flush=True)


def main(chosen):
    def wanted(name):
        return not chosen or name in chosen

    if wanted("communication"):
        for K, L, D, alpha in [(2, 1, 19, 4), (128, 1, 129, 6), (1, 1, 1, "2.05")]:
            t = time.time()
            report(f"communication exact K={K} L=1 D={D} alpha={alpha}", communication(K, 1, D, mpf(alpha), mpf(1) / 10, 40)[0],
                   oracle.communication_exact(K, 1, D, float(alpha)), t)
        for K, L, D, alpha in [(2, 3, 15, 4), (5, 4, 1, 6), (16, 8, 129, "2.05")]:
            t = time.time()
            report(f"theorem 2 K={K} L={L} D={D} alpha={alpha}", theorem2(K, L, D, mpf(alpha)), oracle.communication_theorem2(K, L, D, float(alpha)), t)
    if wanted("noise"):
        t = time.time()
        report("communication noise K=2 L=1 D=19 alpha=4 nu=0.1 lambda=1", communication_noise(2, 19, 4, mpf(1), mpf("0.1")),
               oracle.communication_noise(2, 1, 19, 4.0, 1.0, 0.1), t)
    if wanted("single"):
        for K, c, alpha, beta, density, lo, hi in [(1, 2, "3.2", "1.6", 1, -38, 65), (8, "0.1", 4, 2, 1, -38, 80)]:
            t = time.time()
            report(f"Q=1 K={K} c={c} alpha={alpha} beta={beta}", sensing_single(K, mpf(c), mpf(alpha), mpf(beta), mpf(density), mpf(1) / 4, lo, hi),
                   oracle.sensing("bs", K, float(c), 1, float(alpha), float(beta), float(density)), t)
        t = time.time()
        report("Q=1 K=1 c=1 alpha=4 beta=2 clutter 1, 0.1", sensing_single(1, mpf(1), 4, 2, mpf(1), mpf(1) / 4, -38, 80, (1, "0.1")),
               oracle.sensing("bs", 1, 1.0, 1, 4.0, 2.0, 1.0, 0.0, 1.0, 0.1), t)
    if wanted("single-echo"):
        t = time.time()
        report("Q=1 K=1 c=1 alpha=3.2 beta=2 lambda=1.5", sensing_single(1, mpf(1), mpf("3.2"), mpf(2), mpf("1.5"), mpf(1) / 4, -60, 64),
               oracle.sensing("bs", 1, 1.0, 1, 3.2, 2.0, 1.5), t)
    if wanted("theorem3"):
        for K, c, Q, alpha in [(2, 1, 4, 4), (1, 2, 2, "3.2")]:
            t = time.time()
            report(f"theorem 3 Q={Q} K={K} c={c} alpha={alpha}=2beta", theorem3(K, mpf(c), Q, alpha, mpf(1) / 5, 36),
                   oracle.sensing("theorem3", K, float(c), Q, float(alpha), float(alpha) / 2, 1.0), t)
    if wanted("bs"):
        t = time.time()
        report("bs-centric Q=2 K=1 c=2 alpha=3.2 beta=1.6", sensing_bs(1, mpf(2), 2, mpf("3.2"), mpf("1.6"), mpf(1), mpf(2) / 5, 30),
               oracle.sensing("bs", 1, 2.0, 2, 3.2, 1.6, 1.0), t)
        t = time.time()
        report("bs-centric Q=2 K=2 c=1 alpha=4 beta=2", sensing_bs(2, mpf(1), 2, 4, 2, mpf(1), mpf(2) / 5, 31),
               oracle.sensing("bs", 2, 1.0, 2, 4.0, 2.0, 1.0), t)
    if wanted("target"):
        t = time.time()
        report("target-centric Q=2 K=2 c=1 alpha=4 beta=2", sensing_target(2, mpf(1), 2, 4, 2, mpf(1), mpf(2) / 5, 29),
               oracle.sensing("target", 2, 1.0, 2, 4.0, 2.0, 1.0), t)
    if wanted("echo"):
        t = time.time()
        report("bs-centric Q=2 K=2 c=2 alpha=3.5 beta=2 lambda=0.5", sensing_bs(2, mpf(2), 2, mpf("3.5"), 2, mpf("0.5"), mpf(2) / 5, 27),
               oracle.sensing("bs", 2, 2.0, 2, 3.5, 2.0, 0.5), t)
    if wanted("reverse"):
        for p in [(2, 2.0, 2, 3.5, 2.0, 0.5), (5, 0.1, 3, 4.0, 3.0, 10.0), (1, 10.0, 5, 5.0, 1.5, 0.1)]:
            t = time.time()
            report("reverse order, double: K, c, Q, alpha, beta, lambda = %s" % (p,), mpf(float(reverse_order(*p))), oracle.sensing("bs", *p), t)
    if wanted("cluster"):
        for K, L, D, alpha in [(8, 2, 3, 4)]:
            t = time.time()
            values = communication(K, L, D, mpf(alpha), mpf(1) / 5, 30)
            report(f"communication exact K={K} L={L} D={D} alpha={alpha}", values[0], oracle.communication_exact(K, L, D, float(alpha)), t)
            report(f"theorem 1 K={K} L={L} D={D} alpha={alpha}", values[1], oracle.communication_theorem1(K, L, D, float(alpha)), t)


if __name__ == "__main__":
    main(sys.argv[1:])
