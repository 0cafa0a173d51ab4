"""Points over the domains of the closed formulas, corners first, with values from mpmath.

    python3 corners.py                     writes corners.json, a seeded sample that the tests read
    python3 corners.py --all FILE          writes all points, which scripts/corners.ts judges

Angles are doubles of any size, often next to each other, to the axis or to a zero of the kernel; arrays have up to 10^6 antennas.
The gain is the squared modulus of the sum over the antennas for small arrays, Fejer's kernel in 60 digits for large ones.
"""

import json
import math
import platform
import random
import sys

import mpmath as mp

SEED = 20261128
POINTS = 2000
SAMPLED = 150
rng = random.Random(SEED)


def log_uniform(low, high):
    return math.exp(rng.uniform(math.log(low), math.log(high)))


def antennas():
    return rng.choice((1, 2, 20, 64, round(log_uniform(1, 1e3)), round(log_uniform(1, 1e6))))


def angle():
    kind = rng.randrange(5)
    if kind == 0:
        return rng.choice((-1, 1)) * log_uniform(1e-300, 1e300)
    if kind == 1:
        return rng.choice((0.0, math.pi / 3, math.pi / 2, math.pi, -math.pi / 2)) + rng.choice((0, 1)) * rng.gauss(0, 1e-8)
    if kind == 2:
        return rng.choice((-1, 1)) * log_uniform(1e-12, 1)
    return rng.uniform(-2 * math.pi, 2 * math.pi)


def second(first, count):
    """Another angle: any, next to the first or its mirror, or near a zero of the kernel."""
    kind = rng.randrange(4)
    if kind == 0:
        return angle()
    if kind == 1:
        return rng.choice((-1, 1)) * first * (1 + rng.choice((0, -1, 1)) * log_uniform(1e-16, 1e-2))
    if kind == 2 and math.isfinite(first * 1e300) is False:
        return angle()
    zero = math.cos(first) + 2 * rng.randint(1, max(1, count - 1)) / count
    return math.acos((zero + 1) % 2 - 1) * (1 + rng.choice((0, 1)) * rng.gauss(0, 1e-9))


def gain(count, first, other):
    with mp.workdps(400):
        difference = (mp.cos(mp.mpf(first)) - mp.cos(mp.mpf(other))) / 2
    with mp.workdps(60):
        u = difference - mp.nint(difference)
        if u == 0:
            return mp.mpf(1)
        if count <= 20:
            total = sum(mp.expjpi(2 * i * u) for i in range(count))
            return abs(total) ** 2 / count**2
        return (mp.sin(mp.pi * count * u) / (count * mp.sin(mp.pi * u))) ** 2


def rows():
    for _ in range(POINTS):
        count, first = antennas(), angle()
        other = second(first, count)
        yield "receiveFilterGain", [count, first, other], float(gain(count, first, other))
    for _ in range(POINTS):
        count, first = antennas(), angle()
        i = rng.randrange(count)
        with mp.workdps(400):
            phase = i * mp.cos(mp.mpf(first))
            entry = mp.expjpi(phase)
        yield "steeringVectorReal", [count, first, i], float(entry.real)
        yield "steeringVectorImaginary", [count, first, i], float(entry.imag)
        yield "receiveFilterReal", [count, first, i], float(entry.real / mp.sqrt(count))


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
