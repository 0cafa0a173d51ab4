import { assertOptions, type OptionChecks, oneOf, required } from '@isacnet/model'
import type { AllocationPerformance, SpatialAllocation } from '../problem/allocation.js'
import { type AllocationProblem, performanceOf, type SearchSpace, searchSpace } from '../problem/allocation-problem.js'
import type { SearchCounts } from '../search/allocation-search.js'
import { emptyFeasibleSet } from '../search/find-empty-constraint.js'
import { type AchievableRegion, type RegionPoint, regionOfPoints, regionPoint } from './achievable-region.js'
import { type RegionMetric, regionMetrics } from './region-plane.js'

/** For which numbers of users a {@link searchOverNulls} looks at sensing. */
export type UsersSearched = 'communication-optimal' | 'all'

export interface NullSearchOptions {
  readonly metric: RegionMetric
  /**
   * `communication-optimal` is the paper's procedure; `all` repeats its two searches for every K. Default `all`.
   */
  readonly users?: UsersSearched
}

const optionChecks: OptionChecks<NullSearchOptions> = {
  metric: required(oneOf(regionMetrics)),
  users: oneOf(['communication-optimal', 'all']),
}

/**
 * The paper's own procedure for the boundary (Section V): for every number $n = J(Q-1)$ of nulls that sensing asks for, and for which
 * there are integers J and Q, one search over (K, L) with $KL \le M_t - n$ for the most communication, another over (J, Q) with
 * $J(Q-1) = n$ for the most sensing; the boundary is what no other of these points dominates.
 *
 * That the two searches are independent rests on Lemma 3's R_s, which doesn't depend on K. Then the procedure is exact: at given n,
 * communication depends on (K, L) only and sensing on (J, Q) only, so one point has the most of both. The true R_s depends on K, and
 * the procedure, which looks at sensing for the K that is best for communication, may miss points. With `users: 'all'` the same is done
 * for every K by itself: at given (K, n) communication depends on L only and sensing on (J, Q) only, so that nothing is missed. This
 * is the second algorithm beside {@link achievableRegion}, which it shares rates and the filter of points with, but no bounds.
 *
 * @example
 * const network = defineNetwork({ transmitAntennas: 8, maxTargetsPerCell: 2 })
 * searchOverNulls({ network, rates: analyticRates(network) }, { metric: 'ase' }).frontier.length // 9
 *
 * @throws {EmptyFeasibleSetError} when no allocation is feasible.
 * @throws {InvalidParameterError} for what is no network, and for constraints outside their domain.
 * @throws {UnknownNameError} for members of the problem, constraints and options that are not known.
 */
export const searchOverNulls = (
  problem: AllocationProblem,
  options: NullSearchOptions,
): Omit<AchievableRegion, keyof SearchCounts> => {
  assertOptions('searchOverNulls', options, optionChecks)
  const { metric, users = 'all' } = options
  const space = searchSpace(problem)
  const points: RegionPoint[] = []
  for (let nulls = 0; nulls < space.antennas; nulls++) {
    const pairs = sensingPairs(space, nulls)
    if (pairs.length === 0) continue
    const communication = communicationSearches(space, nulls, metric)
    const searched = users === 'all' ? communication : communication.slice(0, 1)
    for (const { K, L } of searched) {
      const best = mostSensing(space, K, L, pairs, metric)
      if (best !== undefined) points.push(regionPoint(best, metric))
    }
  }
  if (points.length === 0) throw emptyFeasibleSet(space)
  return regionOfPoints(points, metric)
}

/** All (J, Q) with J(Q−1) = n. */
const sensingPairs = ({ maxTargets, minimumQ }: SearchSpace, nulls: number): { J: number; Q: number }[] => {
  const pairs: { J: number; Q: number }[] = []
  for (let J = 1; J <= maxTargets; J++) {
    const Q = 1 + nulls / J
    if (Number.isInteger(Q) && Q >= minimumQ) pairs.push({ J, Q })
  }
  return pairs
}

/** For every K the L with the most communication; the K with the most of all comes first. */
const communicationSearches = (
  { antennas, minimumL, minCommunicationRate, rates }: SearchSpace,
  nulls: number,
  metric: RegionMetric,
): { K: number; L: number; communication: number }[] => {
  const found: { K: number; L: number; communication: number }[] = []
  for (let K = 1; K * minimumL <= antennas - nulls; K++) {
    let best: { L: number; rate: number } | undefined
    for (let L = minimumL; K * L <= antennas - nulls; L++) {
      const { value, errorEstimate } = rates.communication(K, L, antennas - K * L - nulls + 1)
      if (value + errorEstimate < minCommunicationRate) continue
      if (best === undefined || value > best.rate) best = { L, rate: value }
    }
    if (best !== undefined) found.push({ K, L: best.L, communication: metric === 'rate' ? best.rate : K * best.rate })
  }
  return found.sort((a, b) => b.communication - a.communication || a.K - b.K)
}

const mostSensing = (
  space: SearchSpace,
  K: number,
  L: number,
  pairs: readonly { readonly J: number; readonly Q: number }[],
  metric: RegionMetric,
): AllocationPerformance | undefined => {
  let best: { allocation: SpatialAllocation; sensing: number } | undefined
  for (const { J, Q } of pairs) {
    const { value, errorEstimate } = space.rates.sensing(K, Q)
    if (value + errorEstimate < space.minSensingRate) continue
    const sensing = metric === 'rate' ? value : J * value
    if (best === undefined || sensing > best.sensing)
      best = {
        allocation: { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q },
        sensing,
      }
  }
  return best && performanceOf(space, best.allocation)
}
