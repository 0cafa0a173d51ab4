import {
  aNetwork,
  assertOptions,
  InvalidParameterError,
  type Network,
  type OptionChecks,
  oneOf,
  type SensingClusters,
  sensingClusterKinds,
} from '@isacnet/model'
import { largestTabulatedCluster } from '../constants/request-constants.js'
import { abandonmentProbability } from '../counts/capacity.js'
import { meanCount, varianceOfCount } from '../counts/count-law.js'
import { type RequestCount, requestLaws } from './request-laws.js'

export interface RequestCountsOptions {
  /** Default `bs-centric`. */
  readonly sensingClusters?: SensingClusters | undefined
}

/** How many requests to null a BS gets. */
export interface RequestCountLaw {
  readonly mean: number
  readonly variance: number
  /** $P(N = n)$, by n. */
  readonly probabilities: Float64Array
  /** The probability that a given one of its requests is given up, $\mathrm E(1-(M_t-K)/N)^+$. */
  readonly abandonmentProbability: number
}

/** The requests of the BSs of a network. */
export interface RequestCounts {
  /** $M_t - K$: how many a BS grants. */
  readonly capacity: number
  /** A typical BS, such as any interferer. */
  readonly typical: RequestCountLaw
  /** The BS that serves the typical user or target, whose cell is chosen by area. */
  readonly serving: RequestCountLaw
  /** The BSs that the typical user asks, its own request counted: from the second nearest to the L-th. */
  readonly askedByUser: readonly RequestCountLaw[]
  /** The BSs that the typical target asks, its own request counted, by distance. */
  readonly askedByTarget: readonly RequestCountLaw[]
  /** Whether L or Q is beyond the table of the constants, so that these are extrapolated. */
  readonly extrapolated: boolean
}

const optionChecks: OptionChecks<RequestCountsOptions> = {
  sensingClusters: oneOf(sensingClusterKinds, 'kind of sensing clusters'),
}

/**
 * The laws of the numbers of requests to null that BSs get: of the users of other cells that have a BS among their L nearest, and of targets
 * likewise for Q, or in bs-centric clusters of the targets of those BSs that have it among the Q − 1 nearest to them.
 *
 * Given the geometry, requests of users are $\sum_s\mathrm{Bin}(K, q_s)$ with the shares $q_s$ of cells from which the BS is asked, so that mean and
 * variance are $K\,\mathrm E A$ and $K(\mathrm E A-\mathrm E B)+K^2\,\mathrm{Var}A$, $A = \sum q_s$, $B = \sum q_s^2$: exactly, with constants of the PPP's
 * geometry that were sampled once (`scripts/request-constants`, 4·10⁶ BSs). The law is a rounded Pearson III law of that mean and variance; the
 * requests of bs-centric targets are J times an in-degree, whose law is tabulated up to Q = 8.
 *
 * @example
 * const { serving, askedByUser } = requestCounts(defineNetwork({ K: 5, L: 4 }))
 * serving.mean.toFixed(1) // '14.1'
 * askedByUser.map(({ abandonmentProbability }) => abandonmentProbability.toFixed(2)) // ['0.07', '0.09', '0.09']
 *
 * @param network - made by `defineNetwork` of `@isacnet/model`; it may be overloaded.
 * @throws {InvalidParameterError} for anything else. {UnknownNameError} for options and clusters that are not known.
 */
export const requestCounts = (network: Network, options: RequestCountsOptions = {}): RequestCounts => {
  aNetwork('network', network)
  assertOptions('requestCounts', options, optionChecks)
  for (const name of ['communicationClusterSize', 'sensingClusterSize'] as const)
    if (network[name] > 1024)
      throw new InvalidParameterError(name, network[name], 'at most 1024 for counts of requests')
  const { sensingClusters = 'bs-centric' } = options
  const laws = requestLaws(network, sensingClusters)
  const capacity = network.transmitAntennas - network.usersPerCell
  const described = ({ law }: RequestCount): RequestCountLaw => ({
    mean: meanCount(law),
    variance: varianceOfCount(law),
    probabilities: law.slice(),
    abandonmentProbability: abandonmentProbability(law, capacity),
  })
  return {
    capacity,
    typical: described(laws.typical),
    serving: described(laws.serving),
    askedByUser: laws.userCluster.map(described),
    askedByTarget: laws.targetCluster.map(described),
    extrapolated: Math.max(network.communicationClusterSize, network.sensingClusterSize) > largestTabulatedCluster,
  }
}
