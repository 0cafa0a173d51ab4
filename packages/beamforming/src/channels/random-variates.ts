/** A source of independent variates; the `RandomStream` of `@isacnet/stochastic-geometry` is one. */
export interface RandomVariates {
  /** Normal with mean 0 and variance 1. */
  normal(): number
  /** Exponential with mean 1. */
  exponential(): number
  /** Gamma(shape, 1), shape > 0. */
  gamma(shape: number): number
  /** Uniform on (0, 1). */
  uniform(): number
}
