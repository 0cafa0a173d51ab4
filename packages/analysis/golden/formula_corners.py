"""Points over the domains that the docstrings of the small formulas admit, corners first, with values from mpmath.

    python3 formula_corners.py             writes formula-corners.json, a seeded sample that the tests read
    python3 formula_corners.py --all FILE  writes all points, which scripts/corners.ts judges

The exponents of the interference are (11)'s incomplete beta function, summed in integers by the generator of special-functions,
with as many digits as the difference loses; those of sensing add Gauss-Legendre over the hole, in pieces about the transition.
A value beyond the largest double is 'refused'.
"""

import json
import math
import platform
import random
import sys
from pathlib import Path

import mpmath as mp

sys.path.insert(0, str(Path(__file__).parents[2] / "special-functions" / "golden"))
from corners import beta_parts  # noqa: E402

mp.mp.dps = 60
SEED = 20261127
POINTS = 2000
SAMPLED = 100
LARGEST = mp.mpf(1.7976931348623157e308)
SMALLEST = 2.2250738585072014e-308
rng = random.Random(SEED)


def log_uniform(low, high):
    return math.exp(rng.uniform(math.log(low), math.log(high)))


def neighbour(value):
    kind = rng.randrange(4)
    if kind == 0:
        return value
    if kind == 1:
        return math.nextafter(value, math.inf)
    if kind == 2:
        return math.nextafter(value, 0)
    return value * (1 + rng.choice((-1, 1)) * log_uniform(1e-15, 0.3))


def positive(low=1e-300, high=1e300):
    """Of any size, or of an ordinary one."""
    return log_uniform(low, high) if rng.random() < 0.4 else log_uniform(max(low, 1e-6), min(high, 1e6))


def integer(largest):
    return max(1, min(largest, round(log_uniform(1, largest))))


def exponent(least):
    """A path-loss exponent above `least`: next to it, ordinary, or large."""
    kind = rng.randrange(4)
    if kind == 0:
        return max(math.nextafter(least, 9), least * (1 + log_uniform(2.0**-52, 1)))
    if kind == 1:
        return max(math.nextafter(least, 9), neighbour(rng.choice((least + 0.5, 2 * least, 3 * least))))
    if kind == 2:
        return rng.uniform(least + 1e-3, 6 * least)
    return least * log_uniform(1.5, 1e4)


def value(x, least_refused=LARGEST):
    return "refused" if x > least_refused else float(x)


def excess(zeta, K, alpha):
    """F(zeta) - 1 = K zeta^delta B(x; 1 - delta, K + delta) - 1 + (1 + zeta)^-K, or None where it would take too long."""
    with mp.workdps(500):
        delta = 2 / mp.mpf(alpha)
        if K * zeta < mp.mpf(10) ** -20:
            # the first terms of the power series
            total, rising = mp.mpf(0), mp.mpf(1)
            for n in range(1, 5):
                rising *= -(K + n - 1) / mp.mpf(n) * zeta
                total += rising * delta / (delta - n)
            return total
        x = zeta / (1 + zeta)
        parts = beta_parts(1 - delta, K + delta, x)
        if parts is None:
            return None
        return K * zeta**delta * parts[0] - 1 + (1 + zeta) ** (-K)


def density(t):
    return 2 * t * (1 - mp.acos(t / 2) / mp.pi if t < 2 else 1)


def within(t):
    if t >= 2:
        return t * t - 1
    theta = 2 * mp.acos(t / 2)
    return t * t - 1 - (theta * mp.cos(theta) - mp.sin(theta)) / mp.pi


def distance_in_hole():
    kind = rng.randrange(4)
    if kind == 0:
        return log_uniform(1e-150, 2)
    if kind == 1:
        return rng.uniform(0, 2)
    if kind == 2:
        return neighbour(rng.choice((0.5, 1.0, 2.0, 2.0, 1e-5, 1e-9)))
    return log_uniform(2, 1e150)


def hole_rows():
    for _ in range(POINTS):
        t = distance_in_hole()
        with mp.workdps(400):
            yield "interfererDensity", [t], float(density(mp.mpf(t)))
            yield "interferersWithin", [t], float(within(mp.mpf(t)))


