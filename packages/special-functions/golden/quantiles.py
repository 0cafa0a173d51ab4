"""Golden values of quantiles and of the mean of ln(1 + g/y), from mpmath in 40 digits.

Run from this folder: python3 quantiles.py
Writes quantiles.json.

Arguments are doubles and enter mpmath exactly; values are rounded to the nearest double at the end. Quantiles are found by bisection of
mpmath's own incomplete integrals to 1e-30, means by the trapezoidal
rule in 40 digits, at two steps.
"""

import json
import platform
import random

import mpmath as mp

mp.mp.dps = 40
SEED = 20261126
rng = random.Random(SEED)


def where(rising, target):
    """The positive argument at which a rising function has a value."""
    low, high = mp.mpf(0), mp.mpf(1)
    while rising(high) < target:
        low, high = high, 2 * high
    while high - low > mp.mpf(10) ** -30 * high:
        middle = (low + high) / 2
        if rising(middle) < target:
            low = middle
        else:
            high = middle
    return float((low + high) / 2)


def student(significance, nu):
    outside = lambda t: mp.betainc(mp.mpf(nu) / 2, mp.mpf(1) / 2, 0, nu / (nu + t * t), regularized=True)
    return where(lambda t: -outside(t), -mp.mpf(significance))


def normal(significance):
    return where(lambda z: -mp.erfc(z / mp.sqrt(2)), -mp.mpf(significance))


def gamma(shape, u):
    if u < 0.5:
        return where(lambda g: mp.gammainc(shape, 0, g, regularized=True), mp.mpf(u))
    return where(lambda g: -mp.gammainc(shape, g, mp.inf, regularized=True), mp.mpf(u) - 1)


def expected_log_rate(shape, y):
    """The integral of (1 - (1 + z)^-D) exp(-y z) over ln z, by the trapezoidal rule with two steps."""
    scale = max(1 / y, mp.mpf(1) / shape)

    def at(x):
        z = scale * mp.exp(x)
        return -mp.expm1(-shape * mp.log1p(z)) * mp.exp(-y * z)

    def trapezoidal(step):
        return step * mp.fsum(at(mp.mpf(i) * step) for i in range(int(-75 / step), int((6 + mp.log1p(shape)) / step)))

    coarse, fine = trapezoidal(mp.mpf(1) / 16), trapezoidal(mp.mpf(1) / 24)
    assert abs(coarse - fine) < mp.mpf(10) ** -18 * fine, (shape, y, coarse, fine)
    return float(fine)


def uniform(logit):
    return float(1 / (1 + mp.exp(-logit)))


rows = {
    "student": [
        [p, nu, student(p, nu)]
        for nu in (1, 1.5, 2, 3, 5, 10, 31, 63, 200, 1000)
        for p in (0.5, 0.25, 0.1, 0.05, 0.01, 1e-3, 1e-4, 1e-6)
    ],
    "normal": [[p, normal(p)] for p in (0.5, 0.3173, 0.1, 0.05, 0.01, 1e-3, 1e-4, 1e-6, 1e-9, 1e-15, 1e-30, 1e-100, 1e-300)],
    "gamma": [
        [shape, u, gamma(shape, u)]
        for shape in (1, 2, 3, 5, 12, 20, 50, 128)
        for u in [uniform(rng.uniform(-37, 37)) for _ in range(30)] + [rng.uniform(0.001, 0.999) for _ in range(30)]
        if 2**-54 <= u <= 1 - 2**-53
    ],
    "expectedLogRate": [
        [shape, y, expected_log_rate(shape, mp.mpf(y))]
        for shape in (1, 2, 3, 9, 20, 40, 128)
        for y in [float(mp.exp(rng.uniform(-35, 25))) for _ in range(12)]
    ],
}

with open("quantiles.json", "w") as file:
    head = {"seed": SEED, "python": platform.python_version(), "mpmath": mp.__version__}
    parts = [f"{json.dumps(name)}: [\n" + ",\n".join(json.dumps(row) for row in its) + "\n]" for name, its in rows.items()]
    file.write(json.dumps(head)[:-1] + ",\n" + ",\n".join(parts) + "}\n")
