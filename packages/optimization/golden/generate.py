"""Golden values of Lemma 2, from mpmath in 30 digits.

Run from this folder: python3 generate.py
Writes lemma-2.json.

Each row is a problem (antennas, nulls of sensing, L, alpha) with the real number of users that maximises Theorem 2's communication ASE,
that maximum, and the best integer with its ASE, both per base station and in nats. The ASE is K times the integral of
(1 - exp(-z Y))/(z F(z)), Y = G_L (M - J(Q-1) + 1 - K L)/K, G_L = Gamma(L + alpha/2)/(Gamma(L + 1) Gamma(1 + alpha/2)),
F(z) = exp(-z) + z^delta gamma(1 - delta, z), delta = 2/alpha. The real maximum is the zero of the ASE's derivative by K, which is
integrated as it stands; the integer is found among all. Every integral is computed twice, in ln z and in z, and rows whose two values
differ by more than 1e-14 are refused.
"""

import functools
import json
import platform

import mpmath as mp

mp.mp.dps = 30
LIMIT = mp.mpf("1e-14")

PROBLEMS = [
    (20, 0, 1, 4.0),
    (10, 0, 1, 4.0),
    (64, 0, 1, 3.0),
    (33, 4, 2, 2.5),
    (20, 6, 3, 5.5),
    (7, 0, 2, 4.0),
]


def nulling_gain(L, alpha):
    return mp.gamma(L + alpha / 2) / (mp.gamma(L + 1) * mp.gamma(1 + alpha / 2))


@functools.cache
def interference(z, delta):
    """F(z), kept: every integral of a problem takes it at the same nodes."""
    return mp.exp(-z) + z**delta * mp.gammainc(1 - delta, 0, z)


def logarithmic(f):
    """Of f(z) dz over (0, inf), in ln z."""
    return mp.quad(lambda x: f(mp.exp(x)) * mp.exp(x), [-80, -40, -20, -10, -5, 0, 5, 10, 20, 40, 80, 160])


def direct(f):
    return mp.quad(f, [0, 0.01, 0.1, 1, 4, 16, 64]) + mp.quad(
        lambda t: f(1 / t) / t**2, [0, 1e-12, 1e-8, 1e-6, 1e-4, 1e-3, 1 / mp.mpf(64)]
    )


def checked(f):
    a, b = logarithmic(f), direct(f)
    if abs(a - b) > LIMIT * abs(a):
        raise ArithmeticError(f"the two integrals differ: {a} and {b}")
    return a


def rate(Y, delta, integrate):
    return integrate(lambda z: -mp.expm1(-z * Y) / (z * interference(z, delta)))


def slope(Y, delta, integrate):
    return integrate(lambda z: mp.exp(-z * Y) / interference(z, delta))


def row(antennas, nulls, L, alpha):
    delta = 2 / mp.mpf(alpha)
    gain = nulling_gain(L, mp.mpf(alpha))
    room = antennas - nulls + 1
    signal = lambda K: gain * (room - K * L) / K

    def ase(K, integrate=logarithmic):
        return K * rate(signal(mp.mpf(K)), delta, integrate)

    # d/dK of K I(Y(K)), with Y' = -G_L (M - J(Q-1) + 1)/K^2
    def derivative(K):
        Y = signal(K)
        return rate(Y, delta, logarithmic) - gain * room / K * slope(Y, delta, logarithmic)

    mp.mp.dps = 18
    start = mp.findroot(derivative, (0.4 * room / L, 0.7 * room / L), solver="illinois", tol=1e-20)
    mp.mp.dps = 30
    users = mp.findroot(derivative, (start * (1 - mp.mpf("1e-10")), start * (1 + mp.mpf("1e-10"))), tol=1e-40)
    best = max(range(1, (antennas - nulls) // L + 1), key=ase)
    return {
        "transmitAntennas": antennas,
        "sensingNulls": nulls,
        "communicationClusterSize": L,
        "pathLossExponent": alpha,
        "continuousUsers": float(users),
        "largestAse": float(ase(users, checked)),
        "usersPerCell": best,
        "asePerBaseStation": float(ase(best, checked)),
    }


if __name__ == "__main__":
    rows = [row(*problem) for problem in PROBLEMS]
    head = {"generator": "golden/generate.py", "mpmath": mp.__version__, "python": platform.python_version(), "digits": 30}
    with open("lemma-2.json", "w") as file:
        lines = ",\n".join("  " + json.dumps(each) for each in rows)
        file.write(json.dumps(head)[:-1] + ', "rows": [\n' + lines + "\n]}\n")
