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
}

export const noNullingSums: NullingSums = { stations: 0, requests: 0, abandoned: 0, histogram: [] }

/** The sums of two sets of BSs together. */
export const mergeNullingSums = (a: NullingSums, b: NullingSums): NullingSums => ({
  stations: a.stations + b.stations,
  requests: a.requests + b.requests,
  abandoned: a.abandoned + b.abandoned,
  histogram: Array.from(
    { length: Math.max(a.histogram.length, b.histogram.length) },
    (_, n) => (a.histogram[n] ?? 0) + (b.histogram[n] ?? 0),
  ),
})
