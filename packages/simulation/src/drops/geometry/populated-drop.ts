import { communicationCluster, type PointPattern, type RandomStream } from '@isacnet/stochastic-geometry'
import type { SimulationDefinition } from '../../definition/simulation-definition.js'
import type { NetworkDrop } from './network-drop.js'

/** Where BSs stand, and how places in their cells are drawn. */
export interface Ground extends Pick<NetworkDrop, 'window' | 'stations' | 'index' | 'cellAreas'> {
  /** K places, independent and uniform in the cell of BS b, whose area isn't 0. */
  users(b: number): PointPattern
  /** Likewise J places. */
  targets(b: number): PointPattern
}

/**
 * Draws K users and J targets uniform in each cell, their requests, and which of them each BS abandons: a BS that gets more than M_t − K requests accepts a
 * uniformly random subset of that size.
 */
export const populatedDrop = ({
  network,
  sensingClusters,
  assumptions,
}: Pick<SimulationDefinition, 'network' | 'sensingClusters' | 'assumptions'>): ((
  ground: Ground,
  abandonment: RandomStream,
) => NetworkDrop) => {
  const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = network
  const capacity = network.transmitAntennas - K
  const meanRequests = K * (L - 1) + J * (Q - 1)
  const nearest = new Int32Array(Math.max(L, Q))
  return (ground, abandonment) => {
    const { window, stations, index, cellAreas } = ground
    const count = stations.x.length
    const users = nowhere(count * K)
    const targets = nowhere(count * J)
    const communicationRequests = new Int32Array(count * K * (L - 1)).fill(-1)
    const sensingRequests = new Int32Array(count * J * (Q - 1)).fill(-1)
    for (let b = 0; b < count; b++) {
      if (cellAreas[b] === 0) continue
      const own = ground.users(b)
      users.x.set(own.x, K * b)
      users.y.set(own.y, K * b)
      const ownTargets = ground.targets(b)
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
        abandonExcess(communicationRequests, communicationAccepted, places, toCome, abandonment)
        abandonExcess(sensingRequests, sensingAccepted, places, toCome, abandonment)
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

const nowhere = (count: number): PointPattern => ({
  x: new Float64Array(count).fill(Number.NaN),
  y: new Float64Array(count).fill(Number.NaN),
})

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
