import { residueOf, residues } from './aliasing-error.js'

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
  /** The largest error of the closed sum beyond the last point, on this lattice. */
  readonly uncertainty: Float64Array
  /** Why the tail could not be closed, if it could not. */
  readonly failure: string | undefined
}

/** How far and how well a tail is to be followed. */
export interface TailOptions {
  readonly relativeTolerance: number
  /** The tail is not closed before x has passed it, unless nothing is left to be seen. */
  readonly cover: number
  /** Steps permitted. */
  readonly maxSteps: number
}

/**
 * Adds the closed sums of integrand c beyond the last point of a lattice of step h to `sums`, by the residue of the index.
 *
 * @param end - index of the last point, negative to the left.
 * @param direction - 1 to the right, −1 to the left.
 */
export const closeTail = (
  tail: PowerTail,
  c: number,
  { end, direction, h }: { readonly end: number; readonly direction: 1 | -1; readonly h: number },
  sums: Float64Array,
): void => {
  for (const [amplitude, rate] of [
    [tail.leading[c]!, tail.leadingRate[c]!],
    [tail.correction[c]!, tail.correctionRate[c]!],
  ] as const) {
    if (amplitude === 0) continue
    const decay = Math.exp(-rate * h)
    let term = (amplitude * decay) / -Math.expm1(-rate * h * residues)
    for (let k = 1; k <= residues; k++) {
      sums[residueOf(end + direction * k)]! += term
      term *= decay
    }
  }
}

/** The lattice ends at $|\ln z|$ = 690, where exp overflows or vanishes. */
export const furthest = 690

/** Ratios of neighbouring values carry this much rounding error. */
const ratioNoise = 1e-12

/** Relative to the tolerance, what may lie beyond a tail that is closed before the lattice has covered it. */
const negligible = 1e-3

/**
 * Follows the integrands from `start` in steps of `step` (negative to the left) until the closed sum of what lies beyond is known
 * well enough, and adds the values to `sums`, by the residue of their index.
 *
 * The uncertainty is by how much the last point changed what had been predicted from the points before it, tenfold and divided by
 * 1 − R, because the error of a prediction falls at least as fast as the tail does. It has to be within a quarter of the tolerance
 * of the sum twice in a row. Values of 0 are the end of a tail that has been seen to fall, and only that.
 *
 * @param sums - residue r of integrand c at `c * residues + r`; what has been summed before counts towards the tolerance.
 */
export const followTail = (
  integrands: Integrands,
  start: number,
  step: number,
  sums: Float64Array,
  { relativeTolerance, cover, maxSteps }: TailOptions,
): PowerTail => {
  const count = sums.length / residues
  const direction = Math.sign(step)
  const values = new Float64Array(count)
  const last = new Float64Array(count)
  const totals = new Float64Array(count)
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
  for (let c = 0; c < count; c++) for (let r = 0; r < residues; r++) totals[c] = totals[c]! + sums[c * residues + r]!
  const h = Math.abs(step)
  let failure: string | undefined
  let settled = 0
  let steps = 0
  while (settled < 2) {
    const x = start + (steps + 1) * step
    if (Math.abs(x) > furthest) failure = 'a tail does not decay'
    else if (steps === maxSteps) failure = `more than ${maxSteps} points are needed`
    if (failure !== undefined) break
    steps++
    integrands(x, values)
    const residue = residueOf(direction * steps)
    const left = Math.max(0, (direction * (cover - x)) / h)
    let allSettled = true
    for (let c = 0; c < count; c++) {
      const value = values[c]!
      sums[c * residues + residue]! += value
      totals[c] = totals[c]! + value
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
      const total = Math.abs(totals[c]!)
      if (value === 0) {
        tail.leading[c] = 0
        tail.correction[c] = 0
        tail.uncertainty[c] = 0
        prediction[c] = 0
        if (total === 0) allSettled = false
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
      const closed = R > 0 && R < 1 && tail.uncertainty[c]! <= 0.25 * relativeTolerance * total
      const seen = left === 0 || (newRatio < 1 && Math.abs(value) * left <= negligible * relativeTolerance * total)
      if (!(closed && seen)) allSettled = false
      if (left > 0) tail.uncertainty[c] = Math.max(tail.uncertainty[c]!, Math.abs(value) * left)
    }
    settled = allSettled && steps > 3 ? settled + 1 : 0
  }
  for (let c = 0; c < count; c++) {
    tail.leadingRate[c] = -Math.log(tail.leadingRate[c]!) / h
    tail.correctionRate[c] = -Math.log(tail.correctionRate[c]!) / h
  }
  return { steps, ...tail, failure }
}
