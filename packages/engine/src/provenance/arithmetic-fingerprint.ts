import { createHash } from 'node:crypto'

const functions = ['exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'sqrt', 'cbrt'] as const
const circular = ['sin', 'cos', 'tan', 'atan', 'asin', 'acos', 'sinh', 'cosh', 'tanh', 'asinh'] as const

/**
 * A fingerprint of the mathematical functions of this Node on this processor, by their values at some thousand places: they may differ
 * in the last bit from one version of Node, or one kind of processor, to another.
 */
export const arithmeticFingerprint = (): string => {
  const values: number[] = []
  let state = 1
  for (let i = 0; i < 512; i++) {
    state = (state * 48271) % 2147483647
    const u = state / 2147483647
    const x = u * 2 ** ((i % 41) - 20)
    for (const name of functions) values.push(Math[name](x))
    for (const name of circular) values.push(Math[name](u))
    values.push(Math.sin(x), Math.cos(x), x ** (3 * u - 1), x ** -2, u ** 0.5, Math.atan2(x, u), Math.hypot(x, u))
  }
  // A NaN has many bit patterns.
  const bits = Float64Array.from(values, (value) => (Number.isNaN(value) ? 0 : value))
  return createHash('sha256').update(new Uint8Array(bits.buffer)).digest('hex').slice(0, 12)
}
