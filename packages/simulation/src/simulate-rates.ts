import { InvalidParameterError, type NetworkParameters } from '@isacnet/model'
import type { SensingClusters } from './gain-law-sensing.js'
import { type Moments, mergeMoments, noMoments, standardError } from './moments.js'
import { simulateBlock, trialsPerBlock } from './simulate-block.js'

/** A rate from a simulation. */
export interface SimulatedRate {
  /** In nats. */
  readonly mean: number
  readonly standardError: number
  /** Estimate of how much the mean is too low because the far field is replaced by its mean. */
  readonly bias: number
}

export interface SimulationOptions {
  /** A number or a text. */
  readonly seed: number | string
  /** Rounded up to whole blocks of 4096. */
  readonly trials: number
  /** Default `bs-centric`. */
  readonly clusters?: SensingClusters
}

export interface Simulation {
  /** Trials done. */
  readonly trials: number
  readonly communication: SimulatedRate
  readonly sensing: SimulatedRate
}

/**
 * Average rates of the typical user and the typical target by Monte Carlo, with sampled geometry and the gain laws that the theorems
 * assume. It shares no formula with the theorems beyond the model itself.
 *
 * @param network - as `defineNetwork` gives it.
 * @throws {InvalidParameterError} unless trials is an integer ≥ 1.
 */
export const simulateRates = (network: NetworkParameters, options: SimulationOptions): Simulation => {
  const { seed, trials, clusters = 'bs-centric' } = options
  if (!Number.isSafeInteger(trials) || trials < 1) throw new InvalidParameterError('trials', trials, 'an integer ≥ 1')
  const blocks = Math.ceil(trials / trialsPerBlock)
  let communication = { rate: noMoments, bias: noMoments }
  let sensing = { rate: noMoments, bias: noMoments }
  for (let block = 0; block < blocks; block++) {
    const result = simulateBlock(network, clusters, seed, block)
    communication = merge(communication, result.communication)
    sensing = merge(sensing, result.sensing)
  }
  return { trials: blocks * trialsPerBlock, communication: summary(communication), sensing: summary(sensing) }
}

interface Sums {
  readonly rate: Moments
  readonly bias: Moments
}

const merge = (a: Sums, b: Sums): Sums => ({ rate: mergeMoments(a.rate, b.rate), bias: mergeMoments(a.bias, b.bias) })

const summary = ({ rate, bias }: Sums): SimulatedRate => ({
  mean: rate.mean,
  standardError: standardError(rate),
  bias: bias.mean,
})
