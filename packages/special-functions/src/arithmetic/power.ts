const SPLITTER = 134217729 // 2^27 + 1

const word = new Float64Array(1)
const bits = new Int32Array(word.buffer)
word[0] = 1
/** Index of the half of a double that holds its exponent: 1 where numbers are little-endian. */
const HIGH = bits[1] === 0 ? 0 : 1

/**
 * x^e for x > 0, within 2 ulps: the engine's power, and for |e| ≤ 2 something three times as fast. With x = 2ᵏ m, m
 * within √2 of 1, the product k e is exact in two pieces, its integer part becomes the exponent of the result and only
 * its fraction and e ln m, both small, go through the exponential.
 */
export function power(x: number, e: number): number {
  if (!(e <= 2 && e >= -2 && x > 1e-150 && x < 1e150)) return x ** e
  word[0] = x
  const high = bits[HIGH]!
  // the biased exponent, rounded so that m lies between about 1/√2 and √2
  const k = ((high + 0x95f62) >> 20) - 1023
  bits[HIGH] = high - (k << 20)
  const m = word[0]!
  const scaled = SPLITTER * e
  const eHigh = scaled - (scaled - e)
  const product = k * eHigh
  const whole = Math.round(product)
  const fraction = product - whole + k * (e - eHigh)
  const value = Math.exp(fraction * Math.LN2 + e * Math.log(m))
  word[0] = 1
  bits[HIGH] = bits[HIGH]! + (whole << 20)
  return value * word[0]!
}
