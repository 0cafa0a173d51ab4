import { type RandomStream, randomStream } from '@isacnet/stochastic-geometry'
import type { SimulationDefinition } from '../definition/simulation-definition.js'
import type { Batch } from '../estimate/batch-sampler.js'
import { type ReceiverTrials, receiverTrials } from '../trials/receiver-trials.js'
import { dropTrials } from './drop-trials.js'
import { gainsFor } from './gains/gains-for.js'
import { gammaGains } from './gains/gamma-gains.js'
import { dropSampler } from './geometry/drop-sampler.js'
import { dropStreams } from './geometry/drop-streams.js'

/** Trials of a drop of the pilot. */
const pilotTrials = 128

/** Drops of the pilot. */
export const pilotDrops = 4

/** More are not sampled one by one, whatever the bound. */
export const mostNearInterferers = 400

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
export function* nearInterferers({ control: _, ...definition }: SimulationDefinition): Generator<undefined, number> {
  const [cheap, actual] = [gammaGains(definition), gainsFor(definition)]
  const batch: Batch = { communication: receiverTrials(pilotTrials), sensing: receiverTrials(pilotTrials) }
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
