import type { Network } from '@isacnet/model'
import { exactSum } from '@isacnet/special-functions'
import { addCounts } from '../estimate/add-counts.js'
import type { NullingSums } from '../estimate/nulling-sums.js'
import { ratioSums } from '../estimate/ratio-sums.js'
import type { NetworkDrop } from './geometry/network-drop.js'

/** Counts of the requests in one drop, or in several. */
export interface CountedRequests {
  readonly stations: number
  readonly requests: number
  readonly abandoned: number
  /** How many BSs got 0, 1, 2, … requests. */
  readonly histogram: readonly number[]
  /** Trials, the requests at their serving BSs, and in how many of them those got 0, 1, 2, … requests. */
  readonly served: number
  readonly servingRequests: number
  readonly serving: readonly number[]
  /** Abandoned requests by rank, and how many receivers asked. */
  readonly communication: readonly number[]
  readonly users: number
  readonly sensing: readonly number[]
  readonly targets: number
}

/**
 * Counts the requests of a drop. Each BS counts once as a typical one, and once for each trial in its cell as a serving one; so do, with their
 * requests by rank, the users and targets of the trials' cells, of which all count, whichever the trial is about.
 *
 * @param trials - how many trials each BS serves.
 */
export const countedRequests = (drop: NetworkDrop, trials: Int32Array, network: Network): CountedRequests => {
  const { requests } = drop
  const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = network
  const most = requests.reduce((greatest, n) => Math.max(greatest, n), 0)
  const histogram = new Array<number>(most + 1).fill(0)
  const serving = new Array<number>(most + 1).fill(0)
  let asked = 0
  let servingRequests = 0
  let served = 0
  for (let b = 0; b < requests.length; b++) {
    const n = requests[b]!
    const times = trials[b]!
    asked += n
    servingRequests += times * n
    served += times
    histogram[n]! += 1
    serving[n]! += times
  }
  return {
    stations: requests.length,
    requests: asked,
    abandoned: abandonedIn(drop.communicationAccepted) + abandonedIn(drop.sensingAccepted),
    histogram,
    served,
    servingRequests,
    serving,
    communication: abandonedByRank(drop.communicationAccepted, trials, K, L - 1),
    users: K * served,
    sensing: abandonedByRank(drop.sensingAccepted, trials, J, Q - 1),
    targets: J * served,
  }
}

/** The counts of two drops together. */
export const addCountedRequests = (a: CountedRequests, b: CountedRequests): CountedRequests => ({
  stations: a.stations + b.stations,
  requests: a.requests + b.requests,
  abandoned: a.abandoned + b.abandoned,
  histogram: addCounts(a.histogram, b.histogram),
  served: a.served + b.served,
  servingRequests: a.servingRequests + b.servingRequests,
  serving: addCounts(a.serving, b.serving),
  communication: addCounts(a.communication, b.communication),
  users: a.users + b.users,
  sensing: addCounts(a.sensing, b.sensing),
  targets: a.targets + b.targets,
})

/** The sums that are kept of the counts of a batch, which is a drop or several. */
export const requestSums = (counts: CountedRequests): NullingSums => {
  const { stations, requests, abandoned, histogram, served, servingRequests } = counts
  const servingMean = servingRequests / served
  return {
    stations,
    requests,
    abandoned,
    histogram,
    byDrop: {
      drops: 1,
      typical: ratioSums(stations, histogram),
      serving: ratioSums(served, counts.serving),
      servingMean: { mean: exactSum([servingMean]), squared: exactSum([servingMean * servingMean]) },
      communication: ratioSums(counts.users, counts.communication),
      sensing: ratioSums(counts.targets, counts.sensing),
    },
  }
}

const abandonedIn = (accepted: Uint8Array): number => {
  let granted = 0
  for (let i = 0; i < accepted.length; i++) granted += accepted[i]!
  return accepted.length - granted
}

/** Requests of the receivers of each BS, `perCell` with as many requests as there are ranks. */
const abandonedByRank = (accepted: Uint8Array, trials: Int32Array, perCell: number, ranks: number): number[] => {
  const abandoned = new Array<number>(ranks).fill(0)
  for (let b = 0, at = 0; b < trials.length; b++)
    for (let receiver = 0; receiver < perCell; receiver++)
      for (let rank = 0; rank < ranks; rank++, at++) abandoned[rank]! += trials[b]! * (1 - accepted[at]!)
  return abandoned
}
