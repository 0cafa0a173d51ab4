import { anObject, assertOptions, integerFrom, numberThat, type OptionChecks, trueOrFalse } from '@isacnet/model'
import type { Integral } from '../integral/integral.js'
import { NonConvergenceError } from '../integral/non-convergence-error.js'
import { aliasingError, analyticAliasingError, residueOf, residues } from './aliasing-error.js'
import { closeTail, followTail, furthest, type Integrands } from './power-tail.js'

/** Options of {@link integrateLogTrapezoid} and {@link integrateAllLogTrapezoid}. */
export interface LogTrapezoidOptions {
  /** Relative to the value of the integral, > 0; default 1e-10. */
  readonly relativeTolerance?: number
  /** First step in ln z, > 0; halved until the tolerance is met. Default 0.4. */
  readonly step?: number
  /** Where in ln z the two directions start, |start| ≤ 690; default 0. */
  readonly start?: number
  /**
   * From where to where in ln z the integrand may change its behaviour: no tail is closed inside, unless nothing is left to be seen.
   * Default: `[start, start]`.
   */
  readonly cover?: readonly [from: number, to: number]
  /**
   * Whether g is known to be analytic for $|\mathrm{Im}\,x| < \pi/2$, as Hamdi's integrands are: the error estimate then follows the
   * exponential decay of its spectrum, and does not allow for kinks. Default `false`.
   */
  readonly analytic?: boolean
  /** Halvings permitted, integer ≥ 0; default 5. */
  readonly maxHalvings?: number
  /** Evaluations permitted, integer ≥ 1; default 50 000. */
  readonly maxEvaluations?: number
}

const optionChecks: OptionChecks<LogTrapezoidOptions> = {
  relativeTolerance: numberThat('a number > 0', (tolerance) => tolerance > 0),
  step: numberThat('a number > 0 and ≤ 690', (step) => step > 0 && step <= furthest),
  start: numberThat('a number in [−690, 690]', (start) => Math.abs(start) <= furthest),
  cover: anObject,
  analytic: trueOrFalse,
  maxHalvings: integerFrom(0),
  maxEvaluations: integerFrom(1),
}

/**
 * $\int_0^\infty g(z)\,dz/z$ by the trapezoidal rule in $x = \ln z$.
 *
 * For $g$ analytic in a strip $|\mathrm{Im}\,x| < d$ the error falls as $e^{-2\pi d/h}$: for Hamdi's integrands
 * $g(z) = (1-\mathrm E e^{-zX})\,\mathrm E e^{-zY}$, analytic in the right half plane, $d \ge \pi/2$. Both tails of $g$ are
 * sums of powers of $z$, or fall faster: each direction is followed until the rest can be summed in closed form ({@link PowerTail}).
 *
 * *Where it looks.* If $g$ vanishes at `start`, it is evaluated at start ± h, start ± 2h, … up to $|x| = 690$, until it doesn't; from
 * there both directions are followed over its largest values. An integrand that is 0 at all of these points is refused, not taken for 0.
 *
 * *The error estimate* is the spectrum of the lattice's sums beyond what the step resolves, which kinks
 * and peaks narrower than the step show in, plus what is left open in the tails. Not seen, and not admitted, are a part
 * of the integrand that is narrower than h and negligible at each lattice point, a second hump behind a stretch where it underflows, and a
 * tail that falls as a power of z and changes its exponent outside `cover`.
 *
 * @example
 * integrateLogTrapezoid((x) => Math.exp(x) / (1 + Math.exp(x)) ** 2).value.toFixed(10) // '1.0000000000'
 *
 * @param integrand - $g(e^x)$ as a function of $x$.
 * @throws {NonConvergenceError} when the tolerance is not met within the permitted halvings and evaluations, when a tail doesn't decay,
 * when the integrand isn't finite, or is 0 wherever it was evaluated.
 * @throws {UnknownNameError} {InvalidParameterError} for an option that is not known, or outside its domain.
 */
export const integrateLogTrapezoid = (integrand: (x: number) => number, options: LogTrapezoidOptions = {}): Integral =>
  integrateAllLogTrapezoid(
    (x, values) => {
      values[0] = integrand(x)
    },
    1,
    options,
  )[0]!

/**
 * Several integrals of {@link integrateLogTrapezoid}'s kind on one lattice, for integrands that share costly parts.
 * The tolerance holds for each of them.
 *
 * @example
 * const both = (x, values) => values.set([1, 2].map((n) => Math.exp(x) / (1 + Math.exp(x)) ** (n + 1)))
 * integrateAllLogTrapezoid(both, 2).map(({ value }) => value.toFixed(10)) // ['1.0000000000', '0.5000000000']
 *
 * @param integrands - writes the values at $x$ into `values`, one entry an integral.
 * @param count - how many integrals.
 * @throws {NonConvergenceError} as {@link integrateLogTrapezoid}, for the first integral that fails.
 * @throws {UnknownNameError} {InvalidParameterError} for an option that is not known, or outside its domain.
 */
