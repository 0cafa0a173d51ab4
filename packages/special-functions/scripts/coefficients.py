"""Coefficients of src/gamma/gamma-near-two.ts, computed from scratch with mpmath.

Two functions on [-1/2, 1/2], interpolated at Chebyshev nodes in 60 digits and expanded in powers of t:

    Q(t) = ln Gamma(2 + t) / t      (DLMF 5.7.3 is its Taylor series)
    R(t) = 1 / Gamma(2 + t)

Prints the arrays, highest degree first, and the worst relative error of the rounded polynomials.
Run: python3 scripts/coefficients.py
"""

import mpmath as mp

mp.mp.dps = 60


def q(t):
    return 1 - mp.euler if abs(t) < mp.mpf(10) ** -40 else mp.loggamma(2 + t) / t


def r(t):
    return mp.rgamma(2 + t)


def fit(f, degree):
    n = degree + 1
    nodes = [mp.cos(mp.pi * (2 * k + 1) / (2 * n)) / 2 for k in range(n)]
    matrix = mp.matrix(n, n)
    for i, t in enumerate(nodes):
        for j in range(n):
            matrix[i, j] = t**j
    solution = mp.lu_solve(matrix, mp.matrix([f(t) for t in nodes]))
    return [float(solution[j]) for j in range(n)]


for name, f, degree in (("Q", q, 19), ("R", r, 15)):
    coefficients = fit(f, degree)
    worst = max(
        abs(mp.polyval([mp.mpf(c) for c in reversed(coefficients)], t) / f(t) - 1)
        for t in [mp.mpf(k) / 1000 for k in range(-500, 501)]
    )
    print(f"{name}: degree {degree}, worst relative error {mp.nstr(worst, 3)}")
    for c in reversed(coefficients):
        print(f"  {c!r},")