def nulling_rows():
    for _ in range(POINTS):
        kind = rng.randrange(3)
        L = integer(300) if kind == 0 else integer(2**53 - 1) if kind == 1 else rng.choice((1, 2, 16, 17, 18, 64, 300))
        alpha = exponent(2.0) if rng.random() < 0.8 else log_uniform(2, 1e6)
        with mp.workdps(120):
            h = mp.mpf(alpha) / 2
            logarithm = mp.loggamma(L + h) - mp.loggamma(L + 1) - mp.loggamma(1 + h)
            yield "nullingGain", [L, alpha], "refused" if logarithm > 709.782712893384 else float(mp.exp(logarithm))


def clutter_rows():
    for _ in range(POINTS):
        beta = exponent(1.0)
        station, scatterers, section, residual = positive(), positive(), positive(1e-150, 1e150), min(1.0, positive())
        z, u = positive(), positive()
        b = mp.mpf(beta)
        coefficient = mp.mpf(scatterers) / station * (mp.mpf(section) * residual) ** (1 / b) * mp.gamma(1 - 1 / b)
        where = [station, scatterers, section, residual, beta]
        yield "clutterCoefficient", where, value(coefficient)
        if coefficient > LARGEST:
            yield "clutterLaplaceTransform", [z, u, *where], "refused"
        else:
            yield "clutterLaplaceTransform", [z, u, *where], float(mp.exp(max(-u * coefficient * mp.mpf(z) ** (1 / b), -1000)))


def communication_rows():
    made = 0
    while made < POINTS:
        K = integer(100) if rng.random() < 0.8 else integer(10000)
        alpha = exponent(2.0)
        eta = 1.0 if rng.random() < 0.2 else log_uniform(1e-6, 1) if rng.random() < 0.8 else log_uniform(1e-150, 1)
        z = positive()
        with mp.workdps(500):
            zeta = mp.mpf(z) * mp.mpf(eta) ** mp.mpf(alpha)
            more = excess(zeta, K, alpha)
        if more is None:
            continue
        H = more / mp.mpf(eta) ** 2
        interferers = [K, alpha]
        yield "communicationInterferenceExponent", [z, eta, *interferers], value(H)
        L = integer(300)
        yield "communicationLaplaceTransformGivenRatio", [z, eta, L, *interferers], float((1 + more) ** -L)
        serving, station = positive(1e-100, 1e100), positive(1e-100, 1e100)
        cluster = serving / eta
        ratio = serving / cluster
        if not 0 < ratio <= 1:
            continue
        # at the ratio of the doubles that go in
        with mp.workdps(500):
            exact = mp.mpf(serving) / mp.mpf(cluster)
            other = excess(mp.mpf(z) * exact ** mp.mpf(alpha), K, alpha)
        if other is not None:
            made += 1
            H = other / exact**2
            E = mp.pi * station * mp.mpf(serving) ** 2 * H
            yield (
                "communicationLaplaceTransform",
                [z, serving, cluster, station, *interferers],
                "refused" if H > LARGEST else float(mp.exp(-min(E, 1000))),
            )


