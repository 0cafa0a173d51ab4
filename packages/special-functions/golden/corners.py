"""Points over the whole documented domain, corners first, with values from mpmath.

    python3 corners.py                     writes corners.json, a seeded sample that the tests read
    python3 corners.py --all FILE          writes all points, which scripts/corners.ts judges

`generate.py` covers the domain that the theorems use; this covers what the docstrings admit: parameters from the smallest
normal double to 1e9 (to the largest double for the complete functions), limits down to the smallest subnormal and up to the
last double below one. Half of the points are log-uniform, half are made of corners, neighbours of integers and of
round limits, means, and the places where values leave the range of a double.

The incomplete integrals are summed from positive series in integers (fixed point, 300 bits and more), the beta integral from
both ends independently where both series are short; a part that has to be a difference gets the digits that it loses.
mpmath gives the powers and the complete functions.
"""

import json
import math
import platform
import random
import sys

import mpmath as mp

mp.mp.dps = 60
SEED = 20261126
POINTS = 2000
SAMPLED = 150
rng = random.Random(SEED)

TINIEST = 2.2250738585072014e-308
LARGEST_SHAPE = 1e9
LAST_BELOW_ONE = 1 - 2.0**-53
ROUND = (1e-300, 1e-100, 1e-40, 1e-16, 1e-12, 1e-8, 1e-4, 0.01, 0.25, 0.5, 1.0, 1.5, 2.0, 2.5, 10.0, 25.0, 160.0, 171.5, 400.0)


def log_uniform(low, high):
    return math.exp(rng.uniform(math.log(low), math.log(high)))


def neighbour(value):
    """The value, or a double next to it, or a little away from it."""
    kind = rng.randrange(4)
    if kind == 0:
        return value
    if kind == 1:
        return math.nextafter(value, math.inf)
    if kind == 2:
        return math.nextafter(value, 0)
    return value * (1 + rng.choice((-1, 1)) * log_uniform(1e-15, 0.3))


def parameter(largest):
    """A parameter from the smallest normal double to `largest`."""
    kind = rng.randrange(5)
    if kind == 0:
        value = log_uniform(TINIEST, largest)
    elif kind == 1:
        value = log_uniform(1e-20, min(largest, 1e9))
    elif kind == 2:
        value = log_uniform(1e-3, 1e3)
    else:
        value = neighbour(rng.choice((*ROUND, 1e4, 1e6, 1e9, 1e100, 1e300, TINIEST, largest)))
    return min(max(value, TINIEST), largest)


def unit(a, b):
    """A double strictly between 0 and 1 for parameters a, b."""
    kind = rng.randrange(6)
    if kind == 0:
        x = log_uniform(5e-324, 1)
    elif kind == 1:
        x = 1 - log_uniform(2.0**-53, 1)
    elif kind == 2:
        x = neighbour(rng.choice((1e-300, 1e-12, 0.1, 0.25, 0.5, 0.6, 0.75, 0.9)))
    elif kind == 3:
        # where the methods meet
        x = rng.uniform(0.3, 4) / max(a, b, 1)
        x = 1 - x if rng.random() < 0.5 else x
    else:
        mean = a / (a + b)
        x = mean + rng.gauss(0, 3) * math.sqrt(mean * (b / (a + b)) / (a + b + 1))
    return min(max(x, 5e-324), LAST_BELOW_ONE)


def gamma_limit(s):
    kind = rng.randrange(5)
    if kind == 0:
        x = log_uniform(5e-324, 1.7e308)
    elif kind == 1:
        x = log_uniform(1e-12, 1e4)
    elif kind == 2:
        x = neighbour(rng.choice((1e-300, 1e-8, 1.0, 1.2, 1.5, 2.0, 40.0, 600.0, 700.0, 745.0)))
    elif kind == 3 and s > 150:
        # where x^s e^(-x) is a double although s ln x is large
        x = s * rng.uniform(1.0, 30)
    else:
        x = s + rng.gauss(0, 3) * math.sqrt(s + 1e-3)
    return max(abs(x), 5e-324)


def fixed(value, bits):
    """round(value 2^bits) of a double or an mpf, exactly."""
    if value == 0:
        return 0
    mantissa, exponent = mp.frexp(value) if isinstance(value, mp.mpf) else math.frexp(value)
    if isinstance(value, mp.mpf):
        shift = mp.mp.prec
        return _shifted(int(mp.ldexp(mantissa, shift)), bits + exponent - shift)
    return _shifted(int(math.ldexp(mantissa, 53)), bits + exponent - 53)


