import { servicePerformance, serviceRate } from '@isacnet/analysis'
import {
  aNetwork,
  anObject,
  assertOptions,
  defineNetwork,
  InvalidParameterError,
  integerFrom,
  type Network,
  type OptionChecks,
  oneOf,
  required,
  type SensingClusters,
  sensingClusterKinds,
  services,
} from '@isacnet/model'
import type { AllocationPerformance, RatedAllocation, SpatialAllocation } from '../problem/allocation.js'
import { type AllocationConstraints, constraintChecks } from '../problem/allocation-problem.js'
import type { Objective } from '../problem/objective.js'
import { type AchievableRegion, regionOfPoints, regionPoint } from '../region/achievable-region.js'
import type { RegionMetric } from '../region/region-plane.js'
import { EmptyFeasibleSetError } from '../search/empty-feasible-set-error.js'
import type { AllocationOptimum } from '../search/optimize-allocation.js'
import type { OptimizationProgress } from '../search/search-progress.js'

/** A network whose allocation is to be chosen for the requests as they come. */
export interface ActualRequestsProblem {
  /** M_t, J_max and whatever the rates depend on but the allocation. */
  readonly network: Network
  /** Default `bs-centric`. */
  readonly sensingClusters?: SensingClusters | undefined
  /** As of an `AllocationProblem`; limits of quantities of the law of the SIR are not known here. */
  readonly constraints?: AllocationConstraints | undefined
}

const problemChecks: OptionChecks<ActualRequestsProblem> = {
  network: aNetwork,
  sensingClusters: oneOf(sensingClusterKinds, 'kind of sensing clusters'),
  constraints: anObject,
}

export interface ActualRequestsOptions {
  readonly objective: Objective
  /** How many values below the optimum are reported; default 5. */
  readonly runnersUp?: number | undefined
}

const optionChecks: OptionChecks<ActualRequestsOptions> = { objective: required(anObject), runnersUp: integerFrom(0) }

/** Larger clusters are not searched: the theorem's responses are known up to it. */
export const largestSearchedCluster = 8

/**
 * The allocations that a search for the actual requests enumerates: $K \le M_t$, $J \le J_{max}$, L, Q ≤ 8, and a mean number of requests,
 * $K(L-1)+J(Q-1)$, of at most twice the $M_t-K$ that a BS can grant. Beyond that, BSs give up more than half of what they are asked, so that a larger
 * cluster gains little and costs all others; that nothing better lies there is not proved.
 *
 * @example
 * [...searchedAllocations(defineNetwork({ Mt: 2, J_max: 1 }))].length // 7
 */
export function* searchedAllocations(
  network: Network,
  constraints: AllocationConstraints = {},
): Generator<SpatialAllocation> {
  aNetwork('network', network)
  assertOptions('the constraints of an allocation', constraints, constraintChecks)
  const { transmitAntennas, maxTargetsPerCell } = network
  const { minCommunicationClusterSize = 1, minSensingClusterSize = 1 } = constraints
  for (let K = 1; K <= transmitAntennas; K++) {
    const most = 2 * (transmitAntennas - K)
    for (let L = minCommunicationClusterSize; L <= largestSearchedCluster && K * (L - 1) <= most; L++)
      for (let J = 1; J <= maxTargetsPerCell; J++)
        for (let Q = minSensingClusterSize; Q <= largestSearchedCluster && K * (L - 1) + J * (Q - 1) <= most; Q++)
          yield { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q }
  }
}

const methods = { communicationMethod: 'actual-requests', sensingMethod: 'actual-requests' } as const

/** Tolerance of the rates of a search; the theorem itself errs by as much. */
const searchTolerance = 1e-3

/** The performance of an allocation by the method `actual-requests`, of the services that are wanted; 0 of the others. */
const performanceWith = (
  { network, sensingClusters }: ActualRequestsProblem,
  allocation: SpatialAllocation,
  wanted: Objective['dependsOn'],
  relativeTolerance?: number,
): AllocationPerformance => {
  const site = defineNetwork({ ...network, ...allocation })
  const rated = Object.fromEntries(
    services.map(({ service }) => [
      service,
      servicePerformance(
        service,
        site,
        wanted[service]
          ? serviceRate(service, site, { ...methods, sensingClusters, relativeTolerance })
          : { value: 0, errorEstimate: 0 },
      ),
    ]),
  ) as Pick<AllocationPerformance, 'communication' | 'sensing'>
  const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = allocation
  return { allocation, ...rated, degreesOfFreedomLeft: network.transmitAntennas - K * L - J * (Q - 1) }
}

const both = { communication: true, sensing: true }

const checked = (problem: ActualRequestsProblem): { minimumC: number; minimumS: number; all: SpatialAllocation[] } => {
  assertOptions('an allocation problem', problem, problemChecks)
  const { network, constraints = {} } = problem
  if (Object.keys(constraints.quantities ?? {}).length > 0)
    throw new InvalidParameterError(
      'constraints.quantities',
      Object.keys(constraints.quantities ?? {}).join(),
      'left out with actual requests, for which rates only are searched',
    )
  const all = [...searchedAllocations(network, constraints)]
  return { minimumC: constraints.minCommunicationRate ?? 0, minimumS: constraints.minSensingRate ?? 0, all }
}

