import type { NetworkParameters } from '@isacnet/model'
import { randomStream } from '@isacnet/stochastic-geometry'
import { gainLawCommunicationTrial } from './gain-law-communication.js'
import { gainLawSensingTrial, type SensingClusters } from './gain-law-sensing.js'
import { type Moments, momentsOf } from './moments.js'
import type { Trial } from './trial.js'

/** Trials in a block. */
export const trialsPerBlock = 4096

/** Moments of the rates of one block of trials, and the mean bias of each trial's far field. */
export interface BlockResult {
  readonly communication: BlockRate
  readonly sensing: BlockRate
}

export interface BlockRate {
  readonly rate: Moments
  readonly bias: Moments
}

/**
 * Block number `block` of a simulation: it depends on the parameters, the seed and the number only, so that it has the same bits on
 * any machine, in any order.
 *
 * @param network - as `defineNetwork` gives it.
 */
export const simulateBlock = (
  network: NetworkParameters,
  clusters: SensingClusters,
  seed: number | string,
  block: number,
): BlockResult => ({
  communication: repeat(gainLawCommunicationTrial(network, randomStream(seed, block, 'communication'))),
  sensing: repeat(gainLawSensingTrial(network, clusters, randomStream(seed, block, 'sensing'))),
})

const repeat = (trial: () => Trial): BlockRate => {
  const rates = new Float64Array(trialsPerBlock)
  const biases = new Float64Array(trialsPerBlock)
  for (let i = 0; i < trialsPerBlock; i++) {
    const { rate, bias } = trial()
    rates[i] = rate
    biases[i] = bias
  }
  return { rate: momentsOf(rates), bias: momentsOf(biases) }
}