def _shifted(integer, by):
    return integer << by if by >= 0 else integer >> -by


def series_length(a, b, x, bits):
    """Terms of the series of beta_series until they are below 2^-bits, roughly; or a bound on what is affordable."""
    n = 8
    lx = math.log(x)
    base = math.lgamma(a + 1) - math.lgamma(a + b)
    while n < 4e6:
        if math.lgamma(a + b + n) - math.lgamma(a + 1 + n) + base + n * lx < -0.7 * bits and (a + b + n) / (a + 1 + n) * x < 1:
            return n
        n *= 2
    return n


def beta_series(a, b, x, one_minus_x, digits):
    """B_x(a, b) = x^a (1-x)^b / a * sum over n of (a+b)_n/(a+1)_n x^n, all terms positive."""
    bits = int(3.33 * digits) + 60
    A, AB, X = fixed(a, bits), fixed(a, bits) + fixed(b, bits), fixed(x, bits)
    one = 1 << bits
    total = term = one
    n = 0
    while term > 1 or AB + n * one > A + one + n * one and n < 100:
        term = (term * (AB + n * one) >> bits) * X // (A + (n + 1) * one)
        total += term
        n += 1
    with mp.workdps(digits + 30):
        return mp.mpf(x) ** a * mp.mpf(one_minus_x) ** b / a * mp.ldexp(total, -bits)


def beta_parts(a, b, x):
    """(lower, upper, whole) to 40 digits each, or None where it would take too long."""
    digits = 50
    with mp.workdps(1200):
        y = 1 - mp.mpf(x)
    lower_cost = series_length(a, b, x, 200)
    upper_cost = series_length(b, a, float(y), 200) if y > 1e-300 else 8
    # long series are for a few points only
    if min(lower_cost, upper_cost) > (1e6 if rng.random() < 0.03 else 2e4):
        return None
    affordable = 2e4
    while True:
        with mp.workdps(digits + 30):
            ma, mb, mx, my = mp.mpf(a), mp.mpf(b), mp.mpf(x), +y
            whole = mp.beta(ma, mb)
            lower = upper = None
            if lower_cost <= max(affordable, upper_cost):
                lower = beta_series(ma, mb, mx, my, digits)
            if lower is None or upper_cost <= affordable:
                upper = beta_series(mb, ma, my, mx, digits)
            if lower is not None and upper is not None:
                if abs(whole - lower - upper) > mp.mpf(10) ** -35 * whole:
                    raise SystemExit(f"the parts do not add up at {a!r} {b!r} {x!r}: {lower} {upper} {whole}")
                return lower, upper, whole
            known = lower if lower is not None else upper
            rest = whole - known
            lost = mp.log10(whole / abs(rest)) if rest != 0 else mp.mpf(digits)
            if rest > 0 and digits - lost > 30:
                return (known, rest, whole) if lower is not None else (rest, known, whole)
            # below the smallest double there is nothing to know but that
            if digits > 1100:
                return (known, mp.mpf(0), whole) if lower is not None else (mp.mpf(0), known, whole)
            digits = int(digits * 1.6) + 10


def lower_gamma_series(s, x, digits):
    """x^s e^(-x)/s * sum over n of x^n/(s+1)_n."""
    bits = int(3.33 * digits) + 60
    S, X = fixed(s, bits), fixed(x, bits)
    one = 1 << bits
    total = term = one
    n = 1
    while term > 1:
        term = term * X // (S + n * one)
        total += term
        n += 1
    with mp.workdps(digits + 30):
        return s * mp.log(x) - x, mp.ldexp(total, -bits) / s


def upper_gamma_fraction(s, x, digits):
    """x^s e^(-x) times Legendre's continued fraction, from its end, with terms doubled until nothing changes."""
    with mp.workdps(digits + 20):
        n, last = 32, None
        while True:
            value = x + 2 * n + 1 - s
            for k in range(n, 0, -1):
                value = x + (2 * k - 1) - s + k * (s - k) / value
            if last is not None and abs(value - last) < mp.mpf(10) ** -digits * abs(value):
                return s * mp.log(x) - x, 1 / value
            if n > 20000:
                return None
            n, last = 2 * n, value


def product(logarithm, factor):
    return mp.exp(logarithm) * factor if logarithm > -1e7 else mp.mpf(0)


