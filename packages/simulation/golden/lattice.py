"""Coverage and mean rate of a user of the triangular lattice, by quadrature: no simulation.

Stations stand on an infinite triangular lattice of one per unit area, each with a single antenna. The user is uniform in the hexagonal cell of its station, and all
gains are exponential with mean 1. With r0 the distance of the serving station and r_i those of the others,

    P(SIR > T) = mean over the cell of  prod_i 1 / (1 + T (r0 / r_i)^alpha),
    E ln(1 + SIR) = integral over T > 0 of P(SIR > T) / (1 + T).

The cell is twelve equal triangles, of which one is taken, with Gauss-Legendre nodes after a map that collapses a square onto it. Stations beyond a radius are replaced
by an integral over the plane; between half of it and all of it both have weights that change smoothly, which leaves an error that falls faster than any power.
Errors are told by a smaller radius and fewer nodes.
"""

import json
import sys

import numpy as np

SPACING = np.sqrt(2 / np.sqrt(3))


def stations(radius):
    n = int(radius / SPACING) + 3
    i, k = np.meshgrid(np.arange(-2 * n, 2 * n + 1), np.arange(-2 * n, 2 * n + 1))
    x = SPACING * (i + k / 2).ravel()
    y = SPACING * np.sqrt(3) / 2 * k.ravel()
    r = np.hypot(x, y)
    keep = (r > 0) & (r < radius)
    return x[keep], y[keep]


def taper(r, radius):
    """1 up to half of the radius, 0 from the radius on, smooth between."""
    t = np.clip(2 * r / radius - 1, 1e-12, 1 - 1e-12)
    a, b = np.exp(-1 / (1 - t)), np.exp(-1 / t)
    w = a / (a + b)
    return np.where(r <= radius / 2, 1.0, np.where(r >= radius, 0.0, w))


def places(nodes):
    """Places of a twelfth of the cell, and their weights, which add up to 1."""
    u, w = np.polynomial.legendre.leggauss(nodes)
    u, w = (u + 1) / 2, w / 2
    a, b = np.meshgrid(u, u)
    wa, wb = np.meshgrid(w, w)
    x = SPACING / 2 * a
    y = x * b / np.sqrt(3)
    weight = wa * wb * a
    return x.ravel(), y.ravel(), (weight / weight.sum()).ravel()


def log_laplace(alpha, thresholds, radius, nodes):
    """ln of the product for each place (rows) and threshold (columns)."""
    sx, sy = stations(radius)
    w = taper(np.hypot(sx, sy), radius)
    x, y, weight = places(nodes)
    # The plane beyond, seen from the origin: rings of a fine grid in ln r.
    step = 1e-3
    ln_r = np.arange(np.log(radius / 2), np.log(radius / 2) + 24, step) + step / 2
    r = np.exp(ln_r)
    ring = 2 * np.pi * r * r * step * (1 - taper(r, radius))
    result = np.empty((len(x), len(thresholds)))
    for p in range(len(x)):
        r0 = np.hypot(x[p], y[p])
        ratio = (r0 / np.hypot(sx - x[p], sy - y[p])) ** alpha
        # Rings around the origin: off-centre by r0, the mean of r^-alpha over a ring is r^-alpha (1 + alpha^2 r0^2 / 4 r^2 + ...).
        far = (r0 / r) ** alpha * (1 + (alpha * r0 / (2 * r)) ** 2)
        for k, T in enumerate(thresholds):
            result[p, k] = -(w * np.log1p(T * ratio)).sum() - (ring * np.log1p(T * far)).sum()
    return result, weight


def coverage(alpha, thresholds, radius, nodes):
    logs, weight = log_laplace(alpha, thresholds, radius, nodes)
    return weight @ np.exp(logs)


def mean_rate(alpha, radius, nodes):
    step = 0.1
    t = np.arange(-24, 24 + step / 2, step)
    T = np.exp(t)
    return float((coverage(alpha, T, radius, nodes) * T / (1 + T)).sum() * step)


def at_coverage(alpha, p, radius, nodes):
    """The threshold in dB of a coverage, by bisection."""
    low, high = -40.0, 60.0
    logs = None
    for _ in range(40):
        middle = (low + high) / 2
        found = coverage(alpha, [10 ** (middle / 10)], radius, nodes)[0]
        if found > p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def poisson4(T):
    """Of a Poisson process, alpha = 4."""
    return 1 / (1 + np.sqrt(T) * np.arctan(np.sqrt(T)))


def poisson4_at(p):
    low, high = -80.0, 80.0
    for _ in range(60):
        middle = (low + high) / 2
        if poisson4(10 ** (middle / 10)) > p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def main():
    decibels = [-10, -5, 0, 5, 10, 15, 20]
    T = [10 ** (d / 10) for d in decibels]
    rows = []
    for alpha in (3.0, 3.5, 4.0):
        fine = coverage(alpha, T, 24, 20)
        coarse = coverage(alpha, T, 16, 14)
        rate, rough = mean_rate(alpha, 14, 30), mean_rate(alpha, 14, 22)
        rows.append(
            {
                "alpha": alpha,
                "thresholdsDb": decibels,
                "coverage": [float(p) for p in fine],
                "coverageError": float(np.abs(fine - coarse).max()),
                "rate": rate,
                "rateError": abs(rate - rough),
            }
        )
        print(rows[-1], file=sys.stderr)
    gaps = []
    for p in (0.99, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.3, 0.1):
        lattice, poisson = at_coverage(4.0, p, 12, 10), poisson4_at(p)
        gaps.append({"coverage": p, "latticeDb": lattice, "poissonDb": poisson, "gapDb": lattice - poisson})
        print(gaps[-1], file=sys.stderr)
    json.dump({"rows": rows, "gaps": gaps}, sys.stdout, indent=1)
    print()


main()
