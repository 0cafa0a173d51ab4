/**
 * Numbers as an unevaluated sum of two doubles, about 31 digits (Dekker 1971), for the one place where doubles are not
 * enough: ln B near its zero. The caller owns the pairs; `out` may be one of the operands.
 */
import { productError, sumError } from './compensated-power.js'

/** [high, low] */
export type Pair = Float64Array

const LN_TWO_LOW = 2.3190468138462996e-17

const power = new Float64Array(2)
const reduced = new Float64Array(2)

function put(out: Pair, high: number, low: number): void {
  const sum = high + low
  out[0] = sum
  out[1] = low - (sum - high)
}

/** out = a + b, for doubles, exactly. */
export function sumOf(out: Pair, a: number, b: number): void {
  const low = sumError(a, b)
  out[0] = a + b
  out[1] = low
}

/** out = x + y. */
export function add(out: Pair, x: Pair, y: Pair): void {
  const [xh, xl, yh, yl] = [x[0]!, x[1]!, y[0]!, y[1]!]
  const lows = xl + yl
  const lowsError = sumError(xl, yl)
  const high = xh + yh
  const middle = sumError(xh, yh) + lows
  put(out, high, middle + lowsError)
}

/** out = x y. */
export function multiply(out: Pair, x: Pair, y: Pair): void {
  const [xh, xl, yh, yl] = [x[0]!, x[1]!, y[0]!, y[1]!]
  put(out, xh * yh, productError(xh, yh) + (xh * yl + xl * yh))
}

/** out = x / y. */
export function divide(out: Pair, x: Pair, y: Pair): void {
  const [xh, xl, yh, yl] = [x[0]!, x[1]!, y[0]!, y[1]!]
  const quotient = xh / yh
  const rest = xh - quotient * yh - productError(quotient, yh) + (xl - quotient * yl)
  put(out, quotient, rest / yh)
}

/** out = e^t for a double t of moderate size, by its Taylor series after t is reduced by a multiple of ln 2. */
function exponential(out: Pair, t: number): void {
  const k = Math.round(t / Math.LN2)
  sumOf(reduced, t - k * Math.LN2, -productError(k, Math.LN2) - k * LN_TWO_LOW)
  put(out, 1, 0)
  for (let n = 26; n >= 1; n -= 1) {
    multiply(out, out, reduced)
    const quotient = out[0]! / n
    const rest = out[0]! - quotient * n - productError(quotient, n) + out[1]!
    put(out, quotient, rest / n)
    // 1 is the larger
    const low = out[0]! - (1 + out[0]! - 1) + out[1]!
    put(out, 1 + out[0]!, low)
  }
  const scale = 2 ** k
  out[0] = out[0]! * scale
  out[1] = out[1]! * scale
}

/** out = ln x: one Newton step from the double, ln x = l + (x e^(−l) − 1). */
export function logarithm(out: Pair, x: Pair): void {
  const first = Math.log(x[0]!)
  exponential(power, -first)
  multiply(power, power, x)
  sumOf(out, first, power[0]! - 1 + power[1]!)
}
