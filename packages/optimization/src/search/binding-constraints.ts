import type { Service } from '@isacnet/model'
import type { RatedAllocation } from '../problem/allocation.js'
import { quantityModel, type SearchSpace } from '../problem/allocation-problem.js'
import type { Objective } from '../problem/objective.js'
import { MissingRateError } from '../rates/tabulated-rates.js'
import { largest } from './largest-value.js'
import type { ObjectiveValue } from './objective-criterion.js'
import type { OptimizationProgress } from './search-progress.js'

export type ConstraintName =
  | 'transmitAntennas'
  | 'maxTargetsPerCell'
  | 'minCommunicationClusterSize'
  | 'minSensingClusterSize'
  | 'minCommunicationRate'
  | 'minSensingRate'
  /** A limit of another quantity, by its name such as `communication-coverage:3dB`. */
  | QuantityConstraintName

/** A name such as `communication-coverage:3dB`. */
export type QuantityConstraintName = `${Service}-${string}`

/** A constraint that keeps the objective from being larger, and by how much. */
export interface BindingConstraint {
  readonly constraint: ConstraintName
  readonly limit: number
  /** The weaker limit that was tried: one antenna or target more, a cluster smaller by one, no minimum (0), no maximum (`null`). */
  readonly relaxedTo: number | null
  /** The optimum under the weaker limit. */
  readonly value: number
}

/**
 * The constraints that bind: those of which a weaker limit, all others kept, gives an optimum that is larger by more than the
 * numerical errors. Variables are integers, so a constraint may bind although it isn't met with equality, and the other way round;
 * therefore each relaxed problem is solved. A relaxation whose rates a table doesn't have is left out.
 */
export function* bindingConstraints(
  space: SearchSpace,
  objective: Objective,
  optimum: RatedAllocation,
): Generator<OptimizationProgress, BindingConstraint[]> {
  const binding: BindingConstraint[] = []
  for (const { constraint, limit, relaxedTo, relaxed } of relaxations(space)) {
    const best = yield* largestIfKnown(relaxed, objective)
    if (best !== undefined && best.lower > optimum.value + optimum.errorEstimate)
      binding.push({ constraint, limit, relaxedTo, value: best.value })
  }
  return binding
}

interface Relaxation {
  readonly constraint: ConstraintName
  readonly limit: number
  readonly relaxedTo: number | null
  readonly relaxed: SearchSpace
}

const relaxations = (space: SearchSpace): Relaxation[] => {
  const { antennas, maxTargets, minimumL, minimumQ, minCommunicationRate, minSensingRate } = space
  const relaxation = (constraint: ConstraintName, member: keyof SearchSpace, limit: number, relaxedTo: number) => ({
    constraint,
    limit,
    relaxedTo,
    relaxed: { ...space, [member]: relaxedTo },
  })
  return [
    relaxation('transmitAntennas', 'antennas', antennas, antennas + 1),
    relaxation('maxTargetsPerCell', 'maxTargets', maxTargets, maxTargets + 1),
    ...(minimumL > 1 ? [relaxation('minCommunicationClusterSize', 'minimumL', minimumL, minimumL - 1)] : []),
    ...(minimumQ > 1 ? [relaxation('minSensingClusterSize', 'minimumQ', minimumQ, minimumQ - 1)] : []),
    ...(minCommunicationRate > 0
      ? [relaxation('minCommunicationRate', 'minCommunicationRate', minCommunicationRate, 0)]
      : []),
    ...(minSensingRate > 0 ? [relaxation('minSensingRate', 'minSensingRate', minSensingRate, 0)] : []),
    ...space.limits.map(({ name, limit }) => ({
      constraint: name as QuantityConstraintName,
      limit,
      relaxedTo: quantityModel(space, name).grows ? 0 : null,
      relaxed: { ...space, limits: space.limits.filter((other) => other.name !== name) },
    })),
  ]
}

function* largestIfKnown(
  space: SearchSpace,
  objective: Objective,
): Generator<OptimizationProgress, ObjectiveValue | undefined> {
  try {
    return yield* largest(space, objective)
  } catch (error) {
    if (error instanceof MissingRateError) return undefined
    throw error
  }
}
