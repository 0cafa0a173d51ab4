/**
 * A sum of doubles without rounding, as text: an integer in hexadecimal, in units of $2^{-400}$. Since addition is exact, sums
 * that are merged in any order, from any number of workers, are the same to the bit.
 */
export type ExactSum = string

/** The sum of nothing. */
export const noSum: ExactSum = '0'

/** Fraction bits. Terms down to $2^{-347}$ keep all of their bits; smaller ones lose those below the unit. */
const fractionBits = 400

const bytes = new DataView(new ArrayBuffer(8))

/** A double as a multiple of the unit; what lies below the unit is cut off. */
function toFixedPoint(value: number): bigint {
  if (!Number.isFinite(value)) throw new RangeError(`only finite numbers have a sum, got ${value}`)
  bytes.setFloat64(0, value)
  const high = bytes.getUint32(0)
  const exponent = (high >>> 20) & 0x7ff
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(bytes.getUint32(4))
  // value = ± mantissa · 2^(shift − fractionBits)
  const mantissa = exponent === 0 ? fraction : fraction | (1n << 52n)
  const shift = (exponent === 0 ? 1 : exponent) - 1075 + fractionBits
  const magnitude = shift >= 0 ? mantissa << BigInt(shift) : mantissa >> BigInt(-shift)
  return high >>> 31 === 1 ? -magnitude : magnitude
}

function parse(sum: ExactSum): bigint {
  return sum.startsWith('-') ? -BigInt(`0x${sum.slice(1)}`) : BigInt(`0x${sum}`)
}

/**
 * The sum of some doubles, without rounding as far as {@link ExactSum} goes: terms of $2^{-347}$ and more in absolute value keep all of their
 * bits, smaller ones lose those below $2^{-400}$.
 *
 * @throws RangeError for a term that isn't finite.
 *
 * @example
 * sumValue(exactSum([1e30, 1, -1e30])) // 1
 */
export function exactSum(values: Iterable<number>): ExactSum {
  let sum = 0n
  for (const value of values) sum += toFixedPoint(value)
  return sum.toString(16)
}

/**
 * The sum of two sums.
 *
 * @example
 * sumValue(addExactly(exactSum([0.1]), exactSum([0.2, -0.1]))) // 0.2
 */
export function addExactly(a: ExactSum, b: ExactSum): ExactSum {
  return (parse(a) + parse(b)).toString(16)
}

/**
 * A sum, rounded once to a double.
 *
 * @example
 * sumValue(exactSum([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])) // 1
 */
export function sumValue(sum: ExactSum): number {
  return Number(parse(sum)) * 2 ** -fractionBits
}

/**
 * Whether a value is a sum as {@link exactSum} writes it.
 *
 * @example
 * isExactSum('-a0') // true
 */
export function isExactSum(value: unknown): value is ExactSum {
  return typeof value === 'string' && /^(0|-?[1-9a-f][0-9a-f]{0,399})$/.test(value)
}
