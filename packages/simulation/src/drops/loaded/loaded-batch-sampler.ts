import { densityOf, InvalidParameterError } from '@isacnet/model'
import { type RandomStream, randomStream } from '@isacnet/stochastic-geometry'
import type { Sampling } from '../../definition/sampling.js'
import type { SimulationDefinition } from '../../definition/simulation-definition.js'
import type { BatchSampler } from '../../estimate/batch-sampler.js'
import { receiverTrials } from '../../trials/receiver-trials.js'
import { trialsPerDrop } from '../drop-batch-sampler.js'
import type { StationGains } from '../gains/station-gains.js'
import { dropStreams } from '../geometry/drop-streams.js'
import { mostNearInterferers, pilotDrops, stationsFor } from '../near-interferers.js'
import type { LoadedDrop } from './loaded-drop.js'
import { loadedDropSampler } from './loaded-drop-sampler.js'
import { loadedGains } from './loaded-gains.js'
import { loadedTrials } from './loaded-trials.js'

/** More stations are not drawn to have enough of them that transmit. */
const mostStations = 100_000

/**
 * Drops of a network where users or targets are a Poisson process: a batch is a drop, with one more user for the trials of communication, and
 * one more target for those of sensing. How many interferers are sampled one by one follows from the bound of the bias by a pilot, as for
 * saturated cells; the torus has as many stations that transmit.
 *
 * @throws {InvalidParameterError} for so few users and targets that the torus would have more than 100 000 stations.
 */
export function* loadedBatchSampler(
  definition: SimulationDefinition,
  sampling: Sampling,
): Generator<undefined, BatchSampler> {
  const near = yield* nearInterferers(definition)
  const sampleDrops = loadedDropSampler(definition, loadedStationsFor(definition, near))
  const gainsOf = loadedGains(definition)
  const users = loadedTrials('communication', definition, near, sampling)
  const targets = loadedTrials('sensing', definition, near, sampling)
  return {
    batchesPerBlock: 8,
    trialsPerBatch: trialsPerDrop,
    startBlock: (stream) => {
      const streams = dropStreams(stream)
      const random = stream('fading')
      return (batch) => {
        const { forUsers, forTargets, activeShare } = sampleDrops(streams)
        batch.load = {
          communication: users(forUsers, gainsOf(forUsers), random, batch.communication),
          sensing: targets(forTargets, gainsOf(forTargets), random, batch.sensing),
          activeShare,
        }
        return undefined
      }
    },
  }
}

/** Stations, so many of which transmit as {@link stationsFor} wants. */
const loadedStationsFor = (definition: SimulationDefinition, near: number): number => {
  const { network } = definition
  const load = (densityOf(network, 'userDensity') + densityOf(network, 'targetDensity')) / network.baseStationDensity
  const active = load === Number.POSITIVE_INFINITY ? 1 : 1 - (1 + load / 3.5) ** -3.5
  const stations = Math.ceil(stationsFor(definition, near) / active)
  if (stations > mostStations)
    throw new InvalidParameterError(
      'userDensity',
      densityOf(network, 'userDensity'),
      `so large that with targetDensity (λ_t) at least 0.2 % of the stations transmit`,
      'λ_u',
    )
  return stations
}

function* nearInterferers(definition: SimulationDefinition): Generator<undefined, number> {
  // Gamma variates are cheap; the variance is that of the actual gains.
  const [cheap, actual] = [loadedGains({ ...definition, assumptions: ['gamma-gains'] }), loadedGains(definition)]
  const gainsOf = (drop: LoadedDrop): StationGains => ({ ...cheap(drop), variance: actual(drop).variance })
  const [users, targets] = [receiverTrials(trialsPerDrop), receiverTrials(trialsPerDrop)]
  for (let near = 4; near < mostNearInterferers; near += Math.ceil(near / 3)) {
    const sampleDrops = loadedDropSampler(definition, loadedStationsFor(definition, near))
    const communication = loadedTrials('communication', definition, near)
    const sensing = loadedTrials('sensing', definition, near)
    const sums = { users: 0, usersBias: 0, targets: 0, targetsBias: 0 }
    for (let number = 0; number < pilotDrops; number++) {
      const stream = (purpose: string): RandomStream => randomStream('pilot', number, purpose)
      const random = stream('fading')
      const { forUsers, forTargets } = sampleDrops(dropStreams(stream))
      communication(forUsers, gainsOf(forUsers), random, users)
      sensing(forTargets, gainsOf(forTargets), random, targets)
      for (let i = 0; i < trialsPerDrop; i++) {
        sums.users += users.rates[i]!
        sums.usersBias += users.biases[i]!
        sums.targets += targets.rates[i]!
        sums.targetsBias += targets.biases[i]!
      }
      yield
    }
    const relative = Math.max(sums.usersBias / sums.users, sums.targetsBias / sums.targets)
    if (relative <= definition.relativeBias / 2) return near
  }
  return mostNearInterferers
}
