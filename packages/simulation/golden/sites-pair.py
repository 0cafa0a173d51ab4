"""A check of sites.cpp by quadrature: python3 sites-pair.py sites-pair.json prints both rates of both sites beside it.

One interferer at a distance known from the receiver's place, K = 1, no requests. User: desired gain Gamma(M, 1) (unit-norm
matched beam), the interferer's exponential. Target: |a^H w|^2 with w uniform on the unit sphere of C^M is M Beta(1, M - 1).
"""
import json, sys
import numpy as np
from scipy.special import roots_jacobi
c = json.load(open(sys.argv[1]))
assert c["K"] == 1 and c["L"] == 1 and c["Q"] == 1 and len(c["sites"]) == 2
M, alpha, beta, echo = c["M"], c["alpha"], c["beta"], c["echo"]
site = np.array([[s["x"], s["y"]] for s in c["sites"]]) / 1000
box = np.array(c["region"]) / 1000
# E ln(1 + a X / Y), X ~ Gamma(M, 1) or M Beta(1, M - 1), Y ~ Exp(1), as a function of a: trapezoid in ln z of
# int (1 - E e^{-zaX}) E e^{-zY} dz / z
y = np.arange(-40, 45, 0.1); z = np.exp(y)
b, wb = roots_jacobi(60, M - 2, 0); X = M * (b + 1) / 2; wb = wb / wb.sum()
def gamma(a): return np.sum(-np.expm1(-M * np.log1p(a[:, None] * z)) / (1 + z), 1) * 0.1
# the beta gain directly: E ln(1 + s/Y) over Y by quadrature of e^{-Y}: e^s E1(s) + ln s + euler
from scipy.special import exp1
def g(s):
    e = np.where(s < 500, np.exp(np.minimum(s, 500)) * exp1(np.minimum(s, 500)), 1 / s - 1 / s**2)
    return e + np.log(s) + np.euler_gamma
def target(a): return (g(a[:, None] * X) * wb).sum(1)
A = np.linspace(-6, 60, 6000); tab_u = gamma(np.exp(A)); 
n = 1500
gx = box[:, 0].min() + (np.arange(n) + 0.5) / n * np.ptp(box[:, 0]); gy = box[:, 1].min() + (np.arange(n) + 0.5) / n * np.ptp(box[:, 1])
p = np.stack(np.meshgrid(gx, gy), -1).reshape(-1, 2)
d = np.linalg.norm(p[:, None] - site[None], axis=2); own = d.argmin(1)
D = np.linalg.norm(site[0] - site[1])
for i in (0, 1):
    at = own == i
    u = np.interp(alpha * np.log(d[at, 1 - i] / d[at, i]), A, tab_u).mean()
    s = np.log(echo) - 2 * beta * np.log(d[at, i]) + alpha * np.log(D)
    S = np.linspace(s.min(), s.max(), 4000)
    print(i, "rate", u, "sensing", np.interp(s, S, target(np.exp(S))).mean(), "given:", c["sites"][i])
