/** The confidence of the intervals that a simulation shows. */
export const simulationConfidence = 0.99

/** When both intervals are so narrow, relative to the mean, nothing moves any more in the picture, and a simulation ends. */
export const simulationRelativeError = 1e-4

/** A simulation in a browser ends there in any case. */
export const simulationMaximumTrials = 20_000_000
