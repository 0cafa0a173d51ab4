import { defineNetwork, type Network, type SensingClusters } from '@isacnet/model'
import {
  type AchievableRegion,
  type AllocationConstraints,
  type AllocationOptimum,
  type AllocationPerformance,
  type AllocationProblem,
  actualRequestsPoints,
  analyticRates,
  communicationObjective,
  memoisedRates,
  type Objective,
  type OptimizationProgress,
  optimizationSteps,
  quantityObjective,
  type RegionMetric,
  regionOfPoints,
  regionPoint,
  regionSteps,
  searchedAllocations,
  sensingObjective,
  weightedSumObjective,
} from '@isacnet/optimization'
import { type AllocationLimits, constraintsOf } from '../../state/allocation-limits.js'
import { type ExplorerParameter, smallestAllocation } from '../../state/parameters/explorer-parameters.js'

/** A question to a search: the region, and the best of it. */
export interface RegionQuestion {
  /** The allocation in them doesn't count: it is what is sought. */
  readonly values: Readonly<Record<ExplorerParameter, number>>
  readonly clusters: SensingClusters
  readonly method: 'exact' | 'actual-requests'
  readonly metric: RegionMetric
  readonly limits: AllocationLimits
  /** As in the state: `sum`, `communication`, `sensing` or a quantity of a service. */
  readonly objective: string
  /** ρ of the weighted sum. */
  readonly weight: number
}

type Steps<Result> = Generator<OptimizationProgress, Result>

/** Answers questions about the allocations of a network, and remembers what the last one computed. */
export class RegionSearch {
  private known: { readonly key: string; readonly problem: AllocationProblem } | undefined
  private points: { readonly key: string; readonly all: readonly AllocationPerformance[] } | undefined;

  /**
   * The region.
   *
   * @param limits - that its allocations have to meet.
   * @throws {EmptyFeasibleSetError} if none does.
   */
  *region(question: RegionQuestion, limits: AllocationLimits): Steps<AchievableRegion> {
    const constraints = constraintsOf(limits)
    const { metric } = question
    if (question.method === 'exact') return yield* regionSteps({ ...this.problemOf(question), constraints }, { metric })
    const all = yield* this.pointsOf(question)
    const kept = all.filter(meets(constraints))
    if (kept.length === 0) throw new RangeError('No allocation meets the limits.')
    return {
      ...regionOfPoints(
        kept.map((performance) => regionPoint(performance, metric)),
        metric,
      ),
      examined: all.length,
      pruned: 0,
    }
  }

  /**
   * The best allocation, what ties with it, and what comes next.
   *
   * @throws {EmptyFeasibleSetError} if no allocation meets the limits.
   */
  *optimum(question: RegionQuestion): Steps<AllocationOptimum> {
    const constraints = constraintsOf(question.limits)
    const objective = objectiveOf(question)
    if (question.method === 'exact')
      return yield* optimizationSteps({ ...this.problemOf(question), constraints }, { objective, runnersUp: 3 })
    const all = yield* this.pointsOf(question)
    const rated = all
      .filter(meets(constraints))
      .map((performance) => ({ ...performance, value: objective.value(performance), errorEstimate: 0 }))
      .sort((a, b) => b.value - a.value)
    const [best, ...others] = rated
    if (best === undefined) throw new RangeError('No allocation meets the limits.')
    return {
      ...best,
      objective: objective.name,
      ties: [],
      runnersUp: others.slice(0, 3).map((other) => ({ ...other, ties: [] })),
      binding: [],
      examined: all.length,
      pruned: 0,
    }
  }

  private problemOf({ values, clusters }: RegionQuestion): AllocationProblem {
    const network = networkOf(values)
    const key = JSON.stringify([network, clusters])
    if (this.known?.key !== key) {
      const rates = memoisedRates(analyticRates(network, { sensingClusters: clusters, relativeTolerance: 1e-7 }))
      this.known = { key, problem: { network, rates } }
    }
    return this.known.problem
  }

  /** All allocations that are searched with actual requests, evaluated. */
  private *pointsOf({ values, clusters }: RegionQuestion): Steps<readonly AllocationPerformance[]> {
    const network = networkOf(values)
    const key = JSON.stringify([network, clusters])
    if (this.points?.key === key) return this.points.all
    const total = [...searchedAllocations(network)].length
    const all: AllocationPerformance[] = []
    for (const performance of actualRequestsPoints({ network, sensingClusters: clusters })) {
      all.push(performance)
      yield { examined: all.length, total }
    }
    this.points = { key, all }
    return all
  }
}

const networkOf = (values: RegionQuestion['values']): Network => defineNetwork({ ...values, ...smallestAllocation })

/** Whether an allocation meets limits of rates and clusters, those that are known with actual requests. */
const meets =
  ({
    minCommunicationRate = 0,
    minSensingRate = 0,
    minCommunicationClusterSize = 1,
    minSensingClusterSize = 1,
    quantities = {},
  }: AllocationConstraints) =>
  ({ allocation, communication, sensing }: AllocationPerformance): boolean => {
    if (Object.keys(quantities).length > 0)
      throw new RangeError('Actual requests are searched with limits of rates and clusters only, not of coverage.')
    return (
      communication.rate >= minCommunicationRate &&
      sensing.rate >= minSensingRate &&
      allocation.communicationClusterSize >= minCommunicationClusterSize &&
      allocation.sensingClusterSize >= minSensingClusterSize
    )
  }

const objectiveOf = ({ objective, weight, method }: RegionQuestion): Objective => {
  if (objective === 'sum') return weightedSumObjective(weight)
  if (objective === 'communication') return communicationObjective
  if (objective === 'sensing') return sensingObjective
  if (method === 'actual-requests') throw new RangeError('Actual requests are searched for T_c, T_s or their sum only.')
  return quantityObjective(objective)
}