export const integrateAllLogTrapezoid = (
  integrands: Integrands,
  count: number,
  options: LogTrapezoidOptions = {},
): Integral[] => {
  assertOptions('integrateLogTrapezoid', options, optionChecks)
  const {
    relativeTolerance = 1e-10,
    step = 0.4,
    start = 0,
    maxHalvings = 5,
    maxEvaluations = 50_000,
    analytic = false,
  } = options
  const [from, to] = options.cover ?? [start, start]
  if (!(from <= to)) throw new RangeError(`cover must be [from, to] with from ≤ to, got [${from}, ${to}]`)

  const values = new Float64Array(count)
  const { origin, searched } = findMass(integrands, values, start, step, maxEvaluations)
  let sums = new Float64Array(count * residues)
  for (let c = 0; c < count; c++) sums[c * residues] = values[c]!
  const tailOptions = { relativeTolerance, maxSteps: maxEvaluations - searched }
  const right = followTail(integrands, origin, step, sums, { ...tailOptions, cover: to })
  const left = followTail(integrands, origin, -step, sums, { ...tailOptions, cover: from })
  let evaluations = searched + right.steps + left.steps

  let h = step
  let rightEnd = right.steps
  let leftEnd = left.steps
  const aliasing = analytic ? analyticAliasingError : aliasingError
  const closed = new Float64Array(residues)
  for (let halvings = 0; ; halvings++) {
    const integrals = Array.from({ length: count }, (_, c): Integral => {
      closed.set(sums.subarray(c * residues, (c + 1) * residues))
      closeTail(right, c, { end: rightEnd, direction: 1, h }, closed)
      closeTail(left, c, { end: -leftEnd, direction: -1, h }, closed)
      const value = h * closed.reduce((sum, part) => sum + part)
      const tails = step * (right.uncertainty[c]! + left.uncertainty[c]!)
      const errorEstimate = aliasing(closed, h) + tails + 4 * Number.EPSILON * Math.abs(value)
      return { value, errorEstimate, evaluations }
    })
    const failure = integrals.find(
      ({ value, errorEstimate }) => !(errorEstimate <= relativeTolerance * Math.abs(value)) || value === 0,
    )
    const reason = right.failure ?? left.failure
    if (failure === undefined && reason === undefined) return integrals
    const reached = failure ?? { ...integrals[0]!, errorEstimate: Number.POSITIVE_INFINITY }
    const requested = relativeTolerance * Math.abs(reached.value)
    const points = leftEnd + rightEnd
    if (reason !== undefined || halvings === maxHalvings || !Number.isFinite(reached.value))
      throw new NonConvergenceError('log trapezoid', reached, requested, reason)
    if (evaluations + points > maxEvaluations)
      throw new NonConvergenceError(
        'log trapezoid',
        reached,
        requested,
        `more than ${maxEvaluations} points are needed`,
      )

    const refined = new Float64Array(count * residues)
    for (let c = 0; c < count; c++)
      for (let r = 0; r < residues; r++) refined[c * residues + ((2 * r) % residues)]! += sums[c * residues + r]!
    h /= 2
    leftEnd *= 2
    rightEnd *= 2
    for (let k = 1 - leftEnd; k < rightEnd; k += 2) {
      integrands(origin + k * h, values)
      const residue = residueOf(k)
      for (let c = 0; c < count; c++) refined[c * residues + residue]! += values[c]!
    }
    sums = refined
    evaluations += points
  }
}

/** The point of the lattice nearest to `start` where each integrand is finite and not 0, left in `values`. */
const findMass = (
  integrands: Integrands,
  values: Float64Array,
  start: number,
  step: number,
  maxEvaluations: number,
): { readonly origin: number; readonly searched: number } => {
  let searched = 0
  for (let k = 0; k * step <= 2 * furthest; k++)
    for (const origin of k === 0 ? [start] : [start - k * step, start + k * step]) {
      if (Math.abs(origin) > furthest || searched >= maxEvaluations) continue
      searched++
      integrands(origin, values)
      if (values.every((value) => value !== 0 && Number.isFinite(value))) return { origin, searched }
    }
  const reached = { value: 0, errorEstimate: Number.POSITIVE_INFINITY, evaluations: searched }
  throw new NonConvergenceError('log trapezoid', reached, 0, 'the integrand is 0 wherever it was evaluated')
}
