import { InvalidParameterError } from '@isacnet/model'
import { NonConvergenceError } from '@isacnet/quadrature'
import { regularizedIncompleteBetaComplement } from '@isacnet/special-functions'
import type { Estimate } from './estimate.js'

/**
 * The Beta law with the first two moments of the meta distribution: of the success probability $P_s(\theta)$ of a receiver given where the BSs are. It is
 * the usual approximation of the whole (Haenggi 2016).
 */
export interface BetaApproximation {
  /** Shape parameters, > 0. */
  readonly alpha: number
  readonly beta: number
  /** $M_1 = P(\mathrm{SIR}>\theta)$. */
  readonly mean: number
  /** $M_2 - M_1^2$. */
  readonly variance: number
  /**
   * The share of receivers whose success probability exceeds a reliability in [0, 1].
   *
   * @throws {InvalidParameterError} outside that domain.
   */
  readonly share: (reliability: number) => number
}

/** @throws {NonConvergenceError} where the variance is lost in the errors of the moments. */
export const betaFromMoments = (first: Estimate, second: Estimate): BetaApproximation => {
  const mean = first.value
  const variance = second.value - mean * mean
  const error = second.errorEstimate + 2 * mean * first.errorEstimate
  if (!(variance > 10 * error)) {
    const reached = { value: variance, errorEstimate: error, evaluations: 2 }
    throw new NonConvergenceError('variance of the success probability', reached, variance / 10)
  }
  const sum = (mean - second.value) / variance
  const alpha = mean * sum
  const beta = (1 - mean) * sum
  return {
    alpha,
    beta,
    mean,
    variance,
    share: (reliability) => {
      if (!(reliability >= 0 && reliability <= 1))
        throw new InvalidParameterError('reliability', reliability, 'a number in [0, 1]')
      if (reliability === 0) return 1
      return reliability === 1 ? 0 : regularizedIncompleteBetaComplement(alpha, beta, reliability)
    },
  }
}
