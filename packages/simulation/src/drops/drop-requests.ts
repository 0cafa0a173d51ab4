import type { Network } from '@isacnet/model'
import { exactSum } from '@isacnet/special-functions'
import type { NullingSums } from '../estimate/nulling-sums.js'
import { ratioSums } from '../estimate/ratio-sums.js'
import type { NetworkDrop } from './geometry/network-drop.js'

/**
 * The requests of a drop. Each BS counts once as a typical one, and once for each trial in its cell as a serving one; so do, with their
 * requests by rank, the users and targets of the trials' cells, of which all count, whichever the trial is about.
 *
 * @param trials - how many trials each BS serves.
 */
export const dropRequests = (drop: NetworkDrop, trials: Int32Array, network: Network): NullingSums => {
  const { requests } = drop
  const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = network
  const most = requests.reduce((greatest, n) => Math.max(greatest, n), 0)
  const histogram = new Array<number>(most + 1).fill(0)
  const serving = new Array<number>(most + 1).fill(0)
  let asked = 0
  let servingAsked = 0
  let served = 0
  for (let b = 0; b < requests.length; b++) {
    const n = requests[b]!
    const times = trials[b]!
    asked += n
    servingAsked += times * n
    served += times
    histogram[n]! += 1
    serving[n]! += times
  }
  const servingMean = servingAsked / served
  return {
    stations: requests.length,
    requests: asked,
    abandoned: abandonedIn(drop.communicationAccepted) + abandonedIn(drop.sensingAccepted),
    histogram,
    byDrop: {
      drops: 1,
      typical: ratioSums(requests.length, histogram),
      serving: ratioSums(served, serving),
      servingMean: { mean: exactSum([servingMean]), squared: exactSum([servingMean * servingMean]) },
      communication: ratioSums(K * served, abandonedByRank(drop.communicationAccepted, trials, K, L - 1)),
      sensing: ratioSums(J * served, abandonedByRank(drop.sensingAccepted, trials, J, Q - 1)),
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
