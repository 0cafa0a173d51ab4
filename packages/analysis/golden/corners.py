"""Draws networks in the corners of the legal domain (seeded) and writes corners.json with the rates of extremes.py.

    python3 corners.py [count of new rows at most]

Rows that corners.json already holds are kept as they are, so that a run can be interrupted and goes on.
Rows whose own error estimate exceeds LIMIT, that take longer than SECONDS, or whose rate leaves the range of a double are
left out and counted under `dropped`.
"""

import json
import platform
import signal
import sys
import time
from math import exp, log
from pathlib import Path

import numpy
import scipy

import extremes

HERE = Path(__file__).parent
FILE = HERE / "corners.json"
SEED = 20261126
LIMIT = 1e-9
SECONDS = 600
FLOOR = 2e-15  # rounding: no row claims less

DEFAULTS = {
    "baseStationDensity": 1, "transmitAntennas": 20, "receiveAntennas": 10, "usersPerCell": 1,
    "communicationClusterSize": 1, "targetsPerCell": 1, "sensingClusterSize": 1, "maxTargetsPerCell": 10,
    "pathLossExponent": 4, "echoPathLossExponent": 2, "transmitPower": 1, "radarCrossSection": 0.1,
    "receiveFilterGain": 1, "matchedFilterGain": 1, "clutterDensity": 0, "clutterCrossSection": 1,
    "clutterResidual": 1, "noisePower": 0,
}
SYMBOLS = {
    "lam": "baseStationDensity", "Mt": "transmitAntennas", "Mr": "receiveAntennas", "K": "usersPerCell",
    "L": "communicationClusterSize", "J": "targetsPerCell", "Q": "sensingClusterSize", "alpha": "pathLossExponent",
    "beta": "echoPathLossExponent", "Pt": "transmitPower", "rcs": "radarCrossSection", "kappa": "receiveFilterGain",
    "gain": "matchedFilterGain", "lam_x": "clutterDensity", "sigma_x": "clutterCrossSection", "rho_x": "clutterResidual",
    "N0": "noisePower",
}


def network(**symbols):
    return {**DEFAULTS, **{SYMBOLS[name]: value for name, value in symbols.items()}}


# --- the rate of a row ------------------------------------------------------------------------------------------------


def rate(service, method, clusters, p):
    """(value, relative error) of a network by the names of the product."""
    K, L, Q, J = (p[name] for name in ("usersPerCell", "communicationClusterSize", "sensingClusterSize", "targetsPerCell"))
    alpha, beta, density = p["pathLossExponent"], p["echoPathLossExponent"], p["baseStationDensity"]
    noise = p["noisePower"] / p["transmitPower"]
    if service == "communication":
        D = p["transmitAntennas"] - K * L - J * (Q - 1) + 1
        return extremes.communication(K, L, D, alpha, density, noise, method)
    c = p["matchedFilterGain"] * p["receiveFilterGain"] * p["receiveAntennas"] * p["radarCrossSection"]
    kind = {"exact": {"bs-centric": "bs", "target-centric": "target"}.get(clusters), "no-hole": "nohole",
            "proposition-3": "bs", "theorem-3": "theorem3"}[method]
    return extremes.sensing(kind, K, c, Q, alpha, beta, density, noise, p["clutterDensity"],
                            p["clutterCrossSection"] * p["clutterResidual"])


# --- which rows -------------------------------------------------------------------------------------------------------


def communication(method, **symbols):
    return ("communication", method, None, network(**symbols))


def sensing(methods, **symbols):
    p = network(**symbols)
    for method in methods.split():
        if method in ("bs", "target"):
            yield ("sensing", "exact", f"{method}-centric", p)
        else:
            yield ("sensing", {"nohole": "no-hole", "prop3": "proposition-3", "thm3": "theorem-3"}[method], None, p)


