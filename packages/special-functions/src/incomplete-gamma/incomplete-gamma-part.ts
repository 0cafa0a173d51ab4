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
import { productError, sumError } from '../arithmetic/compensated-power.js'
import { add, divide, logarithm, multiply, sumOf } from '../arithmetic/double-double.js'
import { log1pLessArgument } from '../arithmetic/log1p-less-argument.js'
import { power } from '../arithmetic/power.js'
import { gammaOfPositive, scaledGammaOfLarge } from '../gamma/gamma.js'
import { lnGammaOnePlus } from '../gamma/gamma-near-two.js'
import { stirlingCorrection } from '../gamma/stirling-correction.js'
import { incompleteGammaFraction } from './incomplete-gamma-fraction.js'
import { alternatingGammaSeries, positiveGammaSeries } from './incomplete-gamma-series.js'

const HALF_ULP = 1.1102230246251565e-16
/** Where Γ less its series is taken, what is left is above 0.03 x^s. */
const SMALLEST_REMAINDER_ULP = 3e-18
const LIMIT_REACHED = 1e-100
const TWO_PI = 6.283185307179586
/** From here on Γ(s) is not needed as a number: x^s e^(−x)/Γ(s) comes from Stirling's formula about x = s. */
const STIRLING_FROM = 160
/** Below this an exponent is computed in double-double arithmetic. */
const FAR = -16
/** In place of powers that need another way. */
const EXTREME = -1
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

/** x^s e^(−x), or that over Γ(s), or EXTREME where x^s alone is next to the range of a double: see {@link extremePowersTimes}. */
function gammaPowers(s: number, x: number, regularized: boolean): number {
  if (regularized && s >= STIRLING_FROM) return gammaDensity(s, x)
  const powerOfX = power(x, s)
  if (!(x < 600 && powerOfX > 1e-290 && powerOfX < 1e290)) return EXTREME
  const whole = powerOfX * Math.exp(-x)
  return regularized ? whole / keptGammaOf(s) : whole
}

/**
 * x^s e^(−x) times a factor, or that over Γ(s), by halves with the factor between them: the product may be a double where
 * x^s e^(−x) isn't.
 */
function extremePowersTimes(factor: number, s: number, x: number, regularized: boolean): number {
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
  const shape = Math.max(s, LIMIT_REACHED)
  const logarithm = keptLnGammaOnePlus - shape * Math.log(x)
  if (logarithm > 1) return whole - powerOfX * (1 / s + rest)
  return powerOfX * (Math.expm1(logarithm) / shape - rest)
}

/** Γ(s) less one of its parts next to where it overflows: what is left may be a double. All is scaled down before. */
function scaledRest(s: number, x: number, upper: boolean): number {
  const whole = scaledGammaOfLarge(s, DOWN)
  if (whole === Number.POSITIVE_INFINITY) return whole
  const part = upper ? incompleteGammaFraction(s, x, 0) : positiveGammaSeries(s, x) / s
  return (whole - extremePowersTimes(DOWN * part, s, x, false)) / DOWN
}

/** ∫₀ˣ t^{s−1} e^{−t} dt for 0 < x < ∞, or that over Γ(s). */
export function lowerGammaPart(s: number, x: number, regularized: boolean): number {
  if (s <= 1 ? x <= 2 : x < s || x < 1.5) {
    if (s <= 1) {
      const part = power(x, s) * (1 / s + alternatingGammaSeries(s, x, HALF_ULP / s))
      return regularized ? part / keptGammaOf(s) : part
    }
    const powers = gammaPowers(s, x, regularized)
    const series = positiveGammaSeries(s, x)
    return powers === EXTREME ? extremePowersTimes(series / s, s, x, regularized) : (powers / s) * series
  }
  if (s > NEXT_TO_OVERFLOW && !regularized) return x > 1e15 ? keptGammaOf(s) : scaledRest(s, x, true)
  const whole = regularized ? 1 : keptGammaOf(s)
  // Γ(s, x) < x^(s−1) e^(−x) here
  if (s <= 1 && x > 40) return whole
  const ordinary = gammaPowers(s, x, regularized)
  const powers = ordinary === EXTREME ? extremePowersTimes(1, s, x, regularized) : ordinary
  if (powers <= 1e-18 * whole) return whole
  return whole - powers * incompleteGammaFraction(s, x, (HALF_ULP * whole) / powers)
}

/** ∫ₓ^∞ t^{s−1} e^{−t} dt for 0 < x < ∞, or that over Γ(s). */
export function upperGammaPart(s: number, x: number, regularized: boolean): number {
  if (s <= 1 && x <= 1.2) {
    const part = gammaLessSeries(s, x)
    return regularized ? part / keptGammaOf(s) : part
  }
  if (s > 1 && (x < s || x < 1.5)) {
    if (s > NEXT_TO_OVERFLOW && !regularized) return scaledRest(s, x, false)
    const whole = regularized ? 1 : keptGammaOf(s)
    const powers = gammaPowers(s, x, regularized)
    const series = positiveGammaSeries(s, x)
    return whole - (powers === EXTREME ? extremePowersTimes(series / s, s, x, regularized) : (powers / s) * series)
  }
  if (x > 1e15) return 0 // where x^s e^(−x) underflows
  const powers = gammaPowers(s, x, regularized)
  if (powers === 0) return 0
  const fraction = incompleteGammaFraction(s, x, 0)
  return powers === EXTREME ? extremePowersTimes(fraction, s, x, regularized) : powers * fraction
}
