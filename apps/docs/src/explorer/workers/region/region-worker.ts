import {
  type AchievableRegion,
  type AllocationOptimum,
  describeEmptyFeasibleSet,
  EmptyFeasibleSetError,
  type OptimizationProgress,
} from '@isacnet/optimization'
import { inSymbols } from '../../state/parameters/in-symbols.js'
import { answerRequests, inTurns } from '../answer-requests.js'
import { type RegionQuestion, RegionSearch } from './region-search.js'

export interface RegionRequest extends RegionQuestion {
  /** The answers that aren't known yet: the region without limits, that with them, the optimum. */
  readonly wanted: { readonly region: boolean; readonly limited: boolean; readonly optimum: boolean }
}

/** A part of the answer: progress again and again, the regions, the optimum. */
export interface RegionPart {
  readonly progress?: OptimizationProgress
  readonly region?: AchievableRegion
  /** The region of the allocations that meet the limits, or why there is none. */
  readonly limited?: AchievableRegion | { readonly empty: string }
  readonly optimum?: AllocationOptimum
}

/** In milliseconds. */
const turnLength = 30

const search = new RegionSearch()

answerRequests<RegionRequest, RegionPart>(
  async ({ wanted, ...question }, turn) => {
    const tell = (progress: OptimizationProgress): void => turn.post({ progress }, false)
    if (wanted.region)
      turn.post({ region: await inTurns(search.region(question, {}), turn, tell) }, !wanted.limited && !wanted.optimum)
    if (wanted.limited) {
      try {
        turn.post({ limited: await inTurns(search.region(question, question.limits), turn, tell) }, !wanted.optimum)
      } catch (error) {
        const empty = emptinessOf(error)
        if (empty === undefined) throw error
        turn.post({ limited: { empty } }, true)
        return
      }
    }
    if (wanted.optimum) turn.post({ optimum: await inTurns(search.optimum(question), turn, tell) }, true)
  },
  undefined,
  turnLength,
)

/** Which limit leaves no allocation, if that is what an error says. */
const emptinessOf = (error: unknown): string | undefined => {
  if (error instanceof EmptyFeasibleSetError) return inSymbols(describeEmptyFeasibleSet(error.reason))
  return error instanceof RangeError ? error.message : undefined
}