def reported():
    """Calls that once returned 0, a false error estimate, or nothing at all, and their neighbours."""
    yield communication("exact", Mt=64, K=2, L=32, alpha=6, beta=3, lam=0.01, N0=0.001)
    yield communication("exact", Mt=64, K=2, L=32, lam=0.01, N0=0.2)
    yield communication("exact", Mt=4096, K=20, L=200, alpha=2.1)
    yield communication("exact", K=3, N0=1, alpha=12)
    yield communication("exact", K=3, N0=1, alpha=20)
    for lam, L, alpha, N0 in [(0.01, 32, 4, 0.18), (0.01, 32, 6, 0.001), (0.01, 16, 4, 10), (0.01, 16, 6, 0.32), (1, 32, 4, 1000)]:
        yield communication("exact", Mt=64, K=2, L=L, alpha=alpha, lam=lam, N0=N0)
    yield from sensing("bs target nohole thm3", Mt=4096, K=100, Q=200, alpha=2.1, beta=1.05)
    yield from sensing("bs target nohole", Mt=40, K=2, Q=32, N0=1e4)
    yield from sensing("bs target nohole", Mt=64, K=2, Q=32, beta=1.9, lam=0.1, lam_x=100)
    yield from sensing("bs prop3 nohole", lam=1e-9, beta=4)
    yield from sensing("bs target nohole thm3", lam=1e-9, beta=4, Q=2)
    yield from sensing("bs prop3", Mr=1, rcs=1, gain=1e-299, beta=3)
    yield from sensing("bs target thm3", Mr=1, rcs=1, gain=1e-299, beta=3, Q=2)
    yield from sensing("bs prop3", alpha=1000)
    yield from sensing("bs target thm3", alpha=1000, Q=2)
    yield from sensing("thm3", beta=1e-6, Q=2)
    yield from sensing("bs", alpha=20, beta=10, N0=1)
    yield from sensing("bs target", alpha=20, beta=10, N0=1, Q=2)
    yield from sensing("bs", lam_x=1e6, beta=3)
    yield from sensing("bs target", lam_x=1e6, beta=3, Q=2)
    yield from sensing("nohole", Mt=151, K=14, Q=7, alpha=3, beta=3.62, lam=0.0156, N0=624)


class Draw:
    """Log-uniform, but with a good chance of an end of the range."""

    def __init__(self, k):
        self.rng = numpy.random.default_rng([SEED, k])

    def chance(self, share):
        return self.rng.random() < share

    def value(self, lo, hi, corner=0.3):
        pick = self.rng.random()
        if pick < corner:
            return lo if pick < corner / 2 else hi
        return float(f"{exp(self.rng.uniform(log(lo), log(hi))):.6g}")

    def integer(self, lo, hi, corner=0.25):
        return int(min(hi, max(lo, int(self.value(lo, hi + 0.999, corner)))))

    def alpha(self):
        """2.01 to 50, as 2 + log-uniform."""
        return float(f"{2 + self.value(0.01, 48, 0.2):.6g}")

    def antennas(self, used):
        return used if self.chance(0.3) else self.integer(used, 10**6)


def drawn_communication(count, k):
    d = Draw(k)
    for _ in range(count):
        K = d.integer(1, 3000)
        L = d.integer(1, 300)
        Q = d.integer(1, 300) if d.chance(0.3) else 1
        J = d.integer(1, 10)
        method = ("exact", "exact", "theorem-1", "theorem-2")[int(d.rng.integers(4))]
        noise = {}
        if method == "exact" and d.chance(0.75):
            noise = {"N0": d.value(1e-9, 1e9), "Pt": d.value(1e-3, 1e3, 0.1), "lam": d.value(1e-9, 1e9)}
        yield communication(method, Mt=d.antennas(K * L + J * (Q - 1)), K=K, L=L, J=J, Q=Q, alpha=d.alpha(),
                            beta=2, **noise)