/**
 * The allocation with the largest objective by the method `actual-requests`, among {@link searchedAllocations}, each of which is evaluated: with
 * random requests there is no allocation with K ≤ M_t that is infeasible, and the bounds of the mean-request search don't hold.
 *
 * @example
 * const steps = actualRequestsSteps({ network: defineNetwork({ Mt: 4, J_max: 2 }) }, { objective: sensingObjective })
 * let step = steps.next()
 * while (!step.done) step = steps.next()
 * step.value.allocation.targetsPerCell // 2
 *
 * @throws {EmptyFeasibleSetError} when no allocation meets the constraints.
 * @throws {InvalidParameterError} {UnknownNameError} for a problem, constraints and options outside their domain; for objectives of the law of the SIR.
 */
export function* actualRequestsSteps(
  problem: ActualRequestsProblem,
  options: ActualRequestsOptions,
): Generator<OptimizationProgress, AllocationOptimum> {
  assertOptions('actualRequestsSteps', options, optionChecks)
  const { objective, runnersUp = 5 } = options
  if ((objective.quantities ?? []).length > 0)
    throw new InvalidParameterError(
      'objective',
      objective.name,
      'one of rates, which alone are searched with actual requests',
    )
  const { minimumC, minimumS, all } = checked(problem)
  const wanted = {
    communication: objective.dependsOn.communication || minimumC > 0,
    sensing: objective.dependsOn.sensing || minimumS > 0,
  }
  const found: { readonly allocation: SpatialAllocation; readonly value: number }[] = []
  let best = { communication: 0, sensing: 0 }
  for (const [examined, allocation] of all.entries()) {
    const performance = performanceWith(problem, allocation, wanted, searchTolerance)
    const { communication, sensing } = performance
    best = {
      communication: Math.max(best.communication, communication.rate),
      sensing: Math.max(best.sensing, sensing.rate),
    }
    if (
      communication.rate + communication.errorEstimate >= minimumC &&
      sensing.rate + sensing.errorEstimate >= minimumS
    )
      found.push({ allocation, value: objective.value(performance) })
    yield { examined: examined + 1, total: all.length }
  }
  const rated = found
    .sort((a, b) => b.value - a.value)
    .slice(0, runnersUp + 1)
    .map(({ allocation }): RatedAllocation => {
      const performance = performanceWith(problem, allocation, both)
      const value = objective.value(performance)
      const { communication, sensing } = performance
      const shifted = objective.value({
        ...performance,
        communication: servicePerformance(
          'communication',
          { ...problem.network, ...allocation },
          { value: communication.rate + communication.errorEstimate, errorEstimate: 0 },
        ),
        sensing: servicePerformance(
          'sensing',
          { ...problem.network, ...allocation },
          { value: sensing.rate + sensing.errorEstimate, errorEstimate: 0 },
        ),
      })
      return { ...performance, value, errorEstimate: Math.abs(shifted - value) }
    })
  const [optimum, ...others] = rated
  if (optimum === undefined) throw nothingMeets(problem, minimumC, minimumS, best)
  return {
    ...optimum,
    objective: objective.name,
    ties: [],
    runnersUp: others.map((other) => ({ ...other, ties: [] })),
    binding: [],
    examined: all.length,
    pruned: 0,
  }
}

/** Which minimum rate is too high, and how much there is. */
const nothingMeets = (
  { network }: ActualRequestsProblem,
  minimumC: number,
  minimumS: number,
  best: { readonly communication: number; readonly sensing: number },
): EmptyFeasibleSetError =>
  new EmptyFeasibleSetError({
    ...(minimumC > best.communication || minimumS === 0
      ? { constraint: 'minCommunicationRate', required: minimumC, attainable: best.communication }
      : { constraint: 'minSensingRate', required: minimumS, attainable: best.sensing }),
    transmitAntennas: network.transmitAntennas,
    given: [],
  })

/**
 * The performance of each of {@link searchedAllocations} that meets the constraints.
 *
 * @example
 * [...actualRequestsPoints({ network: defineNetwork({ Mt: 2, J_max: 1 }) })].length // 7
 *
 * @throws as {@link actualRequestsSteps}.
 */
export function* actualRequestsPoints(problem: ActualRequestsProblem): Generator<AllocationPerformance> {
  const { minimumC, minimumS, all } = checked(problem)
  for (const allocation of all) {
    const performance = performanceWith(problem, allocation, both, searchTolerance)
    if (performance.communication.rate >= minimumC && performance.sensing.rate >= minimumS) yield performance
  }
}

/**
 * The sensing–communication region by the method `actual-requests`, of {@link searchedAllocations}.
 *
 * @example
 * const steps = actualRequestsRegionSteps({ network: defineNetwork({ Mt: 2, J_max: 1 }) }, 'ase')
 * let step = steps.next()
 * while (!step.done) step = steps.next()
 * step.value.frontier.length > 0 // true
 *
 * @throws as {@link actualRequestsSteps}.
 */
export function* actualRequestsRegionSteps(
  problem: ActualRequestsProblem,
  metric: RegionMetric,
): Generator<OptimizationProgress, AchievableRegion> {
  const { minimumC, minimumS, all } = checked(problem)
  const points = []
  let best = { communication: 0, sensing: 0 }
  for (const [examined, allocation] of all.entries()) {
    const performance = performanceWith(problem, allocation, both, searchTolerance)
    best = {
      communication: Math.max(best.communication, performance.communication.rate),
      sensing: Math.max(best.sensing, performance.sensing.rate),
    }
    if (performance.communication.rate >= minimumC && performance.sensing.rate >= minimumS)
      points.push(regionPoint(performance, metric))
    yield { examined: examined + 1, total: all.length }
  }
  if (points.length === 0) throw nothingMeets(problem, minimumC, minimumS, best)
  return { ...regionOfPoints(points, metric), examined: all.length, pruned: 0 }
}
