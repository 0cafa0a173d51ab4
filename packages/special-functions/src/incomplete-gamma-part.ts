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
import { productError, sumError } from './compensated-power.js'
import { add, divide, logarithm, multiply, sumOf } from './double-double.js'
import { gammaOfPositive, scaledGammaOfLarge } from './gamma.js'
import { lnGammaOnePlus } from './gamma-near-two.js'
import { incompleteGammaFraction } from './incomplete-gamma-fraction.js'
import { alternatingGammaSeries, positiveGammaSeries } from './incomplete-gamma-series.js'
import { log1pLessArgument } from './log1p-less-argument.js'
import { power } from './power.js'
import { stirlingCorrection } from './stirling-correction.js'

const HALF_ULP = 1.1102230246251565e-16
/** Where Γ less its series is taken, what is left is above 0.03 x^s. */
const SMALLEST_REMAINDER_ULP = 3e-18
const LIMIT_REACHED = 1e-100
const TWO_PI = 6.283185307179586
/** From here on Γ(s) is not needed as a number: x^s e^(−x)/Γ(s) comes from Stirling's formula about x = s. */
const STIRLING_FROM = 160
/** Below this an exponent is computed in double-double arithmetic. */
const FAR = -16
/** From here on Γ(s) is scaled down before a part is taken from it. */
const NEXT_TO_OVERFLOW = 171
const DOWN = 2 ** -64

let keptS = Number.NaN
let keptGamma = Number.NaN
let keptLnGammaOnePlus = Number.NaN

/** Γ(s), kept for the last s. */
export function keptGammaOf(s: number): number {
  if (s !== keptS) {
    keptGamma = gammaOfPositive(s)
    keptLnGammaOnePlus = s <= 1 ? lnGammaOnePlus(Math.max(s, LIMIT_REACHED)) : Number.NaN
    keptS = s
  }
  return keptGamma
}

const logarithmOfX = new Float64Array(2)
const exponentOfPowers = new Float64Array(2)

/** x^s e^(−x) times a factor, where s ln x is so large that its rounding would show: the exponent in double-double arithmetic. */
function powersOfLargeArguments(s: number, x: number, factor: number): number {
  sumOf(logarithmOfX, x, 0)
  logarithm(logarithmOfX, logarithmOfX)
  sumOf(exponentOfPowers, s, 0)
  multiply(exponentOfPowers, exponentOfPowers, logarithmOfX)
  sumOf(logarithmOfX, -x, 0)
  add(exponentOfPowers, exponentOfPowers, logarithmOfX)
  const root = Math.exp(0.5 * exponentOfPowers[0]!)
  return root * factor * (1 + exponentOfPowers[1]!) * root
}

/** x^s e^(−x) / Γ(s) by Stirling's formula about x = s, for large s. */
function gammaDensity(s: number, x: number): number {
  const difference = x - s
  const t = difference / s
  if (t < -0.999 || t > 100) return 0 // below e^(−940)
  const lost = (difference - t * s - productError(t, s) + sumError(x, -s)) / s
  let exponent = s * (log1pLessArgument(t) - (t / (1 + t)) * lost)
  let low = 0
  if (exponent < -800) return 0
  if (exponent < FAR) {
    // s ln(x/s) − (x − s): a large exponent would multiply its own rounding
    sumOf(logarithmOfX, x, 0)
    sumOf(exponentOfPowers, s, 0)
    divide(logarithmOfX, logarithmOfX, exponentOfPowers)
    logarithm(logarithmOfX, logarithmOfX)
    multiply(exponentOfPowers, exponentOfPowers, logarithmOfX)
    sumOf(logarithmOfX, -x, s)
    add(exponentOfPowers, exponentOfPowers, logarithmOfX)
    exponent = exponentOfPowers[0]!
    low = exponentOfPowers[1]!
  }
  return Math.exp(exponent) * Math.exp(low - stirlingCorrection(s)) * Math.sqrt(s / TWO_PI)
}

/**
 * x^s e^(−x) times a factor, or that over Γ(s). By halves, with the factor between them, where x^s alone would overflow or
 * underflow: the product may be a double where x^s e^(−x) isn't.
 */
