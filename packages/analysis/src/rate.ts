/** An average rate in nats, with an estimate of the absolute numerical error. */
export interface Rate {
  /** Nats per channel use and user (communication) or target (sensing). */
  readonly value: number
  /** Absolute, in nats; of the integration, not of the model. */
  readonly errorEstimate: number
}
