import { addCounts } from './add-counts.js'
import { mergeRequestCounts, type RequestCounts } from './request-counts.js'

/** Sums of the nulling requests at the BSs of the drops. Counts are integers, so merging is exact. */
export interface NullingSums {
  /** BSs whose requests were counted. */
  readonly stations: number
  /** Requests that they got. */
  readonly requests: number
  /** Requests that they abandoned. */
  readonly abandoned: number
  /** How many BSs got 0, 1, 2, … requests; as long as needed. */
  readonly histogram: readonly number[]
  /** The counts drop by drop; left out where an earlier version counted some of the drops. */
  readonly byDrop?: RequestCounts
}

export const noNullingSums: NullingSums = { stations: 0, requests: 0, abandoned: 0, histogram: [] }

/** The sums of two sets of BSs together. */
export const mergeNullingSums = (a: NullingSums, b: NullingSums): NullingSums => ({
  stations: a.stations + b.stations,
  requests: a.requests + b.requests,
  abandoned: a.abandoned + b.abandoned,
  histogram: addCounts(a.histogram, b.histogram),
  ...mergedCounts(a, b),
})

/** A part that only one of them has can't be told of both. */
const mergedCounts = (a: NullingSums, b: NullingSums): Pick<NullingSums, 'byDrop'> => {
  if (a.stations === 0) return b.byDrop === undefined ? {} : { byDrop: b.byDrop }
  if (b.stations === 0) return a.byDrop === undefined ? {} : { byDrop: a.byDrop }
  return a.byDrop === undefined || b.byDrop === undefined ? {} : { byDrop: mergeRequestCounts(a.byDrop, b.byDrop) }
}