def gamma_parts(s, x):
    """(lower, upper, P, Q), or None where it would take too long."""
    digits = 50
    # long series are for a few points only
    if s > 1e6 and abs(x - s) < 30 * math.sqrt(s) and rng.random() > 0.05:
        return None
    while True:
        with mp.workdps(digits + 40):
            ms, mx = mp.mpf(s), mp.mpf(x)
            logwhole = mp.loggamma(ms)
            whole = mp.exp(logwhole) if logwhole < 1e6 else mp.inf
            direct_upper = x > 30 and x > s
            part = upper_gamma_fraction(ms, mx, digits) if direct_upper else lower_gamma_series(ms, mx, digits)
            if part is None:
                return None
            known = product(part[0], part[1]) if part[0] < 1e6 else mp.inf
            share = product(part[0] - logwhole, part[1])
            rest = 1 - share
            lost = mp.log10(1 / abs(rest)) if rest != 0 else mp.mpf(digits)
            if rest > 0 and digits - lost > 30 or digits > 1100:
                rest = max(rest, mp.mpf(0))
                other = rest * whole if rest > 0 else mp.mpf(0)
                if direct_upper:
                    return other, known, rest, share
                return known, other, share, rest
            digits = int(digits * 1.6) + 10


def double(value):
    """The nearest double, 'Infinity' beyond the largest."""
    result = float(value)
    return result if math.isfinite(result) else ("Infinity" if result > 0 else "-Infinity")


def single_arguments():
    for _ in range(POINTS):
        kind = rng.randrange(3)
        if kind == 0:
            yield min(log_uniform(1, 200), 1.7e308)
        elif kind == 1:
            yield min(max(neighbour(rng.choice((1.0, 2.0, 10.0, 171.0, 171.5, 171.624, 2.55e305))), TINIEST), 1.79e308)
        else:
            yield parameter(1.79e308)


def rows():
    for s in single_arguments():
        with mp.workdps(80):
            yield "gamma", [s], [double(mp.gamma(mp.mpf(s))) if s < 1e4 else "Infinity"]
    for s in single_arguments():
        with mp.workdps(80):
            yield "lnGamma", [s], [double(mp.loggamma(mp.mpf(s)))]
    for _ in range(POINTS):
        a, b = parameter(1.79e308), parameter(1.79e308)
        # loggamma's terms cancel: as many digits again as the parameters have
        with mp.workdps(700):
            ma, mb = mp.mpf(a), mp.mpf(b)
            logarithm = mp.loggamma(ma) + mp.loggamma(mb) - mp.loggamma(ma + mb)
            value = mp.exp(logarithm) if logarithm > -1e6 else mp.mpf(0)
            yield "beta", [a, b], [double(value), double(logarithm)]
    made = 0
    while made < POINTS:
        a, b = parameter(LARGEST_SHAPE), parameter(LARGEST_SHAPE)
        x = unit(a, b)
        parts = beta_parts(a, b, x)
        if parts is None:
            continue
        made += 1
        lower, upper, whole = parts
        yield "incompleteBeta", [a, b, x], [double(v) for v in (lower, upper, lower / whole, upper / whole)]
    made = 0
    while made < POINTS:
        s = parameter(LARGEST_SHAPE)
        x = gamma_limit(s)
        if not x < 1.79e308:
            continue
        parts = gamma_parts(s, x)
        if parts is None:
            continue
        made += 1
        yield "incompleteGamma", [s, x], [double(v) for v in parts]


def write(name, points):
    header = {
        "generator": "golden/corners.py",
        "mpmath": mp.__version__,
        "python": platform.python_version(),
        "seed": SEED,
        "columns": "function, its arguments, its values: beta B and ln B; incompleteBeta lower, complement, I, 1 - I; "
        "incompleteGamma lower, upper, P, Q",
    }
    body = ",\n".join(json.dumps(row, separators=(",", ":")) for row in points)
    with open(name, "w") as file:
        file.write("{" + json.dumps(header)[1:-1] + ',\n"rows": [\n' + body + "\n]}\n")


if __name__ == "__main__":
    everything = []
    for count, row in enumerate(rows()):
        everything.append(list(row))
        if count % 500 == 0:
            print(count, row[0], file=sys.stderr)
    if len(sys.argv) == 3 and sys.argv[1] == "--all":
        write(sys.argv[2], everything)
    else:
        chosen = random.Random(SEED)
        sample = []
        for name in dict.fromkeys(row[0] for row in everything):
            own = [row for row in everything if row[0] == name]
            sample += chosen.sample(own, SAMPLED)
        write("corners.json", sample)
