import type { RatedAllocation } from '../problem/allocation.js'
import type { AllocationProblem } from '../problem/allocation-problem.js'
import { type Objective, sensingObjective } from '../problem/objective.js'
import { type AllocationOptimum, optimizeAllocation } from '../search/optimize-allocation.js'

/** The outcome of Lemma 3 in one network. */
export interface Lemma3Test {
  /** Whether an allocation with K = L = 1 maximises T_s, within the numerical error. */
  readonly holds: boolean
  /** The maximum of T_s over all allocations. */
  readonly optimum: AllocationOptimum
  /** The maximum of T_s among those with K = L = 1. */
  readonly withOneUser: RatedAllocation
  /** By how much the optimum is larger, relative: 0.02 is 2 %. */
  readonly gain: number
}

/**
 * Lemma 3 as a claim to be tested: “for the optimal sensing performance, K* = 1 and L* = 1”. It rests on an R_s that doesn't depend on K,
 * which the mean-gain approximation has; exactly, R_s grows a little with K (erratum E10), so that serving more users may sense better.
 * L doesn't occur in T_s, and L = 1 leaves most room: that part holds.
 *
 * @example
 * const network = defineNetwork({ transmitAntennas: 8, maxTargetsPerCell: 2 })
 * lemma3({ network, rates: analyticRates(network) }).optimum.allocation.usersPerCell // 2
 *
 * @throws {EmptyFeasibleSetError} when no allocation is feasible with K = L = 1.
 */
export const lemma3 = (problem: AllocationProblem): Lemma3Test => {
  const optimum = optimizeAllocation(problem, { objective: sensingObjective, findBindingConstraints: false })
  const withOneUser = optimizeAllocation(problem, {
    objective: oneUserSensing,
    runnersUp: 0,
    findBindingConstraints: false,
  })
  return {
    holds: withOneUser.value + withOneUser.errorEstimate >= optimum.value - optimum.errorEstimate,
    optimum,
    withOneUser,
    gain: optimum.value / withOneUser.value - 1,
  }
}

const oneUserSensing: Objective = {
  ...sensingObjective,
  name: 'sensing with K = L = 1',
  value: (performance) =>
    performance.allocation.usersPerCell * performance.allocation.communicationClusterSize === 1
      ? performance.sensing.ase
      : Number.NEGATIVE_INFINITY,
}
