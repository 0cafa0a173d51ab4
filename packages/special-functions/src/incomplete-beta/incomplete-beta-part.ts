/**
 * The dispatcher behind the four incomplete beta functions: ∫₀ᵘ t^{p−1}(1−t)^{q−1} dt given u and v = 1 − u, as itself
 * or divided by B(p, q), always to a relative accuracy. The complement is the same part with (p, u) and (q, v)
 * exchanged.
 *
 * | where                       | how                                                                |
 * |-----------------------------|--------------------------------------------------------------------|
 * | p ≤ 1, u small              | power series                                                       |
 * | q ≤ 1, v small              | B(p, q) less the power series in v, with the cancellation resolved |
 * | otherwise, u below the mean | continued fraction                                                 |
 * | otherwise                   | B(p, q) less the continued fraction of the other part              |
 */

import { power } from '../arithmetic/power.js'
import { betaOfPositive } from '../beta/beta.js'
import { lnGammaOnePlus } from '../gamma/gamma-near-two.js'
import { meanOffset, slipFactor } from '../gamma/mean-offset.js'
import { stirlingCorrectionDrop } from '../gamma/stirling-correction.js'
import { incompleteBetaFraction } from './incomplete-beta-fraction.js'
import { incompleteBetaSeries } from './incomplete-beta-series.js'
import { regularizedBetaPowers } from './regularized-beta-powers.js'

const HALF_ULP = 1.1102230246251565e-16
/** Size of the powers relative to the whole: the fraction that multiplies them is below ten. */
const NEGLIGIBLE = 1e-18
/** Where B less its series is taken, what is left is above 0.03 v^q. */
const SMALLEST_REMAINDER_ULP = 3e-18
const LIMIT_REACHED = 1e-100

let keptA = Number.NaN
let keptB = Number.NaN
let keptBeta = Number.NaN

/** B(a, b), kept for the last (unordered) pair. */
export function keptBetaOf(a: number, b: number): number {
  const small = Math.min(a, b)
  const large = Math.max(a, b)
  if (small !== keptA || large !== keptB) {
    keptBeta = betaOfPositive(small, large)
    keptA = small
    keptB = large
  }
  return keptBeta
}

let logP = Number.NaN
let logQ = Number.NaN
let keptShift = 0
let keptLogarithm = 0

/**
 * ln[Γ(1+q) Γ(p)/Γ(p+q) · v^(−q)] for q ≤ 1, with an absolute error of order q ulps: p is raised to s ≥ 10, where
 * ln[Γ(s) s^q/Γ(s+q)] is small, and q ln(s v) is taken in one logarithm.
 */
function logarithmOfBetaOverPower(p: number, q: number, v: number): number {
  if (p !== logP || q !== logQ) {
    let s = p
    let raised = 0
    while (s < 10) {
      raised += Math.log1p(q / s)
      s += 1
    }
    const ratio = q - (s + q - 0.5) * Math.log1p(q / s) + stirlingCorrectionDrop(s, q)
    keptLogarithm = lnGammaOnePlus(q) + raised + ratio
    keptShift = s
    logP = p
    logQ = q
  }
  // a subnormal s v would round
  return keptLogarithm - q * (v > 1e-290 ? Math.log(keptShift * v) : Math.log(keptShift) + Math.log(v))
}

/**
 * B(p, q) less the power series in v: ∫₀ᵘ = v^q [(Γ(1+q)Γ(p)/Γ(p+q) v^{−q} − 1)/q − Σ]. For q ≤ 1 and v ≤ 1/2, p v ≤ 2.
 * The subtraction that is left loses a digit, not all of them, where q is small and the two parts of B both grow as 1/q.
 */
function betaLessSeries(p: number, q: number, v: number): number {
  const rest = incompleteBetaSeries(q, p, v, SMALLEST_REMAINDER_ULP)
  const powerOfV = power(v, q)
  // the quotient has reached its limit long before q, whose multiples would be subnormal
  const shape = q < LIMIT_REACHED && p > 1e-50 ? LIMIT_REACHED : q
  const logarithm = logarithmOfBetaOverPower(p, shape, v)
  if (logarithm > 1) return keptBetaOf(p, q) - powerOfV * (1 / q + rest)
  return powerOfV * (Math.expm1(logarithm) / shape - rest)
}

/** The whole less the continued fraction of the part above u, which is no more than a fraction of it. */
function wholeLessFraction(
  p: number,
  q: number,
  u: number,
  v: number,
  slip: number,
  beta: number,
  regularized: boolean,
): number {
  const whole = regularized ? 1 : beta
  // logarithms tell at once when the part is negligible, and are accurate enough for its powers while they are small
  const exponent = p * Math.log(u) + q * Math.log(v) + slip
  let powers = Math.exp(exponent)
  if (exponent > -20) {
    if (regularized) powers /= beta
  } else {
    if (powers <= NEGLIGIBLE * beta && beta > 1e-290) return whole
    powers = regularized ? regularizedBetaPowers(p, q, u, v, slip, beta) : power(u, p) * power(v, q) * slipFactor(slip)
    if (powers <= NEGLIGIBLE * whole) return whole
  }
  return whole - powers * incompleteBetaFraction(q, p, v, u, -meanOffset(p, q, u, v, slip), (HALF_ULP * whole) / powers)
}

/**
 * The part below u, for 0 < u < 1. `slip` is the relative correction of uᵖ v^q for the rounding of 1 − x, which a
 * large exponent would multiply.
 */
export function incompleteBetaPart(
  p: number,
  q: number,
  u: number,
  v: number,
  slip: number,
  regularized: boolean,
): number {
  if (p <= 1) {
    if (u <= 0.5 && q * u <= 2) {
      const part = power(u, p) * (1 / p + incompleteBetaSeries(p, q, u, HALF_ULP / p))
      return regularized ? part / keptBetaOf(p, q) : part
    }
  }
  if (q <= 1) {
    if (v <= 0.5 && (p <= 1 || p * v <= 1.2)) {
      const part = betaLessSeries(p, q, v)
      return regularized ? part / keptBetaOf(p, q) : part
    }
  }
  const beta = keptBetaOf(p, q)
  if (p > 1 && (q <= 1 || q * u < p * v)) {
    const powers = regularized
      ? regularizedBetaPowers(p, q, u, v, slip, beta)
      : power(u, p) * power(v, q) * slipFactor(slip)
    return powers === 0 ? 0 : powers * incompleteBetaFraction(p, q, u, v, meanOffset(p, q, u, v, slip), 0)
  }
  return wholeLessFraction(p, q, u, v, slip, beta, regularized)
}