def sensing_rows():
    """Exponents over the rings, to 1e-14."""
    made = 0
    while made < 2 * POINTS:
        K, alpha = integer(64), rng.uniform(2.05, 8)
        s = log_uniform(1e-6, 1e6)
        kind = made % 2
        edge = distance_in_hole() if kind == 0 else 1 + log_uniform(1e-6, 1e3)
        if not 1e-6 < edge < 1e6:
            continue
        with mp.workdps(25):
            w = mp.mpf(edge)
            start, stop = (w, mp.mpf(2)) if kind == 0 else (w - 1, w + 1)
            beyond = max(start, stop)
            more = excess(mp.mpf(s) * beyond ** -mp.mpf(alpha), K, alpha)
            if more is None:
                continue
            total = beyond**2 * more
            if start < stop:

                def f(y):
                    reduction = -mp.expm1(-K * mp.log1p(s * y ** -mp.mpf(alpha)))
                    if kind == 0:
                        return reduction * density(y)
                    cosine = (y * y + 1 - w * w) / (2 * y)
                    return reduction * 2 * y * (1 - mp.acos(max(-1, min(1, cosine))) / mp.pi)

                middle, half = (start + stop) / 2, (stop - start) / 2
                transition = (mp.mpf(s) * K) ** (1 / mp.mpf(alpha))
                cuts = {mp.mpf(0), mp.pi}
                for factor in (0.125, 0.25, 0.5, 0.75, 1, 1.5, 2, 4):
                    place = (transition * factor - middle) / half
                    if -1 < place < 1:
                        cuts.add(mp.acos(-place))
                # y = middle - half cos(phi), which takes out the square roots at both ends
                integral, error = mp.quad(
                    lambda phi: f(middle - half * mp.cos(phi)) * half * mp.sin(phi), sorted(cuts), error=True, method="gauss-legendre"
                )
                total += integral
                if error > 1e-14 * total:
                    continue
        made += 1
        name = "bsCentricInterferenceExponent" if kind == 0 else "targetCentricInterferenceExponent"
        yield name, [s, edge, K, alpha], float(total)


def mutual_information_rows():
    made = 0
    while made < POINTS:
        alpha, beta = exponent(2.0), exponent(1.0)
        if alpha > 100 or beta > 100:
            continue
        made += 1
        gains = [positive(1e-100, 1e100) for _ in range(4)]
        distances = [positive(1e-200, 1e200) for _ in range(3)]
        noise = 0.0 if rng.random() < 0.5 else positive()
        a, b = mp.mpf(alpha), mp.mpf(beta)
        echo = gains[0] * mp.mpf(gains[1]) * mp.mpf(distances[0]) ** (-2 * b)
        interference = noise + sum(mp.mpf(g) * mp.mpf(d) ** -a for g, d in zip(gains[2:], distances[1:]))
        ratio = echo / interference
        result = mp.log1p(ratio) if ratio > 1e-30 else ratio
        yield "sensingMutualInformation", [*gains, *distances, alpha, beta, noise], float(result)


def product_rows():
    for _ in range(POINTS):
        density_, count, rate = positive(1e-100, 1e100), integer(10**6), positive(1e-100, 1e100)
        for name in ("communicationAreaSpectralEfficiency", "sensingAreaSpectralEfficiency"):
            yield name, [density_, count, rate], float(mp.mpf(density_) * count * rate)
        weight = rng.choice((0.0, 1.0, rng.random(), log_uniform(1e-300, 1), 1 - log_uniform(2.0**-53, 1)))
        one, other = positive(), positive()
        yield "weightedSumAreaSpectralEfficiency", [weight, one, other], float(mp.mpf(weight) * one + (1 - mp.mpf(weight)) * other)
        gains = [positive(), log_uniform(1e-300, 1), integer(10**6), positive()]
        product = mp.mpf(gains[0]) * gains[1] * gains[2] * gains[3]
        yield "echoGain", gains, "refused" if product > LARGEST or product < mp.mpf(2) ** -1075 else float(product)


def rows():
    for part in (hole_rows, nulling_rows, clutter_rows, communication_rows, mutual_information_rows, product_rows, sensing_rows):
        print(part.__name__, file=sys.stderr)
        yield from part()


def write(name, points):
    header = {
        "generator": "golden/formula_corners.py",
        "mpmath": mp.__version__,
        "python": platform.python_version(),
        "seed": SEED,
    }
    body = ",\n".join(json.dumps(row, separators=(",", ":")) for row in points)
    with open(name, "w") as file:
        file.write("{" + json.dumps(header)[1:-1] + ',\n"rows": [\n' + body + "\n]}\n")


def sample(everything):
    chosen = random.Random(SEED)
    names = dict.fromkeys(row[0] for row in everything)
    return [row for name in names for row in chosen.sample([row for row in everything if row[0] == name], SAMPLED)]


if __name__ == "__main__":
    everything = [list(row) for row in rows()]
    if len(sys.argv) == 3 and sys.argv[1] == "--all":
        write(sys.argv[2], everything)
    else:
        write("formula-corners.json", sample(everything))
