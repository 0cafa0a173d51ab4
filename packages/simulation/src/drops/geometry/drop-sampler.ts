import { assertSaturated, numberThat, required } from '@isacnet/model'
import {
  communicationCluster,
  nearestIndex,
  type PointPattern,
  type RandomStream,
  uniformInVoronoiCell,
  voronoiCell,
} from '@isacnet/stochastic-geometry'
import {
  assertSimulationDefinition,
  type SimulationDefinition,
  stationProcess,
} from '../../definition/simulation-definition.js'
import type { NetworkDrop } from './network-drop.js'

/** The streams of a drop: what one draws doesn't shift the others. */
export interface DropStreams {
  readonly stations: RandomStream
  readonly users: RandomStream
  readonly targets: RandomStream
  readonly abandonment: RandomStream
}

/**
 * Draws networks: BSs on a torus, K users and J targets uniform in each cell, their requests, and which of them each BS abandons.
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
 * @param meanStations - mean number of BSs on the torus, finite, > 0; more where the deployment suits a larger torus only.
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
  const { network, typical, sensingClusters, assumptions } = definition
  const { baseStationDensity: density, usersPerCell: K, communicationClusterSize: L } = network
  const { targetsPerCell: J, sensingClusterSize: Q } = network
  const process = stationProcess(definition)
  const window = process.torus(Math.sqrt(meanStations / density))
  const capacity = network.transmitAntennas - K
  const meanRequests = K * (L - 1) + J * (Q - 1)
  const nearest = new Int32Array(Math.max(L, Q))

  const drawStations = (stream: RandomStream): PointPattern => {
    for (;;) {
      const sample = typical === 'cell' ? process.sampleTypical! : process.sample
      const stations = sample(window, stream)
      if (stations.x.length > 0) return stations
    }
  }

  return (streams) => {
    const stations = drawStations(streams.stations)
    const count = stations.x.length
    const index = nearestIndex(stations, window)
    const cellAreas = new Float64Array(count)
    const users = { x: new Float64Array(count * K), y: new Float64Array(count * K) }
    const targets = { x: new Float64Array(count * J), y: new Float64Array(count * J) }
    const communicationRequests = new Int32Array(count * K * (L - 1)).fill(-1)
    const sensingRequests = new Int32Array(count * J * (Q - 1)).fill(-1)
    for (let b = 0; b < count; b++) {
      const cell = voronoiCell(index, b)
      cellAreas[b] = polygonArea(cell.corners)
      const own = uniformInVoronoiCell(cell, K, streams.users)
      users.x.set(own.x, K * b)
      users.y.set(own.y, K * b)
      const ownTargets = uniformInVoronoiCell(cell, J, streams.targets)
      targets.x.set(ownTargets.x, J * b)
      targets.y.set(ownTargets.y, J * b)
      if (L > 1)
        for (let user = K * b; user < K * (b + 1); user++) {
          const cluster = communicationCluster(index, { x: users.x[user]!, y: users.y[user]! }, L, nearest)
          writeOthers(communicationRequests, user * (L - 1), cluster, b)
        }
      if (Q > 1)
        for (let target = J * b; target < J * (b + 1); target++) {
          const [x, y] =
            sensingClusters === 'bs-centric'
              ? [stations.x[b]!, stations.y[b]!]
              : [targets.x[target]!, targets.y[target]!]
          writeOthers(sensingRequests, target * (Q - 1), index.nearestSeveral(x, y, Q, nearest), b)
        }
    }

    const requests = new Int32Array(count)
    for (const asked of [communicationRequests, sensingRequests])
      for (let i = 0; i < asked.length; i++) if (asked[i]! >= 0) requests[asked[i]!]! += 1
    const communicationAccepted = new Uint8Array(communicationRequests.length).fill(1)
    const sensingAccepted = new Uint8Array(sensingRequests.length).fill(1)
    const accepted = new Int32Array(count)
    if (assumptions.includes('mean-requests')) accepted.fill(meanRequests)
    else {
      for (let b = 0; b < count; b++) accepted[b] = Math.min(requests[b]!, capacity)
      if (!assumptions.includes('no-abandonment')) {
        const places = accepted.slice()
        const toCome = requests.slice()
        abandonExcess(communicationRequests, communicationAccepted, places, toCome, streams.abandonment)
        abandonExcess(sensingRequests, sensingAccepted, places, toCome, streams.abandonment)
      }
    }
    return {
      window,
      stations,
      index,
      cellAreas,
      users,
      targets,
      communicationRequests,
      communicationAccepted,
      sensingRequests,
      sensingAccepted,
      requests,
      accepted,
    }
  }
}

const aMeanNumber = required(numberThat('a finite number > 0', (mean) => mean > 0 && mean < Number.POSITIVE_INFINITY))

/** The cluster without the serving BS, in its order. On the edge of a cell rounding may have left that out: then without the last. */
export const writeOthers = (into: Int32Array, at: number, cluster: Int32Array, serving: number): void => {
  const end = at + cluster.length - 1
  let place = at
  for (let i = 0; place < end; i++) if (cluster[i] !== serving) into[place++] = cluster[i]!
}

/** Each BS goes through its requests and takes one with probability (places left)/(requests to come): all subsets are as likely. */
export const abandonExcess = (
  asked: Int32Array,
  acceptedFlags: Uint8Array,
  places: Int32Array,
  toCome: Int32Array,
  stream: RandomStream,
): void => {
  for (let i = 0; i < asked.length; i++) {
    const b = asked[i]!
    if (b < 0) continue
    const left = toCome[b]!
    toCome[b] = left - 1
    if (places[b]! >= left) continue
    if (stream.uniform() * left < places[b]!) places[b]! -= 1
    else acceptedFlags[i] = 0
  }
}

export const polygonArea = ({ x, y }: PointPattern): number => {
  let twice = 0
  for (let k = 2; k < x.length; k++)
    twice += (x[k - 1]! - x[0]!) * (y[k]! - y[0]!) - (x[k]! - x[0]!) * (y[k - 1]! - y[0]!)
  return twice / 2
}
