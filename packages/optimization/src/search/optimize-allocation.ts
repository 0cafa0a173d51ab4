import { anObject, assertOptions, integerFrom, type OptionChecks, required, trueOrFalse } from '@isacnet/model'
import type { RatedAllocation, SpatialAllocation } from '../problem/allocation.js'
import {
  type AllocationProblem,
  askingFor,
  countAllocations,
  performanceOf,
  type SearchSpace,
  searchSpace,
} from '../problem/allocation-problem.js'
import type { Objective } from '../problem/objective.js'
import { allocationSearch, type SearchCounts } from './allocation-search.js'
import { type BindingConstraint, bindingConstraints } from './binding-constraints.js'
import { emptyFeasibleSet } from './find-empty-constraint.js'
import { type ObjectiveValue, objectiveCriterion } from './objective-criterion.js'
import { type OptimizationProgress, stepsBetweenPauses } from './search-progress.js'

export interface OptimizeOptions {
  readonly objective: Objective
  /** How many values below the optimum are reported; default 5. */
  readonly runnersUp?: number
  /** Whether {@link AllocationOptimum.binding} is computed, which takes up to six more searches; default true. */
  readonly findBindingConstraints?: boolean
}

const optionChecks: OptionChecks<OptimizeOptions> = {
  objective: required(anObject),
  runnersUp: integerFrom(0),
  findBindingConstraints: trueOrFalse,
}

/** Allocations whose values can't be told apart. */
export interface RunnerUp extends RatedAllocation {
  readonly ties: readonly RatedAllocation[]
}

export interface AllocationOptimum extends RatedAllocation, SearchCounts {
  readonly objective: string
  /**
   * The other allocations that may be the optimum within the numerical errors: those whose value and error reach what the best of all
   * has at least. The optimum reported is the one with the largest value; of equal values, the one with the largest T_c + T_s, then
   * the one with most degrees of freedom left, then the first.
   */
  readonly ties: readonly RatedAllocation[]
  /** The next lower values, each with the allocations that tie for it. */
  readonly runnersUp: readonly RunnerUp[]
  /** The constraints that keep the optimum from being larger. */
  readonly binding: readonly BindingConstraint[]
}

/**
 * The allocation (K, L, J, Q) with the largest objective subject to $KL + J(Q-1) \le M_t$, $J \le J_{max}$ and the problem's
 * {@link AllocationConstraints}, certified: every other allocation was either examined, or is bounded by a proved bound
 * ({@link AllocationSearch}) that lies below the optimum's value less its numerical error.
 *
 * @example
 * const network = defineNetwork({ transmitAntennas: 8, maxTargetsPerCell: 2 })
 * optimizeAllocation({ network, rates: analyticRates(network) }, { objective: communicationObjective }).allocation // { usersPerCell: 5, communicationClusterSize: 1, targetsPerCell: 2, sensingClusterSize: 1 }
 *
 * @throws {EmptyFeasibleSetError} when no allocation is feasible; it names the constraint.
 * @throws {InvalidParameterError} for what is no network, and for constraints and options outside their domain.
 * @throws {UnknownNameError} for members of the problem, constraints and options that are not known.
 * @throws whatever the rate model throws.
 */
export const optimizeAllocation = (problem: AllocationProblem, options: OptimizeOptions): AllocationOptimum => {
  const steps = optimizationSteps(problem, options)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/**
 * {@link optimizeAllocation} in pieces of some milliseconds, between which progress can be shown and the work be given up.
 *
 * @example
 * const network = defineNetwork({ transmitAntennas: 4, maxTargetsPerCell: 2 })
 * const steps = optimizationSteps({ network, rates: analyticRates(network) }, { objective: sensingObjective })
 * let step = steps.next()
 * while (!step.done) step = steps.next()
 * step.value.allocation // { usersPerCell: 2, communicationClusterSize: 1, targetsPerCell: 2, sensingClusterSize: 2 }
 */
export function* optimizationSteps(
  problem: AllocationProblem,
  options: OptimizeOptions,
): Generator<OptimizationProgress, AllocationOptimum> {
  assertOptions('optimizeAllocation', options, optionChecks)
  const { objective, runnersUp = 5, findBindingConstraints = true } = options
  const space = askingFor(searchSpace(problem), objective.quantities ?? [])
  const total = countAllocations(space)
  const search = allocationSearch(space, objectiveCriterion(space, objective))
  const groups: { readonly members: ObjectiveValue[]; lower: number }[] = []
  let sinceYield = 0
  while (!search.exhausted()) {
    if (++sinceYield >= stepsBetweenPauses) {
      sinceYield = 0
      yield { examined: search.examined(), total }
    }
    const found = search.step()
    if (found === undefined) continue
    if (found.key === Number.NEGATIVE_INFINITY) break
    const last = groups.at(-1)
    if (last !== undefined && found.upper >= last.lower) {
      last.members.push(found)
      last.lower = Math.max(last.lower, found.lower)
    } else if (groups.length > runnersUp) break
    else groups.push({ members: [found], lower: found.lower })
  }
  const rated = groups.map(({ members }) => rankTies(space, members))
  const [best, ...others] = rated
  if (best === undefined) throw emptyFeasibleSet(space)
  const [optimum, ...ties] = best as [RatedAllocation, ...RatedAllocation[]]
  const binding = findBindingConstraints ? yield* bindingConstraints(space, objective, optimum) : []
  return {
    ...optimum,
    objective: objective.name,
    ties,
    runnersUp: others.map(([first, ...rest]) => ({ ...first!, ties: rest })),
    binding,
    ...search.counts(),
  }
}

const rankTies = (space: SearchSpace, group: readonly ObjectiveValue[]): RatedAllocation[] =>
  group
    .map(({ allocation, value, upper, lower }) => ({
      ...performanceOf(space, allocation),
      value,
      errorEstimate: Math.max(upper - value, value - lower),
    }))
    .sort(
      (a, b) =>
        b.value - a.value ||
        b.communication.ase + b.sensing.ase - a.communication.ase - a.sensing.ase ||
        b.degreesOfFreedomLeft - a.degreesOfFreedomLeft ||
        inOrder(a.allocation, b.allocation),
    )

const inOrder = (a: SpatialAllocation, b: SpatialAllocation): number =>
  a.usersPerCell - b.usersPerCell ||
  a.communicationClusterSize - b.communicationClusterSize ||
  a.targetsPerCell - b.targetsPerCell ||
  a.sensingClusterSize - b.sensingClusterSize
