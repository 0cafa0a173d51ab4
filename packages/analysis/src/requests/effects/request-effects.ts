import { type Assumption, assertFeasible, type NetworkParameters, type SensingClusters } from '@isacnet/model'
import { MethodNotApplicableError } from '../../method/method-not-applicable-error.js'
import type { LatticeValues } from '../../rules/work/lattice-table.js'
import { abandonmentProbability, diversityOrders } from '../counts/capacity.js'
import { certainCount } from '../counts/count-law.js'
import { gammaGain, zeroForcedGain } from '../gains/gain-transform.js'
import { type RequestCount, type RequestLaws, requestLaws } from '../laws/request-laws.js'

/** The state of a network's BSs that follows from the numbers of requests. */
export interface RequestEffects {
  readonly laws: RequestLaws
  /** M_t − K. */
  readonly capacity: number
  /** The probability of each diversity order of the serving BS. */
  readonly servingOrders: Float64Array
  /** Abandonment of a request by rank, from the second nearest BS on. */
  readonly userAbandonment: readonly number[]
  readonly targetAbandonment: readonly number[]
  /** $1-\mathrm E\,e^{-\zeta G}$ of interferers outside the cluster, and of BSs of it that gave up, whose D is 1. */
  readonly gain: LatticeValues
  readonly givenGain: LatticeValues
  /** Whether numbers of requests vary. */
  readonly random: boolean
}

/** The effects of the actual requests, or of what is assumed of them. */
export const requestEffects = (
  network: NetworkParameters,
  sensingClusters: SensingClusters,
  assumptions: readonly Assumption[],
): RequestEffects => {
  const { usersPerCell: K, transmitAntennas } = network
  assertWithinReach('transmitAntennas (M_t)', mostAntennas, transmitAntennas)
  assertWithinReach('communicationClusterSize (L)', largestCluster, network.communicationClusterSize)
  assertWithinReach('sensingClusterSize (Q)', largestCluster, network.sensingClusterSize)
  const capacity = transmitAntennas - K
  const random = !assumptions.includes('mean-requests')
  if (!random) assertFeasible(network)
  const laws = random ? requestLaws(network, sensingClusters) : meanRequests(network)
  const abandonment = random && !assumptions.includes('no-abandonment')
  const probabilities = (cluster: readonly RequestCount[]): number[] =>
    cluster.map(({ law }) => (abandonment ? abandonmentProbability(law, capacity) : 0))
  const gamma = assumptions.includes('gamma-gains')
  return {
    laws,
    capacity,
    servingOrders: diversityOrders(laws.serving.law, capacity),
    userAbandonment: probabilities(laws.userCluster),
    targetAbandonment: probabilities(laws.targetCluster),
    gain: gamma ? gammaGain(K) : zeroForcedGain(K, diversityOrders(laws.typical.law, capacity)),
    givenGain: gamma ? gammaGain(K) : zeroForcedGain(K, Float64Array.of(0, 1)),
    random,
  }
}

/** Beyond these, tables would take too long and too much memory. */
const mostAntennas = 1024
const largestCluster = 64

const assertWithinReach = (name: string, most: number, value: number): void => {
  if (value > most) throw new MethodNotApplicableError('actual-requests', `${name} ≤ ${most}`, `${value}`)
}

/** Every BS gets K(L − 1) + J(Q − 1) requests. */
const meanRequests = (network: NetworkParameters): RequestLaws => {
  const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = network
  const count = { law: certainCount(K * (L - 1) + J * (Q - 1)) }
  const cluster = (size: number) => Array.from({ length: size - 1 }, () => count)
  return { typical: count, serving: count, userCluster: cluster(L), targetCluster: cluster(Q) }
}
