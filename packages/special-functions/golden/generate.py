"""Golden values for the tests, from mpmath in 50 digits.

Run from this folder: python3 generate.py
Writes incomplete-beta.json, incomplete-gamma.json and complete.json.

Arguments are doubles and enter mpmath exactly; values are rounded to the nearest double at the end. Every row is checked
before it is written: the two parts must add up to the complete function to 1e-35, having been computed independently
(the complement of the beta integral by exchanging its parameters, the upper gamma by its own routine).
Each row names the sample it belongs to.
"""

import json
import platform
import random

import mpmath as mp

mp.mp.dps = 50
SEED = 20240611
rng = random.Random(SEED)


def log_uniform(low, high):
    return float(mp.exp(rng.uniform(float(mp.log(low)), float(mp.log(high)))))


def unit(low=1e-12, high_gap=1e-9):
    """x in [low, 1 - high_gap]: logarithmic towards both ends, or uniform."""
    kind = rng.randrange(3)
    if kind == 0:
        return log_uniform(low, 0.5)
    if kind == 1:
        return 1.0 - log_uniform(high_gap, 0.5)
    return rng.uniform(low, 1 - high_gap)


def clip(x, low=1e-12, high=1 - 1e-9):
    return min(max(x, low), high)


def near_mean(a, b):
    mean = a / (a + b)
    spread = (a * b / (a + b + 1)) ** 0.5 / (a + b)
    return clip(mean + rng.gauss(0, 2) * spread)


def beta_arguments():
    for _ in range(700):
        yield "box", log_uniform(0.01, 2), log_uniform(0.5, 400), unit()
    for _ in range(300):
        yield "box-uniform", rng.uniform(0.01, 2), rng.uniform(0.5, 400), rng.uniform(1e-12, 1 - 1e-9)
    for _ in range(400):
        yield "exchanged", log_uniform(0.5, 400), log_uniform(0.01, 2), unit()
    for _ in range(400):
        yield "square", log_uniform(0.01, 400), log_uniform(0.01, 400), unit()
    for _ in range(300):
        a, b = log_uniform(0.01, 400), log_uniform(0.01, 400)
        yield "mean", a, b, near_mean(a, b)
    for _ in range(200):
        a, b = log_uniform(50, 400), log_uniform(50, 400)
        yield "large-mean", a, b, near_mean(a, b)
    for _ in range(300):
        # x of order 1/b, where the methods meet
        a, b = log_uniform(0.01, 1.2), log_uniform(1, 400)
        yield "seam", a, b, clip(rng.uniform(0.3, 5) / b)
    for _ in range(200):
        a, b = log_uniform(0.01, 1.2), log_uniform(1, 400)
        yield "exchanged-seam", b, a, clip(1 - rng.uniform(0.3, 5) / b)
    for _ in range(400):
        # the calls of the coverage theorems: delta = 2/alpha, z over e^-25..e^35
        delta, k, z = rng.uniform(1 / 3, 0.976), rng.randint(1, 128), mp.exp(rng.uniform(-25, 35))
        yield "theorem", 1 - delta, k + delta, min(float(z / (1 + z)), 1 - 2.0**-53)
    for _ in range(200):
        delta, k, z = rng.uniform(1 / 3, 0.976), rng.randint(1, 128), mp.exp(rng.uniform(-25, 35))
        yield "exchanged-theorem", k + delta, 1 - delta, float(1 / (1 + z))
    for a in (0.01, 0.5, 1.0, 1 + 2.0**-52, 2.0):
        for b in (0.5, 1.0, 1 + 2.0**-40, 2.0, 9.999999999999998, 10.0, 400.0):
            for x in (1e-12, 1e-3, 0.5 - 2.0**-54, 0.5, 1 - 1e-3, 1 - 1e-9):
                yield "corner", a, b, x
                yield "exchanged-corner", b, a, x


def gamma_arguments():
    for _ in range(600):
        yield "box", log_uniform(0.01, 50), log_uniform(1e-10, 200)
    for _ in range(300):
        yield "box-uniform", rng.uniform(0.01, 50), rng.uniform(1e-10, 200)
    for _ in range(300):
        s = log_uniform(0.01, 50)
        yield "transition", s, min(max(s + rng.gauss(0, 2) * s**0.5, 1e-10), 200.0)
    for _ in range(200):
        yield "seam", log_uniform(0.01, 1.5), rng.uniform(0.5, 5)
    for _ in range(200):
        delta, z = rng.uniform(1 / 3, 0.976), mp.exp(rng.uniform(-25, 5))
        yield "theorem", 1 - delta, float(z)
    for s in (0.01, 0.5, 1.0, 1 + 2.0**-52, 2.0, 10.0, 50.0):
        for x in (1e-10, 1e-3, 1.0, 1.2, 1.5, 2.0, 50.0, 200.0):
            yield "corner", s, x


