import type { AllocationPerformance } from '../problem/allocation.js'
import { countAllocations, type SearchSpace } from '../problem/allocation-problem.js'
import type { Objective } from '../problem/objective.js'
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
  const { antennas, minimumL, minimumQ, minCommunicationRate, minSensingRate } = space
  const clusters: GivenConstraint[] = [
    { constraint: 'minCommunicationClusterSize', limit: minimumL } as const,
    { constraint: 'minSensingClusterSize', limit: minimumQ } as const,
  ].filter(({ limit }) => limit > 1)
  const reason = (
    constraint: 'minCommunicationRate' | 'minSensingRate',
    most: ObjectiveValue,
    given: readonly GivenConstraint[],
  ): EmptyFeasibleSet => ({
    constraint,
    required: space[constraint],
    attainable: most.value,
    allocation: most.allocation,
    transmitAntennas: antennas,
    given,
  })
  const anyRates = { ...space, minCommunicationRate: 0, minSensingRate: 0 }
  const mostCommunication = solve(anyRates, communicationRateObjective)
  if (mostCommunication.upper < minCommunicationRate) return reason('minCommunicationRate', mostCommunication, clusters)
  const mostSensing = solve(anyRates, sensingRateObjective)
  if (mostSensing.upper < minSensingRate) return reason('minSensingRate', mostSensing, clusters)
  const jointly = solve({ ...space, minSensingRate: 0 }, sensingRateObjective)
  if (jointly.upper < minSensingRate)
    return reason('minSensingRate', jointly, [
      ...clusters,
      { constraint: 'minCommunicationRate', limit: minCommunicationRate },
    ])
  return {
    constraint: 'objective',
    required: Number.NaN,
    attainable: Number.NEGATIVE_INFINITY,
    given: [],
    transmitAntennas: antennas,
  }
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
