"""Gauss rules over their documented domain, corners first, with values from mpmath.

    python3 corners.py                     writes corners.json, a seeded sample that the tests read
    python3 corners.py --all FILE          writes all points, which scripts/corners.ts judges

Nodes are the zeros of the polynomial 2F1(-n, n+a+b-1; a; x), found between those of its derivative, from degree one up; weights are
proportional to 1/(x (1-x) P'(x)^2). Moments of the beta law are products. No Jacobi matrix occurs.
"""

import json
import math
import platform
import random
import sys

import mpmath as mp

SEED = 20261129
POINTS = 2000
SAMPLED = 120
rng = random.Random(SEED)


def log_uniform(low, high):
    return math.exp(rng.uniform(math.log(low), math.log(high)))


def shape():
    kind = rng.randrange(5)
    if kind == 0:
        return log_uniform(1e-300, 1e6)
    if kind == 1:
        return log_uniform(1e-6, 1e3)
    if kind == 2:
        return rng.choice((1e-300, 1e-12, 1e-8, 1e-3, 0.5, 1.0, 1 + 2.0**-52, 1.5, 2.0, 40.0, 1e6))
    return rng.uniform(0.05, 40)


def polynomial(n, a, b):
    """Coefficients of 2F1(-n, n+a+b-1; a; x), from x^0 up."""
    coefficients = [mp.mpf(1)]
    for k in range(n):
        coefficients.append(coefficients[-1] * (k - n) * (n + a + b - 1 + k) / ((a + k) * (k + 1)))
    return coefficients


def evaluate(coefficients, x):
    total = mp.mpf(0)
    for c in reversed(coefficients):
        total = total * x + c
    return total


def zero_between(coefficients, low, high, digits):
    """By bisection, in the logarithm of x, or of 1 - x, while the interval is wide, then Newton's method kept inside."""
    slope = [k * c for k, c in enumerate(coefficients)][1:]
    left = evaluate(coefficients, low)
    for step in range(4000):
        if high - low < mp.mpf(10) ** -digits * min(low, 1 - high):
            return (low + high) / 2
        middle = (low + high) / 2
        if step > 8:
            newton = middle - evaluate(coefficients, middle) / evaluate(slope, middle)
            if low < newton < high:
                width = (high - low) * mp.mpf(10) ** -6
                for probe in (newton - width, newton + width):
                    if low < probe < high:
                        if mp.sign(evaluate(coefficients, probe)) == mp.sign(left):
                            low = probe
                        else:
                            high = probe
                continue
        if high > 4 * low:
            middle = mp.sqrt(low * high) if low > 0 else high * mp.mpf(2) ** -20
        elif 1 - low > 4 * (1 - high):
            middle = 1 - (mp.sqrt((1 - low) * (1 - high)) if high < 1 else (1 - low) * mp.mpf(2) ** -20)
        if mp.sign(evaluate(coefficients, middle)) == mp.sign(left):
            low = middle
        else:
            high = middle
    raise SystemExit("no convergence")


def rule(n, a, b):
    """Nodes and weights in high precision, or None."""
    extra = sum(abs(math.log10(min(s, 1))) for s in (a, b)) + n * abs(math.log10(max(a, b, 10)))
    with mp.workdps(int(80 + 2 * extra)):
        a, b = mp.mpf(a), mp.mpf(b)
        zeros = []
        for degree in range(1, n + 1):
            # the derivative of degree k has the parameters of degree k + 1 less one each
            coefficients = polynomial(degree, a + (n - degree), b + (n - degree))
            bounds = [mp.mpf(0), *zeros, mp.mpf(1)]
            zeros = [zero_between(coefficients, bounds[i], bounds[i + 1], 30 if degree == n else 6) for i in range(degree)]
        slope = [k * c for k, c in enumerate(coefficients)][1:]
        weights = [1 / (x * (1 - x) * evaluate(slope, x) ** 2) for x in zeros]
        total = sum(weights)
        return [(float(x), float(w / total)) for x, w in zip(zeros, weights)]


def moment(a, b, m):
    with mp.workdps(40):
        return float(mp.fprod((mp.mpf(a) + k) / (mp.mpf(a) + mp.mpf(b) + k) for k in range(m)))


def legendre(n):
    """Nodes on (0, 1) and weights, by Newton's method on the three-term recurrence."""
    with mp.workdps(40):
        found = []
        for i in range(n, 0, -1):
            x = mp.cos(mp.pi * (i - mp.mpf(1) / 4) / (n + mp.mpf(1) / 2))
            for _ in range(60):
                before, value = mp.mpf(1), x
                for k in range(1, n):
                    before, value = value, ((2 * k + 1) * x * value - k * before) / (k + 1)
                slope = n * (x * value - before) / (x * x - 1)
                step = value / slope
                x -= step
                if abs(step) < mp.mpf(10) ** -30:
                    break
            found.append(((1 + x) / 2, 1 / ((1 - x * x) * slope**2)))
        return found


def rows():
    made = 0
    while made < POINTS:
        n, a, b = rng.randint(1, 10), shape(), shape()
        for i, (x, w) in enumerate(rule(n, a, b)):
            yield "gaussJacobiNode", [n, a, b, i], x
            yield "gaussJacobiWeight", [n, a, b, i], w
            made += 1
    for _ in range(POINTS):
        n, a, b = round(log_uniform(1, 300)), shape(), shape()
        m = rng.randint(0, min(2 * n - 1, 40))
        yield "gaussJacobiMoment", [n, a, b, m], moment(a, b, m)
    for n in (1, 2, 3, 7, 16, 24, 32, 47, 64, 96, 128):
        found = legendre(n)
        for i, (x, w) in enumerate(found):
            yield "gaussLegendreNode", [n, i], float(x)
            yield "gaussLegendreWeight", [n, i], float(w)
            for m in range(min(n, 5)):
                yield "cumulativeGaussLegendreMoment", [n, i, m], float((1 - x ** (m + 1)) / (m + 1))
    made = 0
    while made < POINTS - 420:
        n = rng.randint(4, 200)
        found = legendre(n)
        for i in rng.sample(range(n), min(n, 40)):
            x, w = found[i]
            yield "gaussLegendreNode", [n, i], float(x)
            yield "gaussLegendreWeight", [n, i], float(w)
            made += 1


def write(name, points):
    header = {
        "generator": "golden/corners.py",
        "mpmath": mp.__version__,
        "python": platform.python_version(),
        "seed": SEED,
    }
    body = ",\n".join(json.dumps(row, separators=(",", ":")) for row in points)
    with open(name, "w") as file:
        file.write("{" + json.dumps(header)[1:-1] + ',\n"rows": [\n' + body + "\n]}\n")


if __name__ == "__main__":
    everything = [list(row) for row in rows()]
    if len(sys.argv) == 3 and sys.argv[1] == "--all":
        write(sys.argv[2], everything)
    else:
        chosen = random.Random(SEED)
        names = dict.fromkeys(row[0] for row in everything)
        write("corners.json", [row for name in names for row in chosen.sample([r for r in everything if r[0] == name], SAMPLED)])
