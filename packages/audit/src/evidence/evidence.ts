/** A theorem's value of a quantity. */
export interface TheoryValue {
  /** Such as `exact` or `theorem-3`. */
  readonly method: string
  readonly value: number
}

/** A simulation's value of a quantity. */
export interface SimulatedValue {
  /** How it was sampled: `gain-law`, `channel`, `channel, no-abandonment`, `precoders`. */
  readonly sampled: string
  readonly mean: number
  readonly standardError: number
  readonly interval: readonly [lower: number, upper: number]
  /** The confidence of the interval. */
  readonly confidence: number
  readonly trials: number
}

/** One number of a check, by two ways where there are two. */
export interface Evidence {
  /** Such as `R_s at K = 1, Q = 1`. */
  readonly quantity: string
  readonly unit: string
  readonly theory: TheoryValue | null
  readonly simulation: SimulatedValue | null
  /** Whether the theory's value is within the simulation's interval; `null` where one of them is missing. */
  readonly agrees: boolean | null
}

/**
 * A number with what is known of it. The two ways agree when the theory's value is in the simulation's interval, widened by what the
 * simulation's mean may be too low, and on both sides by the error that an approximate theory is known to have.
 */
export const evidence = (
  quantity: string,
  unit: string,
  theory: TheoryValue | null,
  simulation: SimulatedValue | null,
  biasBound = 0,
  theoryError = 0,
): Evidence => ({
  quantity,
  unit,
  theory,
  simulation,
  agrees:
    theory === null || simulation === null
      ? null
      : theory.value >= simulation.interval[0] - theoryError &&
        theory.value <= simulation.interval[1] + biasBound + theoryError,
})
