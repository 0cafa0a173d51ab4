import { assertOptions, numberThat, type OptionChecks } from '@isacnet/model'
import type { Integral } from '../integral/integral.js'
import { NonConvergenceError } from '../integral/non-convergence-error.js'
import { aliasingError, residueOf, residues } from './aliasing-error.js'

/** Options of {@link integrateTanhSinh}. */
export interface TanhSinhOptions {
  /** Relative to the value of the integral, > 0; default 1e-12. */
  readonly relativeTolerance?: number
  /** An error below it is good enough too, ≥ 0; default 0. Where it is > 0, an integrand that is 0 at every node is taken for 0. */
  readonly absoluteTolerance?: number
  /** Doublings of the number of nodes permitted, integer in [1, 12]; default 8, which is about 6000 nodes. */
  readonly maxDoublings?: number
}

const optionChecks: OptionChecks<TanhSinhOptions> = {
  relativeTolerance: numberThat('a number > 0', (tolerance) => tolerance > 0),
  absoluteTolerance: numberThat('a number ≥ 0', (tolerance) => tolerance >= 0),
  maxDoublings: numberThat('an integer in [1, 12]', (n) => Number.isInteger(n) && n >= 1 && n <= 12),
}

/**
 * $\int_a^b f(x)\,dx$ by the double-exponential rule of Takahasi and Mori (1974): the trapezoidal rule in $t$ after
 * $x = \tfrac{a+b}{2} + \tfrac{b-a}{2}\tanh(\tfrac{\pi}{2}\sinh t)$. Endpoint singularities are permitted; $f$ also receives the
 * distance to the nearer end, which keeps its digits where $x$ has lost them.
 *
 * $f$ is to be analytic inside (a, b). The estimate is the spectrum of the nodes' terms beyond what their spacing resolves, plus what
 * the terms leave open where they end: kinks, and singularities too strong for double precision, make it large, and the rule
 * gives up. A peak that is negligible at every node can't be seen.
 *
 * @example
 * integrateTanhSinh((x) => Math.log(x), 0, 1).value.toFixed(10) // '-1.0000000000'
 *
 * @param f - the integrand, called with $x$ and with $\min(x-a, b-x) > 0$. Where x rounds to an end and f isn't finite there, the terms end.
 * @param a - lower limit, finite.
 * @param b - upper limit, finite, > a.
 * @throws {RangeError} for limits outside their domain.
 * @throws {UnknownNameError} {InvalidParameterError} for an option that is not known, or outside its domain.
 * @throws {NonConvergenceError} when the tolerance is not met, or the integrand is 0 at every node.
 */
export const integrateTanhSinh = (
  f: (x: number, distanceToEnd: number) => number,
  a: number,
  b: number,
  options: TanhSinhOptions = {},
): Integral => {
  if (!(Number.isFinite(a) && Number.isFinite(b) && a < b))
    throw new RangeError(`integrateTanhSinh: the limits must be finite with a < b, got a = ${a}, b = ${b}`)
  assertOptions('integrateTanhSinh', options, optionChecks)
  const { relativeTolerance = 1e-12, absoluteTolerance = 0, maxDoublings = 8 } = options
  const half = b / 2 - a / 2
  let evaluations = 0
  /** The term at t, 0 where it underflows, `undefined` where f has no value because x has rounded to an end. */
  const term = (t: number): number | undefined => {
    const u = (Math.PI / 2) * Math.sinh(t)
    // 1 − tanh u = 2/(1 + e^{2u}), without cancellation.
    const distance = (half * 2) / (1 + Math.exp(2 * Math.abs(u)))
    const cosh = Math.cosh(u)
    const weight = (half * (Math.PI / 2) * Math.cosh(t)) / (cosh * cosh)
    if (distance === 0 || weight === 0) return 0
    evaluations++
    const x = u < 0 ? a + distance : b - distance
    const value = f(x, distance)
    return (x === a || x === b) && !Number.isFinite(value) ? undefined : value * weight
  }

  let h = 0.5
  const ends = { left: -widest, right: widest }
  let sums = new Float64Array(residues)
  for (let k = 0; k * h <= widest; k++)
    for (const side of k === 0 ? [1] : [-1, 1]) {
      const t = side * k * h
      if (t < ends.left || t > ends.right) continue
      const value = term(t)
      if (value === undefined) ends[side < 0 ? 'left' : 'right'] = t - side * h
      else sums[residueOf(side * k)]! += value
    }
  for (let doubling = 0; ; doubling++) {
    const refined = new Float64Array(residues)
    for (let r = 0; r < residues; r++) refined[(2 * r) % residues]! += sums[r]!
    h /= 2
    for (let k = Math.ceil(ends.left / h); k <= Math.floor(ends.right / h); k++)
      if (k % 2 !== 0) refined[residueOf(k)]! += term(k * h) ?? Number.NaN
    sums = refined

    let value = 0
    for (const sum of sums) value += h * sum
    const open = openEnd(term, ends.left, h, value) + openEnd(term, ends.right, -h, value)
    const errorEstimate = aliasingError(sums, h) + open + 4 * Number.EPSILON * Math.abs(value)
    const requested = Math.max(absoluteTolerance, relativeTolerance * Math.abs(value))
    const reached = { value, errorEstimate, evaluations }
    if (doubling > 0 && errorEstimate <= requested && (value !== 0 || absoluteTolerance > 0)) return reached
    if (doubling === maxDoublings - 1 || !Number.isFinite(value)) {
      const reason = sums.every((sum) => sum === 0) ? 'the integrand is 0 at every node' : undefined
      throw new NonConvergenceError(
        'tanh-sinh',
        { ...reached, errorEstimate: reason === undefined ? errorEstimate : Number.POSITIVE_INFINITY },
        requested,
        reason,
      )
    }
  }
}

/** Beyond it the weights underflow. */
const widest = 6.2

/** The sum beyond the last term that doesn't underflow, as the geometric series that the last two terms begin. */
const openEnd = (term: (t: number) => number | undefined, end: number, inward: number, value: number): number => {
  for (let t = end; Math.abs(t) > 1; t += inward) {
    const last = Math.abs(term(t) ?? 0) * Math.abs(inward)
    if (last === 0) continue
    const ratio = last / (Math.abs(term(t + inward) ?? 0) * Math.abs(inward))
    if (ratio < 1) return (last * ratio) / (1 - ratio)
    return last <= 1e-20 * Math.abs(value) ? last : Number.POSITIVE_INFINITY
  }
  return 0
}
