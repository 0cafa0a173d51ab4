"""python3 sites-pool.py A.json B.json > POOLED.json: two runs of sites.cpp of one case with different seeds, weighed by their drops."""
import json
import math
import sys

a, b = (json.load(open(f)) for f in sys.argv[1:])
assert all(a[k] == b[k] for k in ("M", "K", "L", "J", "Q", "alpha", "beta", "echo", "region")) and a["seed"] != b["seed"]
p, q = a["drops"] / (a["drops"] + b["drops"]), b["drops"] / (a["drops"] + b["drops"])


def merge(x, y):
    out = dict(x)
    if x.get("requests"):
        out["abandonedShare"] = float(f"{(p * x['requests'] * x['abandonedShare'] + q * y['requests'] * y['abandonedShare']) / (p * x['requests'] + q * y['requests']):.4g}")
    for k in ("requests", "rate", "sensing"):
        if x.get(k) is not None:
            out[k] = float(f"{p * x[k] + q * y[k]:.6g}")
            out[k + "Error"] = float(f"{math.hypot(p * x[k + 'Error'], q * y[k + 'Error']):.2g}")
    return out


top = merge(a, b)
sites = [merge(x, y) for x, y in zip(a["sites"], b["sites"])]
top["drops"] = [a["drops"], b["drops"]]
top["seed"] = [a["seed"], b["seed"]]
top["short"] = [a.get("short", False), b["short"]]
del top["sites"]
lines = [f' "{k}": {json.dumps(v)}' for k, v in top.items()]
print("{\n" + ",\n".join(lines) + ',\n "sites": [\n' + ",\n".join("  " + json.dumps(s) for s in sites) + "\n ]\n}")