def agree(total, parts, where):
    if abs(total - parts) > mp.mpf(10) ** -35 * abs(total):
        raise SystemExit(f"mpmath disagrees with itself at {where}: {total} {parts}")


def beta_row(sample, a, b, x):
    ma, mb, mx = mp.mpf(a), mp.mpf(b), mp.mpf(x)
    with mp.workdps(70):
        lower = mp.betainc(ma, mb, 0, mx)
        complement = mp.betainc(mb, ma, 0, 1 - mx)
        whole = mp.beta(ma, mb)
        agree(whole, lower + complement, (a, b, x))
        return [sample, a, b, x, float(lower), float(complement), float(lower / whole), float(complement / whole)]


def gamma_row(sample, s, x):
    ms, mx = mp.mpf(s), mp.mpf(x)
    with mp.workdps(70):
        lower = mp.gammainc(ms, 0, mx)
        upper = mp.gammainc(ms, mx, mp.inf)
        whole = mp.gamma(ms)
        agree(whole, lower + upper, (s, x))
        return [sample, s, x, float(lower), float(upper), float(lower / whole), float(upper / whole)]


def complete_rows():
    singles = [log_uniform(1e-3, 400) for _ in range(300)] + [rng.uniform(0.01, 171) for _ in range(150)]
    singles += [1e-300, 1e-8, 0.5, 1.5, 2.5, 3.0, 9.999999999999998, 10.0, 171.0]
    # the zeros of ln Gamma
    singles += [zero + sign * log_uniform(1e-15, 0.4) for zero in (1, 2) for sign in (-1, 1) for _ in range(40)]
    gammas = []
    for s in singles:
        value = mp.gamma(mp.mpf(s))
        gammas.append([s, float(value) if value < mp.mpf(1.79e308) else None, float(mp.loggamma(mp.mpf(s)))])
    pairs = [(log_uniform(0.01, 2), log_uniform(0.5, 400)) for _ in range(300)]
    pairs += [(log_uniform(0.01, 400), log_uniform(0.01, 400)) for _ in range(300)]
    pairs += [(1e-300, 2.0), (0.01, 0.01), (2.0, 400.0), (400.0, 400.0), (10.0, 9.999999999999998), (1e6, 0.3), (1e4, 2e4)]
    # the curve B(a, b) = 1, where ln B passes through zero
    for _ in range(100):
        b = log_uniform(1.05, 400)
        root = mp.findroot(lambda a: mp.log(mp.beta(a, mp.mpf(b))), (mp.mpf("0.005"), mp.mpf(1)), solver="anderson")
        pairs.append((float(root) * (1 + rng.choice((-1, 1)) * log_uniform(1e-12, 0.1)), b))
    betas = []
    for a, b in pairs:
        value = mp.beta(mp.mpf(a), mp.mpf(b))
        log_value = mp.loggamma(mp.mpf(a)) + mp.loggamma(mp.mpf(b)) - mp.loggamma(mp.mpf(a) + mp.mpf(b))
        betas.append([a, b, float(value), float(log_value)])
    return gammas, betas


def write(name, content):
    header = {
        "generator": "golden/generate.py",
        "mpmath": mp.__version__,
        "python": platform.python_version(),
        "digits": mp.mp.dps,
        "seed": SEED,
    }
    lines = [json.dumps(header)[1:-1]]
    for key, rows in content.items():
        if isinstance(rows, list):
            body = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
            lines.append(f'"{key}": [\n{body}\n]')
        else:
            lines.append(f'"{key}": {json.dumps(rows)}')
    with open(name, "w") as file:
        file.write("{" + ",\n".join(lines) + "}\n")


if __name__ == "__main__":
    gammas, betas = complete_rows()
    write(
        "complete.json",
        {
            "gammaColumns": "s, gamma(s) or null where it overflows, ln gamma(s)",
            "gamma": gammas,
            "betaColumns": "a, b, B(a,b), ln B(a,b)",
            "beta": betas,
        },
    )
    write(
        "incomplete-gamma.json",
        {
            "columns": "sample, s, x, lower, upper, P(s,x), Q(s,x)",
            "rows": [gamma_row(*arguments) for arguments in gamma_arguments()],
        },
    )
    write(
        "incomplete-beta.json",
        {
            "columns": "sample, a, b, x, lower, complement, I_x(a,b), 1 - I_x(a,b)",
            "rows": [beta_row(*arguments) for arguments in beta_arguments()],
        },
    )
