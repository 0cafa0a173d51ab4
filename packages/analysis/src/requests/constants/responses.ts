import { firstOrderSlopes } from './request-constants.js'
import data from './request-responses.json' with { type: 'json' }

/**
 * Whose interference thins the network: a user's, or that at the serving BS of a target, with bs-centric or target-centric clusters.
 */
export type ClusterKind = 'user' | 'bs-centric' | 'target-centric'

/** Which number responds, at a BS of the cluster: requests by clusters of a size, an in-degree, or the share of the own cell that asks the BS. */
export type Responding = { readonly requests: number } | { readonly inDegree: number } | 'own-share'

/** Coefficients of {@link featureCount} features. */
export type Response = Float64Array

/**
 * Features of the geometry that a mean number of requests responds to, given the interference at z: $u_f = u - 1/n$ for $u = 1/(1+A)$, and how the
 * factor $e^{-zI}$ thins the network beyond the cluster: by $a = 1 - q$, the share of the thinned area that is gone, $q = (1+A)/\mathcal E$, and
 * $b = 1 - \eta$, how soft the edge of the hole is, $\eta = (1+A+S_2)/\mathcal E$, where $S_2$ is S with the square of W. They are
 * $1, u_f, a, b, a^2, ab, b^2$, $u_f$ times the last five, $\ln q$ and $u_f\ln q$.
 */
export const featureCount = 14

/** Clusters up to this size have responses of all their BSs; larger ones, to first order, that of the serving BS. */
const largestRespondingCluster = 8

const kinds: readonly ClusterKind[] = ['user', 'bs-centric', 'target-centric']

/**
 * How a mean number responds, per receiver of a cell, as coefficients of the features.
 *
 * @param size - n of the cluster.
 * @param rank - 0 for the serving BS, i for the next of the cluster.
 */
export const responseOf = (kind: ClusterKind, size: number, rank: number, responding: Responding): Response => {
  const tabulated = tabulatedResponse(kind, size, rank, responding)
  if (tabulated !== undefined) return tabulated
  const response = new Float64Array(featureCount)
  if (rank > 0 || kind !== 'user' || responding === 'own-share' || size === 1) return response
  const [ratio, lnArea, product] =
    'requests' in responding
      ? firstOrderSlopes('requests', responding.requests, size)
      : firstOrderSlopes('in-degree', responding.inDegree, size)
  response[1] = ratio
  response[12] = lnArea
  response[13] = product
  return response
}

const tabulatedResponse = (
  kind: ClusterKind,
  size: number,
  rank: number,
  responding: Responding,
): Response | undefined => {
  if (size > largestRespondingCluster) return undefined
  const which =
    responding === 'own-share' ? 14 : 'requests' in responding ? responding.requests - 2 : responding.inDegree + 5
  if (which < 14 && (which % 7) + 2 !== (responding === 'own-share' ? 0 : sizeOf(responding))) return undefined
  const coefficients = (data.responses as Readonly<Record<string, readonly number[]>>)[
    `${kinds.indexOf(kind)} ${size} ${rank} ${which}`
  ]
  if (coefficients === undefined) return undefined
  const response = new Float64Array(featureCount)
  response.set(coefficients)
  return response
}

const sizeOf = (responding: Exclude<Responding, 'own-share'>): number =>
  'requests' in responding ? responding.requests : responding.inDegree

/**
 * Covariance of the numbers of requests, by clusters of n, at a user's serving BS and at the next of rank i, $K^2c_1 + Kc_2$.
 *
 * @param rank - i, 1 for the BS after the serving one.
 */
export const jointCovariance = (size: number, rank: number, usersPerCell: number): number => {
  if (size > largestRespondingCluster) return 0
  const k = (size - 1) * largestRespondingCluster + rank
  return usersPerCell * (usersPerCell * data.jointCells[k]! + data.jointUsers[k]!)
}

/**
 * How the probability of an in-degree deviates where a user without a cluster hears interference: of its serving BS, or of an interferer, as
 * coefficients of $1, a, b, a^2, ab, b^2$; rows by degree.
 */
export const inDegreeResponse = (
  station: 'serving' | 'interferer',
  clusterSize: number,
): readonly (readonly number[])[] =>
  (station === 'serving' ? data.degreeLaws.degree : data.degreeLaws.interferer)[clusterSize - 2] ?? []
