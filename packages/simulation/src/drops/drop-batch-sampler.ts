import { assumptionNames } from '@isacnet/model'
import { type RandomStream, randomStream } from '@isacnet/stochastic-geometry'
import type { Sampling } from '../definition/sampling.js'
import type { SimulationDefinition } from '../definition/simulation-definition.js'
import type { Batch, BatchSampler } from '../estimate/batch-sampler.js'
import { type ReceiverTrials, receiverTrials } from '../trials/receiver-trials.js'
import { dropRequests } from './drop-requests.js'
import { dropTrials } from './drop-trials.js'
import { gammaGains } from './gains/gamma-gains.js'
import { literalGains } from './gains/literal-gains.js'
import { sampledGains } from './gains/sampled-gains.js'
import type { StationGains } from './gains/station-gains.js'
import { type DropStreams, dropSampler } from './geometry/drop-sampler.js'
import type { NetworkDrop } from './geometry/network-drop.js'

/** Trials in a drop; they are not independent, so a drop is a batch. */
export const trialsPerDrop = 128

/** Drops of the pilot. */
export const pilotDrops = 4

/** More are not sampled one by one, whatever the bound. */
export const mostNearInterferers = 400

/**
 * Drops of the whole network: a batch is a drop, whose requests are counted.
 *
 * How many interferers are sampled one by one follows from the bound of the bias, by a pilot on streams of its own: it depends on the
 * parameters only. The torus has so many BSs that those, and the clusters, lie nearer than half its side.
 *
 * The pilot comes in steps of one drop.
 */
export function* dropBatchSampler(asked: SimulationDefinition, sampling: Sampling): Generator<undefined, BatchSampler> {
  // The gain laws are what is left of `channel` under all assumptions.
  const definition: SimulationDefinition =
    asked.fidelity === 'gain-law' ? { ...asked, fidelity: 'channel', assumptions: assumptionNames } : asked
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
        return counted ? dropRequests(drop, served, definition.network) : undefined
      }
    },
  }
}

const gainsFor = (definition: SimulationDefinition): ((drop: NetworkDrop) => StationGains) => {
  if (definition.assumptions.includes('gamma-gains')) return gammaGains(definition)
  return definition.precoders === 'literal' ? literalGains(definition) : sampledGains(definition)
}

export const dropStreams = (stream: (purpose: string) => RandomStream): DropStreams => ({
  stations: stream('stations'),
  users: stream('users'),
  targets: stream('targets'),
  abandonment: stream('abandonment'),
})

/** The mean number of BSs on the torus: those that must be seen are six standard deviations fewer than the disc in it has. */
export const stationsFor = ({ network }: SimulationDefinition, near: number): number => {
  const seen = near + Math.max(network.communicationClusterSize, network.sensingClusterSize) + 1
  const inDisc = (3 + Math.sqrt(9 + seen)) ** 2
  return Math.max(128, Math.ceil((4 / Math.PI) * inDisc))
}

/**
 * The least of some numbers for which a pilot finds the bound of the bias at most half of what it may be: the pilot has an error.
 * Gains are gamma variates in it, which are cheap, with the variance of the actual ones.
 */
function* nearInterferers({ control: _, ...definition }: SimulationDefinition): Generator<undefined, number> {
  const [cheap, actual] = [gammaGains(definition), gainsFor(definition)]
  const batch: Batch = { communication: receiverTrials(trialsPerDrop), sensing: receiverTrials(trialsPerDrop) }
  for (let near = 4; near < mostNearInterferers; near += Math.ceil(near / 3)) {
    const sampleDrop = dropSampler(definition, stationsFor(definition, near))
    const trials = dropTrials(definition, near)
    const relative = { communication: new Ratio(), sensing: new Ratio() }
    for (let number = 0; number < pilotDrops; number++) {
      const stream = (purpose: string): RandomStream => randomStream('pilot', number, purpose)
      const drop = sampleDrop(dropStreams(stream))
      trials(drop, { ...cheap(drop), variance: actual(drop).variance }, stream('fading'), batch)
      relative.communication.add(batch.communication)
      relative.sensing.add(batch.sensing)
      yield
    }
    if (Math.max(relative.communication.value, relative.sensing.value) <= definition.relativeBias / 2) return near
  }
  return mostNearInterferers
}

/** The bound of the bias relative to the rate. */
class Ratio {
  private bias = 0
  private rate = 0

  add({ rates, biases }: ReceiverTrials): void {
    for (let i = 0; i < rates.length; i++) {
      this.bias += biases[i]!
      this.rate += rates[i]!
    }
  }

  get value(): number {
    return this.bias / this.rate
  }
}
