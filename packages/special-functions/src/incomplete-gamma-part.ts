/**
 * The dispatcher behind the four incomplete gamma functions: each part of Γ(s), as itself or divided by Γ(s), always
 * to a relative accuracy.
 *
 * | where                  | lower part                           | upper part                                  |
 * |------------------------|--------------------------------------|---------------------------------------------|
 * | s ≤ 1, x small         | power series                         | Γ less the series, cancellation resolved    |
 * | s > 1, x < max(s, 1.5) | e^(−x) times the positive series     | Γ less the positive series                  |
 * | otherwise              | Γ less the continued fraction        | continued fraction                          |
 */
import { gammaOfPositive } from './gamma.js'
import { lnGammaOnePlus } from './gamma-near-two.js'
import { incompleteGammaFraction } from './incomplete-gamma-fraction.js'
import { alternatingGammaSeries, positiveGammaSeries } from './incomplete-gamma-series.js'
import { power } from './power.js'
import { stirlingCorrection } from './stirling-correction.js'

const HALF_ULP = 1.1102230246251565e-16
/** Where Γ less its series is taken, what is left is above 0.03 x^s. */
const SMALLEST_REMAINDER_ULP = 3e-18
const TWO_PI = 6.283185307179586
/** From here on Γ(s) is not needed as a number: x^s e^(−x)/Γ(s) comes from Stirling's formula about x = s. */
const STIRLING_FROM = 160

let keptS = Number.NaN
let keptGamma = Number.NaN
let keptLnGammaOnePlus = Number.NaN

/** Γ(s), kept for the last s. */
export function keptGammaOf(s: number): number {
  if (s !== keptS) {
    keptGamma = gammaOfPositive(s)
    keptLnGammaOnePlus = s <= 1 ? lnGammaOnePlus(s) : Number.NaN
    keptS = s
  }
  return keptGamma
}

/** x^s e^(−x), or that over Γ(s); by halves where a factor alone would overflow or underflow. */
function gammaPowers(s: number, x: number, regularized: boolean): number {
  if (regularized && s >= STIRLING_FROM) {
    const t = (x - s) / s
    const exponent = t < -0.5 || t > 1 ? s * Math.log(x / s) - (x - s) : s * (Math.log1p(t) - t)
    return Math.exp(exponent - stirlingCorrection(s)) * Math.sqrt(s / TWO_PI)
  }
  const powerOfX = power(x, s)
  if (x < 600 && powerOfX > 1e-290 && powerOfX < 1e290) {
    const whole = powerOfX * Math.exp(-x)
    return regularized ? whole / keptGammaOf(s) : whole
  }
  const exponent = s * Math.log(x) - x
  if (exponent < -1500) return 0
  if (s * Math.log(x) > 1400 || exponent > 1400) return Math.exp(exponent) // s > 160: not regularized
  const root = x ** (0.5 * s) * Math.exp(-0.5 * x)
  return regularized ? (root / keptGammaOf(s)) * root : root * root
}

/** Γ(s) − γ(s, x) for s ≤ 1 and small x: x^s [(Γ(1+s) x^(−s) − 1)/s − Σ]. */
function gammaLessSeries(s: number, x: number): number {
  const whole = keptGammaOf(s)
  const rest = alternatingGammaSeries(s, x, SMALLEST_REMAINDER_ULP)
  const powerOfX = power(x, s)
  const logarithm = keptLnGammaOnePlus - s * Math.log(x)
  if (logarithm > 1) return whole - powerOfX * (1 / s + rest)
  return powerOfX * (Math.expm1(logarithm) / s - rest)
}

/** ∫₀ˣ t^{s−1} e^{−t} dt for 0 < x < ∞, or that over Γ(s). */
export function lowerGammaPart(s: number, x: number, regularized: boolean): number {
  if (s <= 1 ? x <= 2 : x < s || x < 1.5) {
    if (s <= 1) {
      const part = power(x, s) * (1 / s + alternatingGammaSeries(s, x, HALF_ULP / s))
      return regularized ? part / keptGammaOf(s) : part
    }
    return (gammaPowers(s, x, regularized) / s) * positiveGammaSeries(s, x)
  }
  const whole = regularized ? 1 : keptGammaOf(s)
  // Γ(s, x) < x^(s−1) e^(−x) here
  if (s <= 1 && x > 40) return whole
  const powers = gammaPowers(s, x, regularized)
  if (powers <= 1e-18 * whole || whole === Number.POSITIVE_INFINITY) return whole
  return whole - powers * incompleteGammaFraction(s, x, (HALF_ULP * whole) / powers)
}

/** ∫ₓ^∞ t^{s−1} e^{−t} dt for 0 < x < ∞, or that over Γ(s). */
export function upperGammaPart(s: number, x: number, regularized: boolean): number {
  if (s <= 1 && x <= 1.2) {
    const part = gammaLessSeries(s, x)
    return regularized ? part / keptGammaOf(s) : part
  }
  const whole = regularized ? 1 : keptGammaOf(s)
  const powers = gammaPowers(s, x, regularized)
  if (s > 1 && (x < s || x < 1.5)) {
    if (whole === Number.POSITIVE_INFINITY) return whole
    return whole - (powers / s) * positiveGammaSeries(s, x)
  }
  return powers === 0 ? 0 : powers * incompleteGammaFraction(s, x, 0)
}
