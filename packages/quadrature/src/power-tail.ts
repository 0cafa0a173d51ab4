import { NonConvergenceError } from './non-convergence-error.js'

/** Writes the integrands at x into `values`. */
export type Integrands = (x: number, values: Float64Array) => void

/**
 * One direction of a lattice in $x = \ln z$ after its last point. Integrands end as sums of powers of z, which on the lattice is
 * $AR^k + A'(RS)^k$ with 0 < S < 1: from the last ratios of neighbouring values R, S and A'/A follow, and everything beyond is
 * summed in closed form, on this lattice or on a finer or coarser one.
 */
export interface PowerTail {
  /** Steps taken. */
  readonly steps: number
  /** $A$ and $A'$ at the last point, one entry an integrand. */
  readonly leading: Float64Array
  readonly correction: Float64Array
  /** Their decay per unit of x. */
  readonly leadingRate: Float64Array
  readonly correctionRate: Float64Array
  /** What the closed sum beyond the last point, on this lattice, may err by. */
  readonly uncertainty: Float64Array
}

/** Sum of a tail's values at the distances first, first + step, first + 2·step, … beyond the last point. */
export const tailSum = (tail: PowerTail, c: number, first: number, step: number): number =>
  geometricSum(tail.leading[c]!, tail.leadingRate[c]!, first, step) +
  geometricSum(tail.correction[c]!, tail.correctionRate[c]!, first, step)

const geometricSum = (amplitude: number, rate: number, first: number, step: number): number =>
  amplitude === 0 ? 0 : (amplitude * Math.exp(-rate * first)) / -Math.expm1(-rate * step)

/** Where exp overflows or vanishes. */
const furthest = 690

/** Ratios of neighbouring values carry this much rounding error. */
const ratioNoise = 1e-12

/**
 * Follows the integrands from `start` in steps of `step` (negative to the left) until the closed sum of what lies beyond is known
 * well enough, and adds the values to `sums`, by the parity of the step.
 *
 * The uncertainty is by how much the last point changed what had been predicted from the points before it, tenfold and divided by
 * 1 − R, because the error of a prediction falls at least as fast as the tail does. It has to be within a quarter of the tolerance
 * of the sum twice in a row.
 *
 * @throws {NonConvergenceError} when a tail doesn't decay.
 */
export const followTail = (
  integrands: Integrands,
  start: number,
  step: number,
  sums: { readonly even: Float64Array; readonly odd: Float64Array },
  relativeTolerance: number,
): PowerTail => {
  const { even, odd } = sums
  const count = even.length
  const values = new Float64Array(count)
  const last = new Float64Array(count)
  const ratio = new Float64Array(count).fill(Number.NaN)
  const change = new Float64Array(count).fill(Number.NaN)
  const prediction = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
  const tail = {
    leading: new Float64Array(count),
    correction: new Float64Array(count),
    leadingRate: new Float64Array(count),
    correctionRate: new Float64Array(count),
    uncertainty: new Float64Array(count),
  }
  const h = Math.abs(step)
  let settled = 0
  let steps = 0
  while (settled < 2) {
    steps++
    const x = start + steps * step
    if (Math.abs(x) > furthest) {
      const reached = { value: even[0]! + odd[0]!, errorEstimate: Number.POSITIVE_INFINITY, evaluations: steps }
      throw new NonConvergenceError('log trapezoid (a tail does not decay)', reached, relativeTolerance)
    }
    integrands(x, values)
    const side = steps % 2 === 0 ? even : odd
    let allSettled = true
    for (let c = 0; c < count; c++) {
      const value = values[c]!
      side[c] = side[c]! + value
      const newRatio = value / last[c]!
      const newChange = newRatio - ratio[c]!
      // S, where there is something to be seen of it.
      const S = Math.abs(newChange) > ratioNoise * newRatio ? newChange / change[c]! : 0
      const second = S > 0 && S < 0.98
      const R = second ? newRatio + (newChange * S) / (1 - S) : newRatio
      const share = second ? (1 - newRatio / R) / (newRatio / (R * S) - 1) : 0
      ratio[c] = newRatio
      change[c] = newChange
      last[c] = value
      if (value === 0) {
        tail.leading[c] = 0
        tail.correction[c] = 0
        tail.uncertainty[c] = 0
        prediction[c] = 0
        continue
      }
      const leading = value / (1 + share)
      const correction = value - leading
      const beyond = (leading * R) / (1 - R) + (correction * R * S) / (1 - R * S)
      const missed = Math.abs(prediction[c]! - value - beyond)
      prediction[c] = beyond
      tail.leading[c] = leading
      tail.correction[c] = correction
      tail.leadingRate[c] = R
      tail.correctionRate[c] = R * S
      tail.uncertainty[c] = (10 * missed) / (1 - R)
      const total = Math.abs(even[c]! + odd[c]!)
      if (!(R > 0 && R < 1 && tail.uncertainty[c]! <= 0.25 * relativeTolerance * total)) allSettled = false
    }
    settled = allSettled && steps > 3 ? settled + 1 : 0
  }
  for (let c = 0; c < count; c++) {
    tail.leadingRate[c] = -Math.log(tail.leadingRate[c]!) / h
    tail.correctionRate[c] = -Math.log(tail.correctionRate[c]!) / h
  }
  return { steps, ...tail }
}
