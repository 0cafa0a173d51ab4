import { servicePerformance } from '@isacnet/analysis'
import type { AllocationPerformance, SpatialAllocation } from '../problem/allocation.js'
import { meetsMinimumRates, performanceOf, type SearchSpace } from '../problem/allocation-problem.js'
import type { Objective } from '../problem/objective.js'
import type { SearchCriterion } from './allocation-search.js'

/** The objective at an allocation, and the interval in which the numerical errors of its rates leave it. */
export interface ObjectiveValue {
  readonly allocation: SpatialAllocation
  readonly value: number
  readonly upper: number
  readonly lower: number
  /** `upper`, or −∞ when the minimum rates aren't met. */
  readonly key: number
}

/** A search for the largest values of an objective. */
export const objectiveCriterion = (space: SearchSpace, objective: Objective): SearchCriterion<ObjectiveValue> => {
  const dependsOnBoth = objective.dependsOn.communication && objective.dependsOn.sensing
  return {
    dependsOn: objective.dependsOn,
    bound: ({ K, L, J, toQ, communicationRate, sensingRate }) => {
      const communication = objective.dependsOn.communication ? communicationRate : 0
      const sensing = objective.dependsOn.sensing ? sensingRate : 0
      if (!objective.monotone || !Number.isFinite(communication + sensing)) return Number.POSITIVE_INFINITY
      return evaluateObjective(objective, hypothetical(space, allocationOf(K, L, J, toQ), communication, sensing))
    },
    evaluate: (allocation) => {
      const performance = dependsOnBoth
        ? performanceOf(space, allocation)
        : partialPerformance(space, objective, allocation)
      const value = evaluateObjective(objective, performance)
      const { rate: rc, errorEstimate: ec } = performance.communication
      const { rate: rs, errorEstimate: es } = performance.sensing
      const at = (communication: number, sensing: number): number =>
        ec === 0 && es === 0
          ? value
          : evaluateObjective(objective, hypothetical(space, allocation, communication, sensing))
      const corners = objective.monotone
        ? [at(rc + ec, rs + es), at(rc - ec, rs - es)]
        : [at(rc + ec, rs + es), at(rc - ec, rs - es), at(rc + ec, rs - es), at(rc - ec, rs + es)]
      const upper = Math.max(value, ...corners)
      const lower = Math.min(value, ...corners)
      return {
        allocation,
        value,
        upper,
        lower,
        key: meetsMinimumRates(space, performance) ? upper : Number.NEGATIVE_INFINITY,
      }
    },
  }
}

const allocationOf = (K: number, L: number, J: number, Q: number): SpatialAllocation => ({
  usersPerCell: K,
  communicationClusterSize: L,
  targetsPerCell: J,
  sensingClusterSize: Q,
})

/** The performance that an allocation would have with these rates. */
const hypothetical = (
  { density, antennas }: SearchSpace,
  allocation: SpatialAllocation,
  communicationRate: number,
  sensingRate: number,
): AllocationPerformance => {
  const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = allocation
  const site = { baseStationDensity: density, ...allocation }
  return {
    allocation,
    communication: servicePerformance('communication', site, { value: communicationRate, errorEstimate: 0 }),
    sensing: servicePerformance('sensing', site, { value: sensingRate, errorEstimate: 0 }),
    degreesOfFreedomLeft: antennas - K * L - J * (Q - 1),
  }
}

/** Without the rates that neither the objective nor a constraint asks for, which are 0 here. */
const partialPerformance = (
  space: SearchSpace,
  { dependsOn }: Objective,
  allocation: SpatialAllocation,
): AllocationPerformance => {
  const { rates, minCommunicationRate, minSensingRate } = space
  const nothing = () => ({ value: 0, errorEstimate: 0 })
  return performanceOf(
    {
      ...space,
      rates: {
        ...rates,
        communication: dependsOn.communication || minCommunicationRate > 0 ? rates.communication : nothing,
        sensing: dependsOn.sensing || minSensingRate > 0 ? rates.sensing : nothing,
      },
    },
    allocation,
  )
}

const evaluateObjective = (objective: Objective, performance: AllocationPerformance): number => {
  const value = objective.value(performance)
  if (Number.isNaN(value)) {
    const {
      usersPerCell: K,
      communicationClusterSize: L,
      targetsPerCell: J,
      sensingClusterSize: Q,
    } = performance.allocation
    throw new RangeError(
      `the objective ‘${objective.name}’ must be a number, got NaN at K = ${K}, L = ${L}, J = ${J}, Q = ${Q}`,
    )
  }
  return value
}
