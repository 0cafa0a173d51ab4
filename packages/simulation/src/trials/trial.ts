/** The contribution of one trial; a sampler writes each trial into the same object. */
export interface Trial {
  /** ln(1 + SIR) in nats, or its expectation over some of the randomness of the trial. */
  rate: number
  /** The expected amount by which that is too low, because of how far interference is taken into account. */
  bias: number
  /** The SIR. */
  sir: number
  /** The law of the SIR that is left when all but the desired gain and the far field is known. */
  readonly law: TrialLaw
}

/**
 * The SIR is a gain Γ(shape, 1) times one of two numbers: `lower` with probability `lowerWeight`, else `upper`, for the two values of
 * far interference.
 */
export interface TrialLaw {
  /** 0 where the gain is not averaged over: the SIR is the one that is drawn then. */
  shape: number
  lower: number
  upper: number
  lowerWeight: number
}

export const emptyTrial = (): Trial => ({
  rate: 0,
  bias: 0,
  sir: 0,
  law: { shape: 0, lower: 0, upper: 0, lowerWeight: 1 },
})