function gammaPowersTimes(factor: number, s: number, x: number, regularized: boolean): number {
  if (regularized && s >= STIRLING_FROM) return gammaDensity(s, x) * factor
  const powerOfX = power(x, s)
  if (x < 600 && powerOfX > 1e-290 && powerOfX < 1e290) {
    const whole = powerOfX * Math.exp(-x)
    return (regularized ? whole / keptGammaOf(s) : whole) * factor
  }
  const logarithmOfPower = s * Math.log(x)
  if (logarithmOfPower - x < -1500) return 0
  if (logarithmOfPower > 1400 || x > 1400) {
    return powersOfLargeArguments(s, x, regularized ? factor / keptGammaOf(s) : factor)
  }
  const root = x ** (0.5 * s) * Math.exp(-0.5 * x)
  return (regularized ? root / keptGammaOf(s) : root) * factor * root
}

/** Γ(s) − γ(s, x) for s ≤ 1 and small x: x^s [(Γ(1+s) x^(−s) − 1)/s − Σ]. */
function gammaLessSeries(s: number, x: number): number {
  const whole = keptGammaOf(s)
  const rest = alternatingGammaSeries(s, x, SMALLEST_REMAINDER_ULP)
  const powerOfX = power(x, s)
  // the quotient has reached its limit long before s, whose multiples would be subnormal
  const shape = s < LIMIT_REACHED ? LIMIT_REACHED : s
  const logarithm = keptLnGammaOnePlus - shape * Math.log(x)
  if (logarithm > 1) return whole - powerOfX * (1 / s + rest)
  return powerOfX * (Math.expm1(logarithm) / shape - rest)
}

/** Γ(s) less the fraction for the upper part, or less the series for the lower one: neither is more than about half of it. */
function wholeLessPart(s: number, x: number, regularized: boolean, upper: boolean): number {
  // next to where Γ(s) overflows what is left of it may be a double
  const scale = regularized || s < NEXT_TO_OVERFLOW ? 1 : DOWN
  const whole = regularized ? 1 : scale === 1 ? keptGammaOf(s) : scaledGammaOfLarge(s, DOWN)
  if (whole === Number.POSITIVE_INFINITY) return whole
  if (!upper) return (whole - gammaPowersTimes((scale / s) * positiveGammaSeries(s, x), s, x, regularized)) / scale
  const powers = gammaPowersTimes(scale, s, x, regularized)
  if (powers <= 1e-18 * whole) return whole / scale
  return (whole - powers * incompleteGammaFraction(s, x, (HALF_ULP * whole) / powers)) / scale
}

/** ∫₀ˣ t^{s−1} e^{−t} dt for 0 < x < ∞, or that over Γ(s). */
export function lowerGammaPart(s: number, x: number, regularized: boolean): number {
  if (s <= 1 ? x <= 2 : x < s || x < 1.5) {
    if (s <= 1) {
      const part = power(x, s) * (1 / s + alternatingGammaSeries(s, x, HALF_ULP / s))
      return regularized ? part / keptGammaOf(s) : part
    }
    return gammaPowersTimes(positiveGammaSeries(s, x) / s, s, x, regularized)
  }
  // Γ(s, x) < x^(s−1) e^(−x) here
  if (s <= 1 && x > 40) return regularized ? 1 : keptGammaOf(s)
  return wholeLessPart(s, x, regularized, true)
}

/** ∫ₓ^∞ t^{s−1} e^{−t} dt for 0 < x < ∞, or that over Γ(s). */
export function upperGammaPart(s: number, x: number, regularized: boolean): number {
  if (s <= 1 && x <= 1.2) {
    const part = gammaLessSeries(s, x)
    return regularized ? part / keptGammaOf(s) : part
  }
  if (s > 1 && (x < s || x < 1.5)) return wholeLessPart(s, x, regularized, false)
  // x^s e^(−x) underflows beyond
  if (x > 1e15) return 0
  return gammaPowersTimes(incompleteGammaFraction(s, x, 0), s, x, regularized)
}
