import { askingFor, countAllocations, type SearchSpace } from '../problem/allocation-problem.js'
import type { Objective } from '../problem/objective.js'
import { allocationSearch } from './allocation-search.js'
import { type ObjectiveValue, objectiveCriterion } from './objective-criterion.js'
import { type OptimizationProgress, stepsBetweenPauses } from './search-progress.js'

/** The allocation with the largest value, or `undefined` when none is feasible. */
export function* largest(
  given: SearchSpace,
  objective: Objective,
): Generator<OptimizationProgress, ObjectiveValue | undefined> {
  const space = askingFor(given, objective.quantities ?? [])
  const search = allocationSearch(space, objectiveCriterion(space, objective))
  const total = countAllocations(space)
  for (let steps = 1; !search.exhausted(); steps++) {
    const found = search.step()
    if (found !== undefined) return found.key === Number.NEGATIVE_INFINITY ? undefined : found
    if (steps % stepsBetweenPauses === 0) yield { examined: search.examined(), total }
  }
  return undefined
}
