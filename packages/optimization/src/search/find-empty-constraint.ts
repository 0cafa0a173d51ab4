import type { AllocationPerformance } from '../problem/allocation.js'
import { countAllocations, quantityModel, type SearchSpace } from '../problem/allocation-problem.js'
import { type Objective, quantityObjective } from '../problem/objective.js'
import type { ConstraintName, QuantityConstraintName } from './binding-constraints.js'
import { type EmptyFeasibleSet, EmptyFeasibleSetError, type GivenConstraint } from './empty-feasible-set-error.js'
import { largest } from './largest-value.js'
import type { ObjectiveValue } from './objective-criterion.js'

/** Which constraint of a problem leaves no allocation, found by solving for the most that the others leave. */
export const emptyFeasibleSet = (space: SearchSpace): EmptyFeasibleSetError =>
  new EmptyFeasibleSetError(countAllocations(space) === 0 ? emptyByClusters(space) : emptyByRates(space))

/** Even K = J = 1 takes L_th + Q_th − 1 degrees of freedom. */
const emptyByClusters = ({ antennas, minimumL, minimumQ }: SearchSpace): EmptyFeasibleSet =>
  minimumL > antennas
    ? {
        constraint: 'minCommunicationClusterSize',
        required: minimumL,
        attainable: antennas,
        transmitAntennas: antennas,
        given: [],
      }
    : {
        constraint: 'minSensingClusterSize',
        required: minimumQ,
        attainable: antennas - minimumL + 1,
        transmitAntennas: antennas,
        given: minimumL > 1 ? [{ constraint: 'minCommunicationClusterSize', limit: minimumL }] : [],
      }

const emptyByRates = (space: SearchSpace): EmptyFeasibleSet => {
  const { antennas, minimumL, minimumQ } = space
  const clusters: GivenConstraint[] = [
    { constraint: 'minCommunicationClusterSize', limit: minimumL } as const,
    { constraint: 'minSensingClusterSize', limit: minimumQ } as const,
  ].filter(({ limit }) => limit > 1)
  const reason = (
    { constraint, limit, sign }: Demand,
    most: ObjectiveValue,
    given: readonly GivenConstraint[],
  ): EmptyFeasibleSet => ({
    constraint,
    required: limit,
    attainable: sign * most.value,
    allocation: most.allocation,
    transmitAntennas: antennas,
    given,
    ...(sign < 0 ? { atLeast: true } : {}),
  })
  const demands = demandsOf(space)
  const without = { ...space, minCommunicationRate: 0, minSensingRate: 0, limits: [] }
  // Each alone, then each beside those before it.
  for (const demand of demands) {
    const most = solve(without, demand.objective)
    if (demand.isMissedBy(most)) return reason(demand, most, clusters)
  }
  let beside: SearchSpace = without
  const before: GivenConstraint[] = []
  for (const demand of demands) {
    const most = solve(beside, demand.objective)
    if (demand.isMissedBy(most)) return reason(demand, most, [...clusters, ...before])
    beside = demand.added(beside)
    before.push({ constraint: demand.constraint, limit: demand.limit })
  }
  return {
    constraint: 'objective',
    required: Number.NaN,
    attainable: Number.NEGATIVE_INFINITY,
    given: [],
    transmitAntennas: antennas,
  }
}

/** A limit of a rate or of another quantity, and how to find out what could be had of it. */
interface Demand {
  readonly constraint: ConstraintName
  readonly limit: number
  /** −1 of an error, of which the objective is the negative. */
  readonly sign: 1 | -1
  readonly objective: Objective
  readonly isMissedBy: (most: ObjectiveValue) => boolean
  /** The space with this demand as well. */
  readonly added: (space: SearchSpace) => SearchSpace
}

const demandsOf = (space: SearchSpace): readonly Demand[] => {
  const rate = (constraint: 'minCommunicationRate' | 'minSensingRate', objective: Objective): Demand => ({
    constraint,
    limit: space[constraint],
    sign: 1,
    objective,
    isMissedBy: ({ upper }) => upper < space[constraint],
    added: (other) => ({ ...other, [constraint]: space[constraint] }),
  })
  return [
    ...(space.minCommunicationRate > 0 ? [rate('minCommunicationRate', communicationRateObjective)] : []),
    ...(space.minSensingRate > 0 ? [rate('minSensingRate', sensingRateObjective)] : []),
    ...space.limits.map((limited): Demand => {
      const sign = quantityModel(space, limited.name).grows ? 1 : -1
      return {
        constraint: limited.name as QuantityConstraintName,
        limit: limited.limit,
        sign,
        objective: quantityObjective(limited.name),
        isMissedBy: ({ upper }) => (sign > 0 ? upper < limited.limit : -upper > limited.limit),
        added: (other) => ({ ...other, limits: [...other.limits, limited] }),
      }
    }),
  ]
}

/** The largest value where there is one. */
const solve = (space: SearchSpace, objective: Objective): ObjectiveValue => {
  const steps = largest(space, objective)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value!
  }
}

const communicationRateObjective: Objective = {
  name: 'communication rate',
  value: ({ communication }: AllocationPerformance) => communication.rate,
  monotone: true,
  dependsOn: { communication: true, sensing: false },
}

const sensingRateObjective: Objective = {
  name: 'sensing rate',
  value: ({ sensing }: AllocationPerformance) => sensing.rate,
  monotone: true,
  dependsOn: { communication: false, sensing: true },
}
