"""Draws the golden parameter sets (seeded, corners first) and writes the rows the oracle proves.

    python3 generate.py [communication|sensing|echo|extensions|repair] ...

`sensing` are the rows with alpha = 2 beta, `echo` those with alpha != 2 beta; both land in sensing.json.
Rows whose own error estimate exceeds LIMIT are left out and listed under `dropped`; `repair` tries those of
sensing.json again after the oracle has been refined (with rows above REPAIR), and keeps the order of the sets.
"""

import json
import platform
import sys
import time
from math import log
from pathlib import Path

import mpmath
import numpy
import scipy

import oracle

HERE = Path(__file__).parent
SEED = 20260712
LIMIT = 1e-10
REPAIR = 1e-12
FLOOR = 2e-15  # rounding: no row claims less


def log_uniform(rng, lo, hi):
    return float(f"{numpy.exp(rng.uniform(log(lo), log(hi))):.6g}")


def log_integer(rng, lo, hi):
    return int(min(hi, max(lo, numpy.floor(numpy.exp(rng.uniform(log(lo), log(hi + 1)))))))


def uniform(rng, lo, hi):
    return float(f"{rng.uniform(lo, hi):.5g}")


# --- parameters ---------------------------------------------------------------------------------------------------


def communication_parameters(count, rng):
    corner = [
        # (M_t, K, L, J, Q, alpha)
        (256, 1, 1, 1, 1, 4.0), (256, 1, 32, 1, 1, 4.0), (128, 128, 1, 1, 1, 4.0), (256, 128, 1, 1, 1, 4.0),
        (256, 128, 2, 1, 1, 3.0), (256, 1, 32, 1, 1, 2.05), (256, 7, 32, 1, 1, 2.05), (256, 7, 32, 1, 1, 6.0),
        (256, 4, 32, 4, 32, 4.0), (20, 1, 1, 1, 1, 2.05), (20, 1, 1, 1, 1, 6.0), (1, 1, 1, 1, 1, 4.0),
        (1, 1, 1, 1, 1, 2.05), (1, 1, 1, 1, 1, 6.0), (32, 1, 32, 1, 1, 6.0), (256, 128, 1, 1, 1, 2.05),
        (256, 128, 1, 1, 1, 6.0), (256, 128, 2, 1, 1, 2.05), (256, 128, 2, 1, 1, 6.0), (20, 5, 2, 1, 1, 4.0),
        (20, 5, 4, 1, 1, 4.0), (20, 12, 1, 10, 1, 4.0), (256, 1, 1, 1, 1, 2.05), (256, 1, 1, 1, 1, 6.0),
        (256, 1, 2, 1, 1, 2.05), (256, 1, 2, 1, 1, 6.0), (20, 10, 2, 1, 1, 6.0), (20, 10, 2, 1, 1, 2.05),
        (256, 2, 3, 8, 32, 3.5), (64, 3, 3, 5, 12, 2.5), (224, 7, 32, 1, 1, 4.0), (256, 64, 3, 2, 32, 5.0),
    ]
    rows = corner[:count]
    while len(rows) < count:
        L = log_integer(rng, 1, 32)
        K = log_integer(rng, 1, min(128, 256 // L))
        J = int(rng.integers(1, 11))
        Q = log_integer(rng, 1, 32)
        used = K * L + J * (Q - 1)
        if used > 256:
            continue
        rows.append((log_integer(rng, used, 256), K, L, J, Q, uniform(rng, 2.05, 6)))
    return rows


def sensing_parameters(count, rng):
    corner = [
        # (K, c, Q, alpha)
        (1, 1.0, 1, 4.0), (1, 1.0, 2, 4.0), (1, 1.0, 3, 4.0), (1, 1.0, 5, 4.0), (1, 1.0, 32, 4.0),
        (128, 1.0, 1, 4.0), (128, 1e3, 2, 4.0), (128, 1e-3, 2, 4.0), (1, 1e-3, 2, 4.0), (1, 1e3, 2, 4.0),
        (1, 1.0, 2, 2.05), (1, 1.0, 2, 6.0), (1, 1.0, 32, 2.05), (1, 1.0, 32, 6.0), (128, 1e3, 32, 6.0),
        (128, 1e-3, 32, 2.05), (1, 1e-3, 1, 2.05), (1, 1e3, 1, 6.0), (128, 1e3, 1, 2.05), (128, 1e-3, 1, 6.0),
        (128, 1e3, 3, 2.05), (128, 1e-3, 3, 6.0), (1, 1e-3, 32, 6.0), (1, 1e3, 32, 2.05), (2, 1.0, 4, 4.0),
        (5, 10.0, 2, 3.0), (20, 0.1, 10, 3.5), (64, 100.0, 20, 5.0),
    ]
    rows = corner[:count]
    while len(rows) < count:
        rows.append((log_integer(rng, 1, 128), log_uniform(rng, 1e-3, 1e3), log_integer(rng, 1, 32),
                     2 * uniform(rng, 1.025, 3)))
    return [(K, c, Q, a, a / 2, 1.0) for K, c, Q, a in rows]


def echo_parameters(count, rng):
    corner = [
        # (K, c, Q, alpha, beta, lambda)
        (1, 1.0, 1, 4.0, 1.5, 1.0), (1, 1.0, 2, 4.0, 2.5, 1.0), (1, 1.0, 2, 2.05, 4.0, 1.0), (1, 1.0, 2, 6.0, 4.0, 1.0),
        (1, 1.0, 2, 6.0, 1.025, 1.0), (1, 1.0, 2, 2.05, 4.0, 100.0), (1, 1e-3, 2, 2.05, 4.0, 0.01),
        (128, 1e3, 1, 2.05, 4.0, 100.0), (1, 1e-3, 1, 2.05, 4.0, 0.01), (1, 1e-3, 1, 6.0, 1.025, 100.0),
        (128, 1e3, 1, 6.0, 1.025, 0.01), (1, 1e-3, 2, 6.0, 1.025, 100.0), (128, 1e3, 2, 6.0, 4.0, 100.0),
        (1, 1.0, 32, 3.0, 2.0, 1.0), (1, 1.0, 32, 6.0, 1.025, 0.1), (128, 1.0, 3, 3.5, 4.0, 10.0),
        (2, 2.0, 2, 3.5, 2.0, 0.5), (1, 1.0, 1, 3.2, 2.0, 1.5), (4, 1.0, 2, 4.0, 2.0001, 1.0), (8, 5.0, 5, 4.0, 1.99, 3.0),
    ]
    rows = corner[:count]
    while len(rows) < count:
        rows.append((log_integer(rng, 1, 128), log_uniform(rng, 1e-3, 1e3), log_integer(rng, 1, 32),
                     uniform(rng, 2.05, 6), uniform(rng, 1.025, 4), log_uniform(rng, 0.01, 100)))
    return rows


# --- rows -----------------------------------------------------------------------------------------------------------


def make_row(parameters, jobs):
    values, errors = {}, {}
    for name, job in jobs.items():
        value, error = job()
        if not (numpy.isfinite(value) and value > 0):
            error = float("inf")
        values[name], errors[name] = value, max(error, FLOOR)
    return {**parameters, "values": values, "oracleError": errors}


def communication_row(Mt, K, L, J, Q, alpha):
    D = Mt - K * L - J * (Q - 1) + 1
    return make_row(
        {"transmitAntennas": Mt, "usersPerCell": K, "communicationClusterSize": L, "targetsPerCell": J,
         "sensingClusterSize": Q, "pathLossExponent": alpha, "diversityOrder": D},
        {"exact": lambda: oracle.communication_exact(K, L, D, alpha),
         "theorem1": lambda: oracle.communication_theorem1(K, L, D, alpha),
         "theorem2": lambda: oracle.communication_theorem2(K, L, D, alpha)})


def sensing_row(K, c, Q, alpha, beta, density):
    jobs = {"exactBsCentric": "bs", "exactTargetCentric": "target", "noHole": "nohole"}
    if Q >= 2:
        jobs["theorem3"] = "theorem3"
    else:
        del jobs["exactTargetCentric"]  # the two clusters coincide
    row = make_row(
        {"usersPerCell": K, "echoGain": c, "sensingClusterSize": Q, "pathLossExponent": alpha,
         "echoPathLossExponent": beta, "baseStationDensity": density},
        {name: (lambda kind=kind: oracle.sensing(kind, K, c, Q, alpha, beta, density)) for name, kind in jobs.items()})
    if Q == 1:
        for part in ("values", "oracleError"):
            row[part]["exactTargetCentric"] = row[part]["exactBsCentric"]
    return row


def sensing_extension_row(K, c, Q, alpha, beta, density, clutter_density=0.0, clutter_coefficient=0.0, noise=0.0):
    kinds = {"exactBsCentric": "bs", "exactTargetCentric": "target"} if Q > 1 else {"exactBsCentric": "bs"}
    row = make_row(
        {"quantity": "sensing", "usersPerCell": K, "echoGain": c, "sensingClusterSize": Q, "pathLossExponent": alpha,
         "echoPathLossExponent": beta, "baseStationDensity": density, "clutterDensity": clutter_density,
         "clutterCoefficient": clutter_coefficient, "noiseToPower": noise},
        {name: (lambda kind=kind: oracle.sensing(kind, K, c, Q, alpha, beta, density, noise, clutter_density,
                                                 clutter_coefficient)) for name, kind in kinds.items()})
    if Q == 1:
        for part in ("values", "oracleError"):
            row[part]["exactTargetCentric"] = row[part]["exactBsCentric"]
    return row


def communication_noise_row(Mt, K, L, alpha, density, noise):
    D = Mt - K * L + 1
    return make_row(
        {"quantity": "communication", "transmitAntennas": Mt, "usersPerCell": K, "communicationClusterSize": L,
         "targetsPerCell": 1, "sensingClusterSize": 1, "pathLossExponent": alpha, "diversityOrder": D,
         "baseStationDensity": density, "noiseToPower": noise},
        {"exact": lambda: oracle.communication_noise(K, L, D, alpha, density, noise)})


EXTENSIONS = [
    # clutter: K, c, Q, alpha, beta, lambda_b, lambda_x, sigma_x
    *[("clutter", K, c, Q, a, b, lam, lx, sx) for K, c, Q, a, b, lam, lx, sx in [
        (1, 1.0, 1, 4.0, 2.0, 1.0, 1.0, 0.1), (1, 1.0, 2, 4.0, 2.0, 1.0, 1.0, 0.1), (1, 1.0, 5, 4.0, 2.0, 1.0, 1.0, 0.1),
        (4, 10.0, 1, 3.0, 1.5, 2.0, 20.0, 0.01), (4, 10.0, 2, 3.0, 1.5, 2.0, 20.0, 0.01),
        (4, 10.0, 5, 3.0, 1.5, 2.0, 20.0, 0.01), (16, 1.0, 2, 6.0, 3.0, 0.1, 5.0, 1.0), (2, 100.0, 2, 2.2, 1.1, 1.0, 0.5, 1e-3),
        (1, 1.0, 1, 4.0, 2.5, 1.0, 1.0, 0.1), (1, 1.0, 2, 4.0, 2.5, 1.0, 1.0, 0.1), (1, 1.0, 5, 4.0, 2.5, 1.0, 1.0, 0.1),
        (8, 2.0, 1, 3.5, 1.4, 5.0, 50.0, 1e-3), (8, 2.0, 2, 3.5, 1.4, 5.0, 50.0, 1e-3),
        (8, 2.0, 5, 3.5, 1.4, 5.0, 50.0, 1e-3), (2, 0.5, 2, 2.5, 2.0, 0.2, 1.0, 0.5), (32, 50.0, 1, 5.0, 3.0, 10.0, 3.0, 0.02),
    ]],
    # sensing with noise: K, c, Q, alpha, beta, lambda_b, nu
    *[("noise", K, c, Q, a, b, lam, nu) for K, c, Q, a, b, lam, nu in [
        (1, 1.0, 1, 4.0, 2.0, 1.0, 0.1), (1, 1.0, 2, 4.0, 2.0, 1.0, 0.1), (1, 1.0, 5, 4.0, 2.0, 1.0, 1.0),
        (4, 10.0, 2, 3.0, 1.5, 10.0, 1.0), (4, 10.0, 1, 3.5, 2.0, 1.0, 0.01), (4, 10.0, 2, 3.5, 2.0, 1.0, 0.01),
        (2, 1.0, 5, 4.0, 1.5, 0.5, 1.0), (1, 1e-2, 2, 2.5, 1.25, 1.0, 10.0), (16, 100.0, 2, 5.0, 3.0, 2.0, 1e-3),
    ]],
    # both at once
    ("both", 2, 1.0, 2, 4.0, 2.0, 1.0, 1.0, 0.1, 0.1),
    ("both", 3, 5.0, 3, 3.5, 2.0, 0.7, 4.0, 0.02, 0.05),
    # communication with noise: M_t, K, L, alpha, lambda_b, nu
    *[("communication", *p) for p in [
        (20, 1, 1, 4.0, 1.0, 0.1), (20, 5, 1, 4.0, 1.0, 1.0), (20, 5, 2, 4.0, 1.0, 0.1), (20, 5, 4, 4.0, 1.0, 1.0),
        (64, 2, 16, 3.0, 0.1, 1.0), (10, 2, 2, 2.2, 10.0, 1.0), (10, 2, 3, 6.0, 1.0, 0.01), (256, 1, 1, 6.0, 0.1, 1e-3),
        (256, 64, 2, 3.5, 100.0, 10.0), (4, 4, 1, 2.5, 1.0, 100.0), (20, 1, 1, 4.0, 100.0, 1e-6), (32, 1, 32, 4.0, 1.0, 0.1),
        (8, 1, 1, 4.0, 0.01, 1.0),
    ]],
]


def extension_row(kind, *p):
    if kind == "clutter":
        K, c, Q, a, b, lam, lx, sx = p
        return sensing_extension_row(K, c, Q, a, b, lam, lx, sx)
    if kind == "noise":
        K, c, Q, a, b, lam, nu = p
        return sensing_extension_row(K, c, Q, a, b, lam, noise=nu)
    if kind == "both":
        K, c, Q, a, b, lam, lx, sx, nu = p
        return sensing_extension_row(K, c, Q, a, b, lam, lx, sx, nu)
    return communication_noise_row(*p)


# --- files ----------------------------------------------------------------------------------------------------------


def write(name, rows, dropped, origin):
    text = {
        "unit": "nats",
        "rule": "composite Gauss-Legendre in logarithmic variables; oracleError is the relative difference of two resolutions",
        "limit": LIMIT,
        "seed": SEED,
        "versions": {"python": platform.python_version(), "numpy": numpy.__version__, "scipy": scipy.__version__,
                     "mpmath": mpmath.__version__},
        "origin": origin,
        "dropped": dropped,
    }
    lines = [json.dumps(text, indent=1)[:-2] + ',\n "rows": [\n']
    lines.append(",\n".join("  " + json.dumps(row) for row in rows))
    (HERE / f"{name}.json").write_text("".join(lines) + "\n ]\n}\n")


def collect(name, parameters, build, origin, keep=(), dropped=()):
    rows, dropped = list(keep), list(dropped)
    for i, p in enumerate(parameters):
        started = time.time()
        try:
            row = build(*p)
            worst = max(row["oracleError"].values())
        except ValueError as problem:
            row, worst = None, str(problem)
        if row is None or not worst <= LIMIT:
            dropped.append({"parameters": list(p), "reason": worst})
        else:
            rows.append(row)
        print(f"{name} {i + 1}/{len(parameters)} {p} worst {worst} {time.time() - started:.1f}s", flush=True)
    write(name, rows, dropped, origin)
    return rows


def main(parts):
    rng = lambda k: numpy.random.default_rng([SEED, k])
    if "communication" in parts:
        collect("communication", communication_parameters(120, rng(1)), communication_row,
                "corners, then log-uniform sizes and uniform exponents")
    if "sensing" in parts:
        collect("sensing", sensing_parameters(120, rng(2)), sensing_row,
                "alpha = 2 beta: corners, then random; alpha != 2 beta after them")
    if "echo" in parts:  # reads the rows that `sensing` wrote
        old = json.loads((HERE / "sensing.json").read_text())
        is_echo = lambda a, b: abs(2 * b - a) > 1e-12
        keep = [r for r in old["rows"] if not is_echo(r["pathLossExponent"], r["echoPathLossExponent"])]
        gone = [d for d in old["dropped"] if not is_echo(d["parameters"][3], d["parameters"][4])]
        collect("sensing", echo_parameters(80, rng(3)), sensing_row, old["origin"], keep, gone)
    if "repair" in parts:
        old = json.loads((HERE / "sensing.json").read_text())
        sets = sensing_parameters(120, rng(2)) + echo_parameters(80, rng(3))
        sets = [list(p) for p in sets]
        place = lambda r: sets.index([r["usersPerCell"], r["echoGain"], r["sensingClusterSize"], r["pathLossExponent"],
                                      r["echoPathLossExponent"], r["baseStationDensity"]])
        good = [r for r in old["rows"] if max(r["oracleError"].values()) <= REPAIR]
        have = {place(r) for r in good}
        rows = collect("sensing", [p for i, p in enumerate(sets) if i not in have], sensing_row, old["origin"], good)
        gone = json.loads((HERE / "sensing.json").read_text())["dropped"]
        write("sensing", sorted(rows, key=place), gone, old["origin"])
    if "extensions" in parts:
        collect("extensions", EXTENSIONS, extension_row, "fixed parameter sets")


if __name__ == "__main__":
    main(sys.argv[1:] or ["communication", "sensing", "echo", "extensions"])