def drawn_sensing(count, k, options):
    """options: of 'open' (alpha != 2 beta), 'noise', 'clutter'."""
    d = Draw(k)
    for _ in range(count):
        K, alpha = d.integer(1, 3000), d.alpha()
        Q = d.integer(1, 300)
        J = d.integer(1, 10)
        clutter = "clutter" in options
        beta = d.value(1.001 if clutter else 0.05, 50) if "open" in options else alpha / 2
        symbols = dict(Mt=d.antennas(K + J * (Q - 1)), K=K, Q=Q, J=J, alpha=alpha, beta=beta)
        if d.chance(0.3):
            symbols.update(gain=d.value(1e-9, 1e9), Mr=1, rcs=1)
        else:
            symbols.update(gain=d.value(1e-3, 1e3, 0.1), Mr=d.integer(1, 1000), rcs=d.value(1e-3, 10, 0.1),
                           kappa=d.value(0.1, 1))
        symbols.update(lam=d.value(1e-9, 1e9))
        if "noise" in options:
            symbols.update(N0=d.value(1e-9, 1e9), Pt=d.value(1e-3, 1e3, 0.1))
        if clutter:
            symbols.update(lam_x=d.value(1e-9, 1e9), sigma_x=d.value(1e-6, 1e3, 0.1), rho_x=d.value(1e-3, 1))
        bare = "noise" not in options and not clutter
        methods = ["bs", "nohole"]
        if Q == 1 and bare:
            methods.append("prop3")
        if Q > 1:
            methods.append("target")
            if bare:
                methods.append("thm3")
        yield from sensing(methods[int(d.rng.integers(len(methods)))], **symbols)


def rows_wanted():
    yield from reported()
    yield from drawn_communication(110, 1)
    yield from drawn_sensing(50, 2, ())
    yield from drawn_sensing(60, 3, ("open",))
    yield from drawn_sensing(20, 4, ("noise",))
    yield from drawn_sensing(20, 5, ("clutter",))
    yield from drawn_sensing(25, 6, ("open", "noise"))
    yield from drawn_sensing(25, 7, ("open", "clutter"))
    yield from drawn_sensing(25, 8, ("open", "noise", "clutter"))


# --- the file ---------------------------------------------------------------------------------------------------------


def key(row):
    return json.dumps([row["service"], row["method"], row.get("sensingClusters"), row["parameters"]], sort_keys=True)


def write(rows, dropped):
    text = {
        "unit": "nats",
        "rule": "logarithms throughout, panels halved until they resolve; oracleError is the relative difference of two runs",
        "limit": LIMIT,
        "seed": SEED,
        "versions": {"python": platform.python_version(), "numpy": numpy.__version__, "scipy": scipy.__version__},
        "dropped": dropped,
    }
    lines = [json.dumps(text, indent=1)[:-2] + ',\n "rows": [\n']
    lines.append(",\n".join("  " + json.dumps(row) for row in rows))
    FILE.write_text("".join(lines) + "\n ]\n}\n")


def too_long(*_):
    raise TimeoutError(f"longer than {SECONDS} s")


def main(count):
    old = json.loads(FILE.read_text()) if FILE.exists() else {"rows": [], "dropped": []}
    have = {key(row): row for row in old["rows"]}
    gone = {key(row): row for row in old["dropped"]}
    wanted = []
    for service, method, clusters, parameters in rows_wanted():
        row = {"service": service, "method": method, **({"sensingClusters": clusters} if clusters else {}), "parameters": parameters}
        if key(row) not in {key(w) for w in wanted}:
            wanted.append(row)
    signal.signal(signal.SIGALRM, too_long)
    order = [key(w) for w in wanted]
    # every kind early on, should the run be interrupted
    for i in sorted(range(len(wanted)), key=lambda i: i * 0.6180339887 % 1):
        row = wanted[i]
        k = key(row)
        if k in have or k in gone:
            continue
        if count == 0:
            break
        count -= 1
        started = time.time()
        signal.alarm(SECONDS)
        try:
            value, error = rate(row["service"], row["method"], row.get("sensingClusters"), row["parameters"])
            reason = None if 1e-290 < value < 1e290 and error <= LIMIT else f"{value} with error {error}"
        except (ValueError, TimeoutError, OverflowError) as problem:
            value, error, reason = None, None, str(problem)
        signal.alarm(0)
        if reason:
            gone[k] = {**row, "reason": reason}
        else:
            have[k] = {**row, "value": value, "oracleError": max(FLOOR, error)}
        print(f"{i + 1}/{len(wanted)} {row['service']} {row['method']} {row.get('sensingClusters', '')} {value} ±{error} {reason or ''} {time.time() - started:.1f} s", flush=True)
        write([have[o] for o in order if o in have], [gone[o] for o in order if o in gone])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else -1)
