/** The contribution of one trial; a sampler writes each trial into the same object. */
export interface Trial {
  /** ln(1 + SIR) in nats, or its expectation over some of the randomness of the trial. */
  rate: number
  /** The expected amount by which that is too low, because of how far interference is taken into account. */
  bias: number
  /** The SIR. */
  sir: number
}

export const emptyTrial = (): Trial => ({ rate: 0, bias: 0, sir: 0 })
