/** The result of a numerical integration. */
export interface Integral {
  readonly value: number
  /** Estimate of the absolute error of `value`; {@link NonConvergenceError} is thrown instead of a poor value. */
  readonly errorEstimate: number
  /** How often the integrand was evaluated. */
  readonly evaluations: number
}
