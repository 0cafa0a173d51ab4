import { byService } from '@isacnet/model'
import { siteCells } from '@isacnet/stochastic-geometry'
import type { Sampling } from '../../definition/sampling.js'
import type { SimulationDefinition } from '../../definition/simulation-definition.js'
import type { BatchSampler } from '../../estimate/batch-sampler.js'
import { quantityMeans } from '../../quantities/quantity-trials.js'
import { receiverTrials } from '../../trials/receiver-trials.js'
import { cellWeights } from '../cell-weights.js'
import { chosenCells } from '../chosen-cells.js'
import { addCountedRequests, type CountedRequests, countedRequests, requestSums } from '../drop-requests.js'
import { dropTrials } from '../drop-trials.js'
import { gainsFor } from '../gains/gains-for.js'
import { dropStreams } from '../geometry/drop-streams.js'
import { populatedDrop } from '../geometry/populated-drop.js'
import { siteGround } from '../geometry/site-ground.js'
import { nearInterferers } from '../near-interferers.js'
import { wholeNetworkDefinition } from '../whole-network-definition.js'
import { cellChart } from './cell-chart.js'
import { siteRequests } from './site-requests.js'
import { copyTrial, siteTrials } from './site-trials.js'
import { spreadPlaces } from './spread-places.js'

/** Trials in a batch, about: more for many sites, fewer for few. */
const batchTrials = 2048

/** Drops in a batch: fewer spread little, more make long batches. */
const fewestDrops = 4
const mostDrops = 64

/** Places over which the rate of a target is averaged in each trial. */
const placesPerTarget = 16

/** So many trials there are in a drop even of few sites, if their cells have enough receivers. */
const dropTrialsOfFew = 64

/**
 * Drops of a network whose sites are given. Each serving site has the same number of trials in a drop. A batch is some drops, in which the places of receivers are
 * {@link spreadPlaces}. The trials of the typical user or cell are chosen among those of all sites, each cell as often as its weight says; what is kept of each
 * site is about its own trials.
 */
export function* siteBatchSampler(asked: SimulationDefinition, sampling: Sampling): Generator<undefined, BatchSampler> {
  const definition = wholeNetworkDefinition(asked)
  const near = yield* nearInterferers(definition)
  const { network, typical, sensingClusters, assumptions, quantities = [] } = definition
  const { usersPerCell: K, targetsPerCell: J } = network
  const ground = siteGround(definition.sites!)
  const { cellAreas, stations } = ground
  const weights = cellWeights(typical, cellAreas)
  const serving = Int32Array.from(cellAreas.keys()).filter((b) => cellAreas[b]! > 0)
  // More trials in a cell than it has users or targets would meet the same places again.
  const each = Math.min(Math.max(K, J), Math.ceil(dropTrialsOfFew / serving.length))
  const tried = serving.length * each
  const drops = Math.max(fewestDrops, Math.min(mostDrops, Math.round(batchTrials / tried)))
  const cells = Int32Array.from({ length: tried }, (_, i) => serving[Math.floor(i / each)]!)
  const first = new Int32Array(cellAreas.length)
  for (const [i, b] of serving.entries()) first[b] = i * each

  const { cells: regionCells } = siteCells(definition.sites!)
  const charts = regionCells.map((cell, b) =>
    cell.area > 0 ? cellChart(cell, { x: stations.x[b]!, y: stations.y[b]! }) : undefined,
  )
  const users = spreadPlaces(charts, K, drops)
  const targets = spreadPlaces(charts, J, drops, sensingClusters === 'bs-centric' ? placesPerTarget : 1)
  const populate = populatedDrop(definition)
  let current = 0
  // Who is nulled doesn't depend on where in its cell a target stands.
  const places = (b: number, target: number) => targets.several(current, b, target)
  const trials = dropTrials(definition, near, sampling, sensingClusters === 'bs-centric' ? places : undefined)
  const gainsOf = gainsFor(definition)
  const counted = !assumptions.includes('mean-requests')
  const ofDrop = byService(() => receiverTrials(tried))
  const ofSites = byService(({ service }) =>
    siteTrials(serving.length, each * drops, drops, quantityMeans(quantities, service, network)),
  )
  const chosenPerDrop = Math.max(tried, Math.ceil(dropTrialsOfFew / drops))
  return {
    batchesPerBlock: 2,
    trialsPerBatch: drops * chosenPerDrop,
    startBlock: (stream) => {
      const streams = dropStreams(stream)
      const random = stream('fading')
      const chance = stream('cells')
      const draws = byService(({ service }) => stream(`${service} quantities of sites`))
      return (batch) => {
        users.begin(streams.users)
        targets.begin(streams.targets)
        const requests = siteRequests(cellAreas.length)
        let counts: CountedRequests | undefined
        for (let d = 0; d < drops; d++) {
          current = d
          const drop = populate(
            { ...ground, users: (b) => users.at(d, b), targets: (b) => targets.at(d, b) },
            streams.abandonment,
          )
          trials(drop, gainsOf(drop), random, ofDrop, cells)
          const chosen = chosenCells(weights, chosenPerDrop, chance)
          const served = new Int32Array(cellAreas.length)
          for (let i = 0; i < chosen.length; i++) {
            const b = chosen[i]!
            const from = first[b]! + (served[b]!++ % each)
            copyTrial(ofDrop.communication, from, batch.communication, d * chosenPerDrop + i)
            copyTrial(ofDrop.sensing, from, batch.sensing, d * chosenPerDrop + i)
          }
          ofSites.communication.add(ofDrop.communication, d)
          ofSites.sensing.add(ofDrop.sensing, d)
          requests.add(drop)
          if (counted) {
            const own = countedRequests(drop, served, network)
            counts = counts === undefined ? own : addCountedRequests(counts, own)
          }
        }
        batch.sites = {
          batches: 1,
          requests: requests.sums(),
          ...byService(({ service }) => ofSites[service].sums(draws[service])),
        }
        return counts === undefined ? undefined : requestSums(counts)
      }
    },
  }
}
