import { servicePerformance } from '@isacnet/analysis'
import type { AllocationPerformance, SpatialAllocation } from '../problem/allocation.js'
import { meetsLimits, performanceOf, quantityModel, type SearchSpace } from '../problem/allocation-problem.js'
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
  const its = objective.quantities ?? []
  return {
    dependsOn: objective.dependsOn,
    bound: ({ K, L, J, toQ, communicationRate, sensingRate, quantities }) => {
      const communication = objective.dependsOn.communication ? communicationRate : 0
      const sensing = objective.dependsOn.sensing ? sensingRate : 0
      const bounds = its.map((name) => quantities[name]!)
      if (!objective.monotone || ![communication, sensing, ...bounds].every(Number.isFinite))
        return Number.POSITIVE_INFINITY
      return evaluateObjective(
        objective,
        hypothetical(space, allocationOf(K, L, J, toQ), communication, sensing, quantities),
      )
    },
    evaluate: (allocation) => {
      const performance = dependsOnBoth
        ? performanceOf(space, allocation)
        : partialPerformance(space, objective, allocation)
      const value = evaluateObjective(objective, performance)
      const { communication, sensing, quantities = {} } = performance
      const errors = [
        communication.errorEstimate,
        sensing.errorEstimate,
        ...its.map((name) => quantities[name]!.errorEstimate),
      ]
      const at = (signs: readonly number[]): number =>
        errors.every((error) => error === 0)
          ? value
          : evaluateObjective(
              objective,
              hypothetical(
                space,
                allocation,
                communication.rate + signs[0]! * errors[0]!,
                sensing.rate + signs[1]! * errors[1]!,
                Object.fromEntries(
                  its.map((name, i) => [name, quantities[name]!.value + signs[i + 2]! * errors[i + 2]!]),
                ),
              ),
            )
      // Of a monotone objective the ends are where all is better or all is worse; of an error, better is less.
      const better = [1, 1, ...its.map((name) => (quantityModel(space, name).grows ? 1 : -1))]
      const corners = objective.monotone
        ? [at(better), at(better.map((sign) => -sign))]
        : everySign(errors.length).map(at)
      const upper = Math.max(value, ...corners)
      const lower = Math.min(value, ...corners)
      return {
        allocation,
        value,
        upper,
        lower,
        key: meetsLimits(space, performance) ? upper : Number.NEGATIVE_INFINITY,
      }
    },
  }
}

/** Every combination of so many signs. */
const everySign = (count: number): readonly (readonly number[])[] => {
  const ends = [1, -1]
  let found: readonly (readonly number[])[] = [[]]
  for (let i = 0; i < count; i++) found = found.flatMap((signs) => ends.map((sign) => [...signs, sign]))
  return found
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
  quantities: Readonly<Record<string, number>>,
): AllocationPerformance => {
  const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = allocation
  const site = { baseStationDensity: density, ...allocation }
  return {
    allocation,
    communication: servicePerformance('communication', site, { value: communicationRate, errorEstimate: 0 }),
    sensing: servicePerformance('sensing', site, { value: sensingRate, errorEstimate: 0 }),
    degreesOfFreedomLeft: antennas - K * L - J * (Q - 1),
    quantities: Object.fromEntries(
      Object.entries(quantities).map(([name, value]) => [name, { value, errorEstimate: 0 }]),
    ),
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
