/** Independent variates, the same in every run. A method advances the stream, so streams aren't shared between tasks. */
export interface RandomStream {
  /** Uniform on (0, 1), 53 bits, never 0 or 1. */
  uniform(): number
  /** Exponential with mean 1, never 0. By the ziggurat of Marsaglia and Tsang (2000) with 256 layers and 53 bits. */
  exponential(): number
  /** Normal with mean 0 and variance 1, by the same ziggurat. */
  normal(): number
  /**
   * Gamma(shape, 1).
   * @throws {InvalidParameterError} unless shape is finite and > 0.
   */
  gamma(shape: number): number
  /**
   * Poisson.
   * @throws {InvalidParameterError} unless mean is in $[0, 2^{53}]$.
   */
  poisson(mean: number): number
  /**
   * Uniform on 0 … n − 1; the probabilities differ by less than $n2^{-53}$ of themselves.
   * @throws {InvalidParameterError} unless n is an integer from 1 to $2^{53}$.
   */
  integer(n: number): number
}
