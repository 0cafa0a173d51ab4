/** A number with an estimate of its numerical error. */
export interface Estimate {
  readonly value: number
  /** Absolute; of the computation, not of the model. */
  readonly errorEstimate: number
}
