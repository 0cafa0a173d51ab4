/** A mean with what is known of its error. */
export interface Estimate {
  readonly mean: number
  readonly standardError: number
  /** A confidence interval, of the confidence that was asked for. */
  readonly interval: readonly [lower: number, upper: number]
}
