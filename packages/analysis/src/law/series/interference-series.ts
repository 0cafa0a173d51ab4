import { NonConvergenceError } from '@isacnet/quadrature'
import { lnBeta } from '@isacnet/special-functions'

/** Writes the coefficients of a series in w, up to $w^n$, into `coefficients`. */
export type SeriesAt = (lnX: number, n: number, coefficients: Float64Array) => void

/**
 * The power series of {@link plainInterferenceFunction} around x,
 *
 * $$F(x(1-w)) = f_0 - \sum_{k\ge1} f_kw^k, \qquad f_k = \delta\binom{K+k-1}{k}q^kT_k > 0,\quad f_0 = y^K + KqT_1,$$
 *
 * with $q = x/(1+x)$, $y = 1/(1+x)$, $\delta = 2/\alpha$ and $T_k = y^KB(q; k-\delta, K+\delta)/(q^{k-\delta}y^{K+\delta})$, by the recursion downward
 *
 * $$T_j = \frac{(K+j)qT_{j+1} + y^K}{j-\delta},$$
 *
 * which is stable because no term is negative.
 *
 * @param shape - K, real and > 0: of the interferers' gains.
 * @param pathLossExponent - α > 2.
 * @returns a function of $\ln x$ that writes $f_0 \dots f_n$.
 */
export const interferenceSeries = (shape: number, pathLossExponent: number): SeriesAt => {
  const K = shape
  const delta = 2 / pathLossExponent
  let lastOrder = Number.NaN
  let lnWhole = Number.NaN
  return (lnX, n, f) => {
    const top = Math.max(n, 1)
    const lnY = -ln1pExp(lnX)
    const lnQ = -ln1pExp(-lnX)
    const q = Math.exp(lnQ)
    const yK = Math.exp(K * lnY)
    const a = top - delta
    const b = K + delta
    let T: number
    if (q * (a + b + 2) < a + 1) T = (yK * betaFraction(a, b, q)) / a
    else {
      if (top !== lastOrder) {
        lnWhole = lnBeta(a, b)
        lastOrder = top
      }
      const upper = yK === 0 ? 0 : (yK * betaFraction(b, a, Math.exp(lnY))) / b
      T = Math.exp(lnWhole - a * lnQ - delta * lnY) - upper
    }
    if (n > 0) f[n] = T
    for (let j = top - 1; j >= 1; j--) {
      T = ((K + j) * q * T + yK) / (j - delta)
      f[j] = T
    }
    f[0] = yK + K * q * T
    let factor = delta * K * q
    for (let j = 1; j <= n; j++) {
      f[j]! *= factor
      factor *= (q * (K + j)) / (j + 1)
    }
  }
}

/**
 * The power series of $(1+x(1-w))^{-K} = \sum_k W_kw^k$, $W_k = \binom{K+k-1}{k}q^k(1+x)^{-K}$, all of them positive.
 *
 * @returns a function of $\ln x$ that writes $W_0 \dots W_n$.
 */
export const gainSeries =
  (shape: number): SeriesAt =>
  (lnX, n, series) => {
    // A quotient and a power where they are as good as their logarithms, because they are quicker.
    const x = Math.exp(lnX)
    const plain = x > 1e-3 && x < 1e3
    const q = plain ? x / (1 + x) : Math.exp(-ln1pExp(-lnX))
    let term = plain ? (1 + x) ** -shape : Math.exp(-shape * ln1pExp(lnX))
    for (let k = 0; k <= n; k++) {
      series[k] = term
      term *= (q * (shape + k)) / (k + 1)
    }
  }

/** Writes $\sum_iw_iW_k(x_ip)$, k = 0 … n, of series of gains, given the logarithms of $x_i$ and p. */
export type GainSums = (
  lnX: Float64Array,
  lnFactor: number,
  weights: Float64Array,
  n: number,
  sums: Float64Array,
) => void

/** Sums of {@link gainSeries}: of powers of q first, whose binomial coefficients are the same for all. */
export const gainSums =
  (shape: number): GainSums =>
  (lnX, lnFactor, weights, n, sums) => {
    sums.fill(0, 0, n + 1)
    for (let i = 0; i < weights.length; i++) {
      const y = lnX[i]! + lnFactor
      const x = Math.exp(y)
      const plain = x > 1e-3 && x < 1e3
      const q = plain ? x / (1 + x) : Math.exp(-ln1pExp(-y))
      let term = weights[i]! * (plain ? (1 + x) ** -shape : Math.exp(-shape * ln1pExp(y)))
      for (let k = 0; k <= n; k++) {
        sums[k]! += term
        term *= q
      }
    }
    let binomial = 1
    for (let k = 0; k <= n; k++) {
      sums[k]! *= binomial
      binomial *= (shape + k) / (k + 1)
    }
  }

/**
 * The power series of $(1-w)^p = 1 - \sum_{k\ge1} c_kw^k$ for 0 < p ≤ 1: $c_1 = p$, $c_{k+1} = c_k(k-p)/(k+1)$, none negative.
 */
export const fractionalPowerSeries = (p: number, n: number): Float64Array => {
  const series = new Float64Array(n + 1)
  series[0] = 1
  if (n > 0) series[1] = p
  for (let k = 1; k < n; k++) series[k + 1] = (series[k]! * (k - p)) / (k + 1)
  return series
}

/** $\ln(1+e^y)$. */
export const ln1pExp = (y: number): number => (y > 0 ? y + Math.log1p(Math.exp(-y)) : Math.log1p(Math.exp(y)))

const tiny = 1e-300
const mostTerms = 100_000

/** The continued fraction of $B(u; a, b)\,a/(u^a(1-u)^b)$ (DLMF 8.17.22), by Lentz's algorithm, for u below (a+1)/(a+b+2). */
const betaFraction = (a: number, b: number, u: number): number => {
  const sum = a + b
  let c = 1
  let d = 1 - (sum * u) / (a + 1)
  d = 1 / (Math.abs(d) < tiny ? tiny : d)
  let value = d
  for (let m = 1; m < mostTerms; m++) {
    const even = (m * (b - m) * u) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 + even * d
    c = 1 + even / c
    d = 1 / (Math.abs(d) < tiny ? tiny : d)
    if (Math.abs(c) < tiny) c = tiny
    value *= d * c
    const odd = (-(a + m) * (sum + m) * u) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 + odd * d
    c = 1 + odd / c
    d = 1 / (Math.abs(d) < tiny ? tiny : d)
    if (Math.abs(c) < tiny) c = tiny
    const step = d * c
    value *= step
    if (Math.abs(step - 1) < 3e-16) return value
  }
  const reached = { value, errorEstimate: Number.POSITIVE_INFINITY, evaluations: mostTerms }
  throw new NonConvergenceError('continued fraction of the incomplete beta function', reached, 3e-16 * value)
}
