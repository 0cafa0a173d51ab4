import { IsacnetError } from '@isacnet/model'
import type { Integral } from './integral.js'

/** An integral did not reach the requested tolerance; the error carries what was reached. */
export class NonConvergenceError extends IsacnetError {
  override readonly name = 'NonConvergenceError'
  override readonly code = 'non-convergence'
  /** The rule that gave up. */
  readonly rule: string
  readonly reached: Integral
  /** The absolute error that was asked for. */
  readonly requested: number
  /** Why, where more is known than that the estimate is above the tolerance. */
  readonly reason: string | undefined

  constructor(rule: string, reached: Integral, requested: number, reason?: string) {
    super(
      `${rule} did not converge${reason === undefined ? '' : ` (${reason})`}: reached ${reached.value} with an estimated ` +
        `error of ${reached.errorEstimate} after ${reached.evaluations} evaluations, where ${requested} was requested`,
    )
    this.rule = rule
    this.reached = reached
    this.requested = requested
    this.reason = reason
  }
}
