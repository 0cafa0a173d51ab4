import { byService, densityOf, type Service, services } from '@isacnet/model'
import {
  nearestIndex,
  type PointPattern,
  type RandomStream,
  type Torus,
  uniformInVoronoiCell,
  type VoronoiCell,
  voronoiCell,
} from '@isacnet/stochastic-geometry'
import { type SimulationDefinition, stationProcess } from '../../definition/simulation-definition.js'
import { polygonArea } from '../geometry/drop-sampler.js'
import type { DropStreams } from '../geometry/drop-streams.js'
import { abandonExcess, writeOthers } from '../geometry/populated-drop.js'
import type { LoadedDrop, LoadedDrops, LoadedReceivers } from './loaded-drop.js'

/** Users, or targets, in each cell. */
type Counts = Readonly<Record<Service, Float64Array>>

/** All stations of a drop, active or not. */
interface Cells {
  readonly window: Torus
  readonly stations: PointPattern
  readonly cells: readonly VoronoiCell[]
  readonly areas: Float64Array
}

/**
 * Draws networks where users or targets, or both, are a Poisson process: a station serves min(N, K) users and min(N, J) targets of those in
 * its cell, chosen at random, and is silent where it has neither. Clusters are formed among the stations that transmit.
 *
 * Seen from a typical user, the others are the same Poisson process (Slivnyak). So each user of a network with one more, at a place chosen at
 * random, is a typical one, whatever their number; likewise for targets.
 *
 * @param meanStations - mean number of stations on the torus, those that are silent included.
 */
export const loadedDropSampler = (
  definition: SimulationDefinition,
  meanStations: number,
): ((streams: DropStreams) => LoadedDrops) => {
  const { network } = definition
  const process = stationProcess(definition)
  const window = process.torus(Math.sqrt(meanStations / network.baseStationDensity))
  const densities = byService(({ receiverDensity }) => densityOf(network, receiverDensity))

  const everywhere = !(densities.communication + densities.sensing < Number.POSITIVE_INFINITY)

  const drawCells = (stream: RandomStream): Cells => {
    let stations = process.sample(window, stream)
    while (stations.x.length === 0) stations = process.sample(window, stream)
    const index = nearestIndex(stations, window)
    const cells = Array.from(stations.x, (_, b) => voronoiCell(index, b))
    return { window, stations, cells, areas: Float64Array.from(cells, ({ corners }) => polygonArea(corners)) }
  }

  return (streams) => {
    const drawn = drawCells(streams.stations)
    const of: Readonly<Record<Service, RandomStream>> = { communication: streams.users, sensing: streams.targets }
    const counts = byService(({ service }) =>
      drawn.areas.map((area) =>
        densities[service] === Number.POSITIVE_INFINITY
          ? Number.POSITIVE_INFINITY
          : of[service].poisson(densities[service] * area),
      ),
    )
    const withOneMore = (service: Service): Counts => {
      const more = counts[service].slice()
      more[cellByArea(drawn.areas, of[service])]! += 1
      return { ...counts, [service]: more }
    }
    const drop = (service: Service): LoadedDrop => populate(definition, drawn, withOneMore(service), streams)
    const active = drawn.areas.reduce((sum, _, b) => sum + (isActive(counts, b) ? 1 : 0), 0)
    return {
      forUsers: drop('communication'),
      forTargets: drop('sensing'),
      // Of their mean number, not of the drop's, whose fluctuations would bias the mean.
      activeShare: everywhere ? 1 : active / (network.baseStationDensity * window.width * window.height),
    }
  }
}

const isActive = (counts: Counts, b: number): boolean => counts.communication[b]! > 0 || counts.sensing[b]! > 0

/** The cell of a place chosen at random. */
const cellByArea = (areas: Float64Array, stream: RandomStream): number => {
  let rest = stream.uniform() * areas.reduce((sum, area) => sum + area, 0)
  for (let b = 0; b < areas.length - 1; b++) {
    rest -= areas[b]!
    if (rest < 0) return b
  }
  return areas.length - 1
}

/** The network of the stations that transmit, with those that they serve. */
const populate = (
  { network, sensingClusters }: SimulationDefinition,
  { window, stations, cells, areas }: Cells,
  counts: Counts,
  streams: DropStreams,
): LoadedDrop => {
  const active = Array.from(stations.x, (_, b) => b).filter((b) => isActive(counts, b))
  const transmitting = {
    x: Float64Array.from(active, (b) => stations.x[b]!),
    y: Float64Array.from(active, (b) => stations.y[b]!),
  }
  const index = nearestIndex(transmitting, window)
  const nearest = new Int32Array(Math.max(network.communicationClusterSize, network.sensingClusterSize))

  const receivers = (service: Service, stream: RandomStream): LoadedReceivers => {
    const { receiversPerCell, clusterSize } = services.find((row) => row.service === service)!
    const size = network[clusterSize]
    const first = new Int32Array(active.length + 1)
    const x: number[] = []
    const y: number[] = []
    for (const [i, b] of active.entries()) {
      const own = uniformInVoronoiCell(cells[b]!, Math.min(counts[service][b]!, network[receiversPerCell]), stream)
      x.push(...own.x)
      y.push(...own.y)
      first[i + 1] = x.length
    }
    const requests = new Int32Array(x.length * (size - 1)).fill(-1)
    if (size > 1)
      for (let i = 0; i < active.length; i++)
        for (let r = first[i]!; r < first[i + 1]!; r++) {
          const aroundStation = service === 'sensing' && sensingClusters === 'bs-centric'
          const [atX, atY] = aroundStation ? [transmitting.x[i]!, transmitting.y[i]!] : [x[r]!, y[r]!]
          writeOthers(requests, r * (size - 1), index.nearestSeveral(atX, atY, size, nearest.subarray(0, size)), i)
        }
    return {
      x: Float64Array.from(x),
      y: Float64Array.from(y),
      first,
      present: Float64Array.from(active, (b) =>
        counts[service][b] === Number.POSITIVE_INFINITY ? areas[b]! : counts[service][b]!,
      ),
      requests,
      accepted: new Uint8Array(requests.length).fill(1),
    }
  }

  const users = receivers('communication', streams.users)
  const targets = receivers('sensing', streams.targets)
  const sent = Int32Array.from(active, (_, i) => Math.max(1, users.first[i + 1]! - users.first[i]!))
  const asked = new Int32Array(active.length)
  for (const { requests } of [users, targets])
    for (let i = 0; i < requests.length; i++) if (requests[i]! >= 0) asked[requests[i]!]! += 1
  const acceptedRequests = asked.map((requests, i) => Math.min(requests, network.transmitAntennas - sent[i]!))
  const places = acceptedRequests.slice()
  for (const { requests, accepted } of [users, targets])
    abandonExcess(requests, accepted, places, asked, streams.abandonment)
  return { window, stations: transmitting, index, streams: sent, acceptedRequests, users, targets }
}
