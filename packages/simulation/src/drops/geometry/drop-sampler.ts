import { assertSaturated, numberThat, required } from '@isacnet/model'
import {
  nearestIndex,
  type PointPattern,
  type RandomStream,
  siteCells,
  uniformInArea,
  uniformInVoronoiCell,
  voronoiCell,
} from '@isacnet/stochastic-geometry'
import {
  assertSimulationDefinition,
  type SimulationDefinition,
  stationProcess,
} from '../../definition/simulation-definition.js'
import type { DropStreams } from './drop-streams.js'
import type { NetworkDrop } from './network-drop.js'
import { populatedDrop } from './populated-drop.js'
import { siteGround } from './site-ground.js'

/**
 * Draws networks: BSs on a torus or at the sites of a layout, K users and J targets uniform in each cell, their requests, and which of them each BS abandons.
 *
 * A BS that gets more than M_t − K requests accepts a uniformly random subset of that size. For typical cells the pattern is one whose
 * points are all typical: a BS is added to the Poisson process. An empty pattern is drawn again.
 *
 * @example
 * const sample = dropSampler(defineSimulation(defineNetwork({ K: 2 }), { fidelity: 'channel' }), 20)
 * const stream = (purpose) => randomStream(1, 0, purpose)
 * const streams = { stations: stream('stations'), users: stream('users'), targets: stream('targets'), abandonment: stream('abandonment') }
 * sample(streams).stations.x.length // 11
 *
 * @param definition - as `defineSimulation` gives it.
 * @param meanStations - mean number of BSs on the torus, finite, > 0; more where the deployment suits a larger torus only. Of a layout all sites
 * are there, whatever it is.
 * @throws {UnsaturatedNetworkError} for finite densities of users or targets.
 * @throws what `defineSimulation` throws, for a definition that isn't one; {InvalidParameterError} for another mean.
 */
export const dropSampler = (
  definition: SimulationDefinition,
  meanStations: number,
): ((streams: DropStreams) => NetworkDrop) => {
  assertSimulationDefinition(definition)
  assertSaturated('a drop of a network', definition.network)
  aMeanNumber('meanStations', meanStations)
  const { network, typical, sites } = definition
  const populate = populatedDrop(definition)
  if (sites !== undefined) {
    const ground = siteGround(sites)
    const { cells } = siteCells(sites)
    return ({ users, targets, abandonment }) =>
      populate(
        {
          ...ground,
          users: (b) => uniformInArea(cells[b]!, network.usersPerCell, users),
          targets: (b) => uniformInArea(cells[b]!, network.targetsPerCell, targets),
        },
        abandonment,
      )
  }
  const process = stationProcess(definition)
  const window = process.torus(Math.sqrt(meanStations / network.baseStationDensity))

  const drawStations = (stream: RandomStream): PointPattern => {
    for (;;) {
      const sample = typical === 'cell' ? process.sampleTypical! : process.sample
      const stations = sample(window, stream)
      if (stations.x.length > 0) return stations
    }
  }

  return (streams) => {
    const stations = drawStations(streams.stations)
    const index = nearestIndex(stations, window)
    const cells = Array.from(stations.x, (_, b) => voronoiCell(index, b))
    return populate(
      {
        window,
        stations,
        index,
        cellAreas: Float64Array.from(cells, ({ corners }) => polygonArea(corners)),
        users: (b) => uniformInVoronoiCell(cells[b]!, network.usersPerCell, streams.users),
        targets: (b) => uniformInVoronoiCell(cells[b]!, network.targetsPerCell, streams.targets),
      },
      streams.abandonment,
    )
  }
}

const aMeanNumber = required(numberThat('a finite number > 0', (mean) => mean > 0 && mean < Number.POSITIVE_INFINITY))

export const polygonArea = ({ x, y }: PointPattern): number => {
  let twice = 0
  for (let k = 2; k < x.length; k++)
    twice += (x[k - 1]! - x[0]!) * (y[k]! - y[0]!) - (x[k]! - x[0]!) * (y[k - 1]! - y[0]!)
  return twice / 2
}
