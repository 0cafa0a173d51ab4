import type { Integral } from './integral.js'

/** An integral did not reach the requested tolerance; the error carries what was reached. */
export class NonConvergenceError extends Error {
  override readonly name = 'NonConvergenceError'
  /** The rule that gave up. */
  readonly rule: string
  readonly reached: Integral
  /** The absolute error that was asked for. */
  readonly requested: number

  constructor(rule: string, reached: Integral, requested: number) {
    super(
      `${rule} did not converge: reached ${reached.value} with an estimated error of ${reached.errorEstimate} ` +
        `after ${reached.evaluations} evaluations, where ${requested} was requested`,
    )
    this.rule = rule
    this.reached = reached
    this.requested = requested
  }
}
