import { add, divide, logarithm, multiply, type Pair, sumOf } from '../arithmetic/double-double.js'

/** From here on three terms of Stirling's series need no more than a double, and ten are enough. */
const STIRLING_FROM = 25

const pair = (high: number, low: number): Pair => Float64Array.of(high, low)
const HALF_LN_TWO_PI = pair(0.9189385332046728, -3.8782941580672414e-17)
const TWELVE = pair(12, 0)
const MINUS_THIRTY = pair(-30, 0)

const first = pair(0, 0)
const second = pair(0, 0)
const sum = pair(0, 0)
const term = pair(0, 0)
const square = pair(0, 0)
const factor = pair(0, 0)
const ratio = pair(0, 0)
const one = pair(1, 0)
const total = pair(0, 0)

/** ratio *= (s)ₙ or ratio /= (s)ₙ, and s += n, until s is large. */
function raise(s: Pair, steps: number, up: boolean): void {
  for (let k = 0; k < steps; k += 1) {
    if (up) multiply(ratio, ratio, s)
    else divide(ratio, ratio, s)
    add(s, s, one)
  }
}

/** total ± = (s − 1/2) ln s + Δ(s), Stirling's series (DLMF 5.11.1) without the terms that cancel in ln B. */
function addStirling(s: Pair, sign: number): void {
  const high = s[0]!
  const w = 1 / (high * high)
  const tail =
    (w / high) *
    w *
    (1 / 1260 +
      w *
        (-1 / 1680 +
          w * (1 / 1188 + w * (-691 / 360360 + w * (1 / 156 + w * (-3617 / 122400 + (w * 43867) / 244188))))))
  logarithm(term, s)
  sumOf(factor, -0.5, 0)
  add(factor, factor, s)
  multiply(term, term, factor)
  // 1/(12 s) − 1/(360 s³) = (1 − 1/(30 s²))/(12 s)
  multiply(square, s, s)
  multiply(square, square, MINUS_THIRTY)
  divide(square, one, square)
  add(square, square, one)
  divide(square, square, s)
  divide(square, square, TWELVE)
  add(term, term, square)
  sumOf(factor, tail, 0)
  add(term, term, factor)
  term[0] = term[0]! * sign
  term[1] = term[1]! * sign
  add(total, total, term)
}

/**
 * ln B(a, b) in double-double arithmetic, for a and b of moderate size with B(a, b) near one: there ln B is a small
 * difference of terms of order one, and doubles would leave it an absolute accuracy only.
 */
export function lnBetaNearZero(a: number, b: number): number {
  sumOf(first, a, 0)
  sumOf(second, b, 0)
  sumOf(sum, a, b)
  sumOf(ratio, 1, 0)
  const firstSteps = Math.max(0, Math.ceil(STIRLING_FROM - a))
  const secondSteps = Math.max(0, Math.ceil(STIRLING_FROM - b))
  raise(sum, firstSteps + secondSteps, true)
  raise(first, firstSteps, false)
  raise(second, secondSteps, false)
  logarithm(total, ratio)
  add(total, total, HALF_LN_TWO_PI)
  addStirling(first, 1)
  addStirling(second, 1)
  addStirling(sum, -1)
  return total[0]!
}
