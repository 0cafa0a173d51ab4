import type { Sampling } from '../definition/sampling.js'
import type { SimulationDefinition } from '../definition/simulation-definition.js'
import type { BatchSampler } from '../estimate/batch-sampler.js'
import { countedRequests, requestSums } from './drop-requests.js'
import { dropTrials } from './drop-trials.js'
import { gainsFor } from './gains/gains-for.js'
import { dropSampler } from './geometry/drop-sampler.js'
import { dropStreams } from './geometry/drop-streams.js'
import { nearInterferers, stationsFor } from './near-interferers.js'
import { wholeNetworkDefinition } from './whole-network-definition.js'

/** Trials in a drop; they are not independent, so a drop is a batch. */
export const trialsPerDrop = 128

/**
 * Drops of the whole network: a batch is a drop, whose requests are counted.
 *
 * How many interferers are sampled one by one follows from the bound of the bias, by a pilot on streams of its own: it depends on the
 * parameters only. The torus has so many BSs that those, and the clusters, lie nearer than half its side.
 *
 * The pilot comes in steps of one drop.
 */
export function* dropBatchSampler(asked: SimulationDefinition, sampling: Sampling): Generator<undefined, BatchSampler> {
  const definition = wholeNetworkDefinition(asked)
  const near = yield* nearInterferers(definition)
  const sampleDrop = dropSampler(definition, stationsFor(definition, near))
  const trials = dropTrials(definition, near, sampling)
  const gainsOf = gainsFor(definition)
  const counted = !definition.assumptions.includes('mean-requests')
  return {
    batchesPerBlock: 8,
    trialsPerBatch: trialsPerDrop,
    startBlock: (stream) => {
      const streams = dropStreams(stream)
      const random = stream('fading')
      return (batch) => {
        const drop = sampleDrop(streams)
        const served = trials(drop, gainsOf(drop), random, batch)
        return counted ? requestSums(countedRequests(drop, served, definition.network)) : undefined
      }
    },
  }
}
