/** Powers of quotients and sums whose rounding error, raised to a large exponent, would cost digits. */

const SPLITTER = 134217729 // 2^27 + 1

/** x·y − round(x·y), exactly (Dekker 1971; Veltkamp splitting). Operands below 2^990 in magnitude. */
export function productError(x: number, y: number): number {
  const product = x * y
  const cx = SPLITTER * x
  const xHigh = cx - (cx - x)
  const xLow = x - xHigh
  const cy = SPLITTER * y
  const yHigh = cy - (cy - y)
  const yLow = y - yHigh
  return xLow * yLow - (product - xHigh * yHigh - xLow * yHigh - xHigh * yLow)
}

/** x + y − round(x + y), exactly (Knuth). */
export function sumError(x: number, y: number): number {
  const sum = x + y
  const yRounded = sum - x
  return x - (sum - yRounded) + (y - yRounded)
}

/**
 * (x / (x + y))^e for positive numbers, to a few ulps however large e is: the quotient's relative rounding error ε
 * enters as the factor exp(e ε).
 */
export function fractionPower(x: number, y: number, e: number): number {
  const sum = x + y
  const quotient = x / sum
  const residual = x - quotient * sum - productError(quotient, sum) - quotient * sumError(x, y)
  const slip = (e * residual) / x
  return quotient ** e * (slip < 1e-8 && slip > -1e-8 ? 1 + slip : Math.exp(slip))
}
