import type { Integral } from './integral.js'
import { NonConvergenceError } from './non-convergence-error.js'
import { followTail, type Integrands, tailSum } from './power-tail.js'

/** Options of {@link integrateLogTrapezoid} and {@link integrateAllLogTrapezoid}. */
export interface LogTrapezoidOptions {
  /** Relative to the value of the integral; default 1e-10. */
  readonly relativeTolerance?: number
  /** First step in ln z; halved until the tolerance is met. Default 0.4. */
  readonly step?: number
  /** Where in ln z the two directions start; anywhere not far out in a tail. Default 0. */
  readonly start?: number
  /** Halvings permitted; default 5. */
  readonly maxHalvings?: number
}

/**
 * $\int_0^\infty g(z)\,dz/z$ by the trapezoidal rule in $x = \ln z$.
 *
 * For $g$ analytic in a strip $|\mathrm{Im}\,x| < d$ the error falls as $e^{-2\pi d/h}$: for Hamdi's integrands
 * $g(z) = (1-\mathrm E e^{-zX})\,\mathrm E e^{-zY}$, analytic in the right half plane, $d \ge \pi/2$. Both tails of $g$ are
 * sums of powers of $z$: each direction is followed until the rest can be summed in closed form ({@link PowerTail}). The error estimate adds what the steps $h$ and $2h$ say (an error that falls as $e^{-c/h}$ is
 * squared by halving the step) to what is left open in the tails.
 *
 * @param integrand - $g(e^x)$ as a function of $x$.
 * @throws {NonConvergenceError} when the tolerance is not met within the permitted halvings, or a tail doesn't decay.
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
 * @param integrands - writes the values at $x$ into `values`, one entry an integral.
 * @param count - how many integrals.
 * @throws {NonConvergenceError} as {@link integrateLogTrapezoid}, for the first integral that fails.
 */
export const integrateAllLogTrapezoid = (
  integrands: Integrands,
  count: number,
  options: LogTrapezoidOptions = {},
): Integral[] => {
  const { relativeTolerance = 1e-10, step = 0.4, start = 0, maxHalvings = 5 } = options
  const values = new Float64Array(count)
  integrands(start, values)
  /** Sums over the lattice points of even and odd index. */
  const even = Float64Array.from(values)
  const odd = new Float64Array(count)
  const right = followTail(integrands, start, step, { even, odd }, relativeTolerance)
  const left = followTail(integrands, start, -step, { even, odd }, relativeTolerance)
  let evaluations = 1 + right.steps + left.steps

  let h = step
  let fine = new Float64Array(count)
  let coarse = new Float64Array(count)
  for (let c = 0; c < count; c++) {
    fine[c] = h * (even[c]! + odd[c]! + tailSum(right, c, h, h) + tailSum(left, c, h, h))
    // The lattice of step 2h goes on at the next even index.
    coarse[c] =
      2 *
      h *
      (even[c]! +
        tailSum(right, c, right.steps % 2 === 0 ? 2 * h : h, 2 * h) +
        tailSum(left, c, left.steps % 2 === 0 ? 2 * h : h, 2 * h))
  }
  for (let halvings = 0; ; halvings++) {
    const integrals = Array.from(fine, (value, c): Integral => {
      const tails = h * (right.uncertainty[c]! + left.uncertainty[c]!)
      const errorEstimate = stepError(value, coarse[c]!) + tails + 4 * Number.EPSILON * Math.abs(value)
      return { value, errorEstimate, evaluations }
    })
    const failure = integrals.find(
      ({ value, errorEstimate }) => !(errorEstimate <= relativeTolerance * Math.abs(value)) && errorEstimate !== 0,
    )
    if (failure === undefined) return integrals
    if (halvings === maxHalvings || !Number.isFinite(failure.value))
      throw new NonConvergenceError('log trapezoid', failure, relativeTolerance * Math.abs(failure.value))
    const middle = new Float64Array(count)
    const points = Math.round((left.steps + right.steps) * 2 ** halvings)
    const first = start - left.steps * step + h / 2
    for (let k = 0; k < points; k++) {
      integrands(first + k * h, values)
      for (let c = 0; c < count; c++) middle[c] = middle[c]! + values[c]!
    }
    evaluations += points
    coarse = fine
    fine = new Float64Array(count)
    for (let c = 0; c < count; c++)
      fine[c] = coarse[c]! / 2 + (h / 2) * (middle[c]! + tailSum(right, c, h / 2, h) + tailSum(left, c, h / 2, h))
    h /= 2
  }
}

/**
 * The error of step h when the steps h and 2h give `fine` and `coarse`: halving squares an error of the form $e^{-c/h}$. The
 * factors are what measured errors need; a thousandth of the difference remains where the square is negligible.
 */
const stepError = (fine: number, coarse: number): number => {
  const difference = Math.abs(fine - coarse)
  return difference === 0 ? 0 : difference * Math.min(1, 1e-3 + (100 * difference) / Math.abs(fine))
}
