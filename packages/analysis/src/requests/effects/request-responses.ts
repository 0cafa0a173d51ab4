import type { NetworkParameters, SensingClusters } from '@isacnet/model'
import type { ClusterStation } from '../cluster/cluster-transform.js'
import { type ClusterKind, featureCount, jointCovariance, type Response, responseOf } from '../constants/responses.js'
import { abandonedShare, abandonmentSlope } from '../counts/capacity.js'
import { meanCount } from '../counts/count-law.js'
import type { RequestCount } from '../laws/request-laws.js'
import type { RequestEffects } from './request-effects.js'

/** How the mean numbers of requests at one BS respond to the geometry and the interference. */
export interface MeanResponse {
  /** That of requests that come one by one; what goes with the in-degree not counted. */
  readonly single: Response
  /** That of the in-degree. */
  readonly inDegree: Response
}

/** Factor times response, summed up. */
const combined = (...terms: readonly (readonly [factor: number, response: Response])[]): Response => {
  const sum = new Float64Array(featureCount)
  for (const [factor, response] of terms) for (let k = 0; k < featureCount; k++) sum[k]! += factor * response[k]!
  return sum
}

/**
 * The response at a BS of a receiver's cluster: 0 the serving one.
 *
 * @param size - of the cluster, L or Q.
 */
export const meanResponse = (
  network: NetworkParameters,
  sensingClusters: SensingClusters,
  kind: ClusterKind,
  rank: number,
  { inDegree }: RequestCount,
): MeanResponse => {
  const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = network
  const size = kind === 'user' ? L : Q
  const terms: [number, Response][] = []
  if (L > 1) terms.push([K, responseOf(kind, size, rank, { requests: L })])
  if (Q > 1 && sensingClusters === 'target-centric') terms.push([J, responseOf(kind, size, rank, { requests: Q })])
  // Of the receiver's own cell one less asks.
  if (rank > 0 && kind !== 'bs-centric') terms.push([-1, responseOf(kind, size, rank, 'own-share')])
  if (inDegree === undefined) return { single: combined(...terms), inDegree: combined() }
  const degree = responseOf(kind, size, rank, { inDegree: Q })
  return { single: combined(...terms, [-inDegree.regression, degree]), inDegree: degree }
}

/** The BSs of a cluster with their abandonment. */
export const clusterStations = (
  network: NetworkParameters,
  sensingClusters: SensingClusters,
  kind: ClusterKind,
  { laws, capacity, userAbandonment, targetAbandonment }: RequestEffects,
): readonly ClusterStation[] => {
  const counts = kind === 'user' ? laws.userCluster : laws.targetCluster
  const probabilities = kind === 'user' ? userAbandonment : targetAbandonment
  return probabilities.map((abandonment, i) => {
    if (abandonment === 0) return { abandonment }
    const count = counts[i]!
    const { single, inDegree } = meanResponse(network, sensingClusters, kind, i + 1, count)
    const degreeSlope =
      count.inDegree === undefined ? 0 : meanCount(count.inDegree.slope, (n) => abandonedShare(n, capacity))
    const slope = abandonmentSlope(count.law, capacity)
    const response = combined([slope, single], [degreeSlope, inDegree])
    if (response.every((coefficient) => coefficient === 0)) return { abandonment }
    return {
      abandonment,
      response,
      together: kind === 'user' ? slope * covarianceWithServing(network, sensingClusters, i + 1) : 0,
    }
  })
}

/** Covariance of the requests at a user's serving BS and at another of its cluster; those of targets that ask by cell are left out. */
const covarianceWithServing = (
  { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q }: NetworkParameters,
  sensingClusters: SensingClusters,
  rank: number,
): number => {
  const ofUsers = jointCovariance(L, rank, K)
  if (Q === 1 || sensingClusters === 'bs-centric' || rank >= Q) return ofUsers
  const ofTargets = jointCovariance(Q, rank, J)
  const together = K * J * Math.sqrt(Math.max(0, jointCovariance(L, rank, 1) * jointCovariance(Q, rank, 1)))
  return ofUsers + ofTargets + 2 * together
}

/** A response with these features. */
export const respond = (response: Response, features: Float64Array): number => {
  let sum = 0
  for (let k = 0; k < featureCount; k++) sum += response[k]! * features[k]!
  return sum
}
