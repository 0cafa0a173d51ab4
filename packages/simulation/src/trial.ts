/** What one trial contributes. */
export interface Trial {
  /** ln(1 + SIR), in nats. */
  readonly rate: number
  /** By how much it is expected to be too low because the far field is replaced by its mean. */
  readonly bias: number
}
