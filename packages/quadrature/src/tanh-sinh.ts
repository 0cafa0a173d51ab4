import type { Integral } from './integral.js'
import { NonConvergenceError } from './non-convergence-error.js'

/** Options of {@link integrateTanhSinh}. */
export interface TanhSinhOptions {
  /** Relative to the value of the integral; default 1e-12. */
  readonly relativeTolerance?: number
  /** Doublings of the number of nodes permitted; default 8. */
  readonly maxDoublings?: number
}

/**
 * $\int_a^b f(x)\,dx$ by the double-exponential rule of Takahasi and Mori (1974): the trapezoidal rule in $t$ after
 * $x = \tfrac{a+b}{2} + \tfrac{b-a}{2}\tanh(\tfrac{\pi}{2}\sinh t)$. Endpoint singularities are permitted; $f$ also receives the
 * distance to the nearer end, which keeps its digits where $x$ has lost them.
 *
 * @param f - the integrand, called with $x$ and with $\min(x-a, b-x)$.
 * @param a - lower limit, finite.
 * @param b - upper limit, finite, > a.
 * @throws {RangeError} for limits outside that domain.
 * @throws {NonConvergenceError} when the tolerance is not met.
 */
export const integrateTanhSinh = (
  f: (x: number, distanceToEnd: number) => number,
  a: number,
  b: number,
  options: TanhSinhOptions = {},
): Integral => {
  if (!(Number.isFinite(a) && Number.isFinite(b) && a < b))
    throw new RangeError(`integrateTanhSinh: the limits must be finite with a < b, got a = ${a}, b = ${b}`)
  const { relativeTolerance = 1e-12, maxDoublings = 8 } = options
  const half = (b - a) / 2
  let evaluations = 0
  const term = (t: number): number => {
    const u = (Math.PI / 2) * Math.sinh(t)
    // 1 − tanh u = 2/(1 + e^{2u}), without cancellation.
    const distance = (half * 2) / (1 + Math.exp(2 * Math.abs(u)))
    const cosh = Math.cosh(u)
    const weight = (half * (Math.PI / 2) * Math.cosh(t)) / (cosh * cosh)
    if (distance === 0 || weight === 0) return 0
    evaluations++
    return f(u < 0 ? a + distance : b - distance, distance) * weight
  }
  const limit = 6.2
  let h = 0.5
  let sum = term(0)
  for (let t = h; t <= limit; t += h) sum += term(t) + term(-t)
  let value = h * sum
  for (let doubling = 0; doubling < maxDoublings; doubling++) {
    for (let t = h / 2; t <= limit; t += h) sum += term(t) + term(-t)
    h /= 2
    const refined = h * sum
    const difference = Math.abs(refined - value)
    value = refined
    const scale = Math.abs(value)
    const errorEstimate =
      Math.min(difference, scale > 0 ? (10 * difference * difference) / scale : difference) + 4 * Number.EPSILON * scale
    if (doubling > 0 && errorEstimate <= relativeTolerance * scale) return { value, errorEstimate, evaluations }
    if (doubling === maxDoublings - 1)
      throw new NonConvergenceError('tanh-sinh', { value, errorEstimate, evaluations }, relativeTolerance * scale)
  }
  throw new RangeError(`integrateTanhSinh: maxDoublings must be ≥ 1, got ${maxDoublings}`)
}
