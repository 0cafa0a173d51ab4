import type { Trial } from '../src/trials/trial.js'
import { rateByQuadrature } from './rate-by-quadrature.js'

/** The mean and the variance of the interference of a trial in which its far part has two values. */
export interface TwoPointLaw {
  readonly mean: number
  readonly variance: number
}

/**
 * The interference of a trial, found from its SIR with either of the two values: a drawn gain of `drawn` gives
 * both, and its rate, the mean of E ln(1 + g S/(I + F)) over the two, their weights.
 *
 * @param signal - S, what arrives at a gain of 1, in the unit of the result.
 * @param shape - the shape of the gain g ~ Γ(shape, 1).
 */
export const twoPointLaw = (
  atLower: Trial,
  atUpper: Trial,
  { signal, shape, drawn }: { readonly signal: number; readonly shape: number; readonly drawn: number },
): TwoPointLaw => {
  const lower = (drawn * signal) / atLower.sir
  const upper = (drawn * signal) / atUpper.sir
  const [best, worst] = [rateByQuadrature(shape, lower / signal), rateByQuadrature(shape, upper / signal)]
  const weight = (atLower.rate - worst) / (best - worst)
  const mean = weight * lower + (1 - weight) * upper
  return { mean, variance: weight * (lower - mean) ** 2 + (1 - weight) * (upper - mean) ** 2 }
}
