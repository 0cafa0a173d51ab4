/**
 * Positive numbers $m\,2^e$ beyond the range of a double, for products and sums of which only a ratio is wanted. The mantissa is a
 * double within $2^{\pm 100}$, e an integer.
 */
export interface ScaledNumber {
  readonly mantissa: number
  readonly exponent: number
}

/** m·2ᵉ with the mantissa brought to [1, 2); 0 stays 0. */
export const scaled = (value: number, exponent = 0): ScaledNumber => {
  if (value === 0) return { mantissa: 0, exponent: 0 }
  const lift = value < 2 ** -1000 ? 200 : 0
  const binary = Math.floor(Math.log2(value * 2 ** lift))
  return { mantissa: (value * 2 ** lift) / 2 ** binary, exponent: exponent + binary - lift }
}

/** The nearest double: 0 or infinite beyond the range. */
export const unscaled = ({ mantissa, exponent }: ScaledNumber): number => {
  const half = Math.max(-1074, Math.min(1023, Math.trunc(exponent / 2)))
  return mantissa * 2 ** half * 2 ** Math.max(-1074, Math.min(1023, exponent - half))
}

export const scaledProduct = (x: ScaledNumber, y: ScaledNumber): ScaledNumber =>
  scaled(x.mantissa * y.mantissa, x.exponent + y.exponent)

export const scaledSum = (x: ScaledNumber, y: ScaledNumber): ScaledNumber => {
  if (x.mantissa === 0) return y
  if (y.mantissa === 0) return x
  const [larger, smaller] = x.exponent >= y.exponent ? [x, y] : [y, x]
  return scaled(larger.mantissa + smaller.mantissa * 2 ** (smaller.exponent - larger.exponent), larger.exponent)
}

/** $x^p$ for x > 0: the binary exponent times p is exact in two pieces, so that only small numbers are rounded. */
export const scaledPower = (x: number, p: number): ScaledNumber => {
  const { mantissa, exponent } = scaled(x)
  const high = Math.fround(p)
  const whole = Math.round(exponent * high)
  const fraction = exponent * high - whole + exponent * (p - high)
  return scaledProduct(
    powerOfMantissa(mantissa, p),
    scaled(2 ** (fraction - Math.round(fraction)), whole + Math.round(fraction)),
  )
}

/** $m^p$ for 1 ≤ m < 2, by halves while it is no double. */
const powerOfMantissa = (mantissa: number, p: number): ScaledNumber => {
  if (Math.abs(p) < 1000) return scaled(mantissa ** p)
  const half = powerOfMantissa(mantissa, p / 2)
  return scaledProduct(half, half)
}
