import { type CountLaw, smoothCount } from '../counts/count-law.js'
import { tiltedLaw } from '../counts/tilted-law.js'
import { growth, inRank, inSize, interpolatedPair, tabulatedSizes } from './interpolation.js'
import moments from './request-moments.json' with { type: 'json' }

/** Mean and variance of a number of requests as polynomials in the number of receivers of a cell, $m_0 + m_1K$ and $v_0 + v_1K + v_2K^2$. */
export interface CountPolynomials {
  readonly mean: readonly [number, number]
  readonly variance: readonly [number, number, number]
}

/**
 * Which BS: a typical one, the one that serves the typical receiver, the i-th nearest to the receiver (the serving one being the first), or the
 * i-th nearest to its serving BS.
 */
export type Station = 'typical' | 'serving' | { readonly rank: number } | { readonly neighbour: number }

/** The largest cluster that the constants are tabulated for; beyond, they are extrapolated. */
export const largestTabulatedCluster = tabulatedSizes + 1

/**
 * Requests by receivers of other cells to a BS that is among their L nearest, the typical receiver's own not counted. Given the geometry, they are
 * $\sum_s\mathrm{Bin}(K, q_s)$, $q_s$ being the share of cell s from which the BS is among the L nearest, so that with $A = \sum q_s$ and
 * $B = \sum q_s^2$ their mean is $K\,\mathrm E A$ and their variance $K(\mathrm E A - \mathrm E B) + K^2\,\mathrm{Var}A$.
 *
 * @param clusterSize - L ≥ 2.
 */
export const requestMoments = (station: Station, clusterSize: number): CountPolynomials => {
  const L = clusterSize
  if (station === 'typical')
    return {
      mean: [0, L - 1],
      variance: [0, inSize(moments.typicalBinomial, L, 1 / 2), inSize(moments.typicalSpread, L, 1)],
    }
  if (station === 'serving')
    return {
      mean: [0, growth(L, moments.servingMean)],
      variance: [0, inSize(moments.servingBinomial, L, 1 / 2), inSize(moments.servingSpread, L, 1)],
    }
  if ('neighbour' in station) {
    const { variance } = requestMoments('typical', L)
    return { mean: [0, inRank(moments.neighbourMean, station.neighbour - 1, L, 1)], variance }
  }
  const i = station.rank - 2
  return {
    mean: [0, inRank(moments.rankMean, i, L, 1)],
    variance: [0, inRank(moments.rankBinomial, i, L, 1 / 2), inRank(moments.rankSpread, i, L, 1)],
  }
}

/**
 * Requests to the BS of rank i ≤ L of the typical receiver, its own among them. Of its cell-mates K − 1 are left, so that with their share $q_0$
 * the mean is $1 + K\,\mathrm E A - \mathrm E q_0$.
 */
export const requestMomentsWithOwn = (rank: number, clusterSize: number): CountPolynomials => {
  const { mean, variance } = requestMoments({ rank }, clusterSize)
  const share = inRank(moments.rankShare, rank - 2, clusterSize, 0)
  const square = inRank(moments.rankShareSquare, rank - 2, clusterSize, 0)
  const covariance = inRank(moments.rankShareCovariance, rank - 2, clusterSize, 0)
  return {
    mean: [1 - share, mean[1]],
    variance: [2 * square - share - share * share, variance[1] - 2 * covariance, variance[2]],
  }
}

/** Covariance of the numbers of two kinds of requests, per receiver of each kind in a cell. */
export const requestCovariance = (station: Station, clusterSize: number, other: number): number => {
  if (typeof station === 'object' && 'rank' in station) {
    const tabulated = small(moments.rankCovariance, station.rank - 2, clusterSize, other)
    if (tabulated !== undefined) return tabulated
  }
  const [first, second] = clusterSize < other ? [clusterSize, other] : [other, clusterSize]
  return interpolatedPair(
    station === 'serving' ? moments.servingCovariance : moments.typicalCovariance,
    'triangle',
    first,
    second,
  )
}

/** The law of the in-degree of a BS in the graph in which each BS asks the Q − 1 nearest to it. */
export const inDegreeLaw = (station: Station, clusterSize: number): CountLaw => {
  const Q = clusterSize
  if (typeof station === 'string') {
    const [law, mean, variance] =
      station === 'typical'
        ? [moments.typicalDegreeLaw, Q - 1, moments.typicalDegreeVariance]
        : [moments.servingDegreeLaw, growth(Q, moments.servingDegreeMean), moments.servingDegreeVariance]
    if (Q <= 8) return normalised(law.slice((Q - 2) * 32, (Q - 1) * 32))
    return smoothCount(mean, inSize(variance, Q, 1))
  }
  const [i, means, variances, least] =
    'rank' in station
      ? [station.rank - 2, moments.rankDegreeMean, moments.rankDegreeVariance, 0]
      : [station.neighbour - 1, moments.neighbourDegreeMean, moments.neighbourDegreeVariance, 1]
  const mean = inRank(means, i, Q, 1)
  const variance = inRank(variances, i, Q, 1)
  return Q <= 8 ? tiltedLaw(inDegreeLaw('typical', Q), mean, variance, least) : smoothCount(mean, variance, least)
}

/** The table is rounded. */
const normalised = (probabilities: readonly number[]): CountLaw => {
  const total = probabilities.reduce((sum, probability) => sum + probability, 0)
  return Float64Array.from(probabilities, (probability) => probability / total)
}

/** Covariance of requests by L nearest, per receiver of a cell, and the in-degree by Q. */
export const inDegreeCovariance = (station: Station, clusterSize: number, other: number): number => {
  if (typeof station === 'object') {
    const tabulated =
      'rank' in station
        ? small(moments.rankWithDegree, station.rank - 2, clusterSize, other)
        : small(moments.neighbourWithDegree, station.neighbour - 1, clusterSize, other)
    if (tabulated !== undefined) return tabulated
  }
  return interpolatedPair(
    station === 'serving' ? moments.servingWithDegree : moments.typicalWithDegree,
    'square',
    clusterSize,
    other,
  )
}

/**
 * Slopes of the mean number of requests at the serving BS, per receiver of a cell, or of its in-degree, against $u = (r_1/r_M)^2$ less its mean,
 * $\ln v$ less its mean, $v = \pi\lambda r_M^2$, and their product.
 */
export const firstOrderSlopes = (
  kind: 'requests' | 'in-degree',
  clusterSize: number,
  cluster: number,
): readonly [ratio: number, lnArea: number, product: number] => {
  const M = cluster
  const varianceOfRatio = (M - 1) / (M * M * (M + 1))
  let varianceOfLnArea = Math.PI ** 2 / 6
  for (let k = 1; k < M; k++) varianceOfLnArea -= 1 / (k * k)
  const table = kind === 'requests' ? moments.requestFactors : moments.degreeFactors
  const covariance = (f: number): number => interpolatedPair(table, 'square', clusterSize, M, f)
  return [
    covariance(0) / varianceOfRatio,
    covariance(1) / varianceOfLnArea,
    covariance(2) / (varianceOfRatio * varianceOfLnArea),
  ]
}

/** An entry of a table over ranks and two sizes of 2 to 8. */
const small = (table: readonly number[], i: number, first: number, second: number): number | undefined =>
  i < 7 && first <= 8 && second <= 8 ? table[(i * 7 + first - 2) * 7 + second - 2] : undefined
