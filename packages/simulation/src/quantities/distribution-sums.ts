/**
 * The distribution of the SIR in bins of {@link binDb}, or of another width that is chosen: bin k has the SIRs from $k$ to $k+1$ bins above 0 dB. Those beyond
 * ±{@link furthestDb} are in the outermost bins. Integers, so that merging is exact.
 */
export interface DistributionSums {
  /** The percentiles that are chosen, by their names. */
  readonly quantities: readonly string[]
  /** SIRs in each batch, several of each trial. */
  readonly drawsPerBatch: number
  /** The number k of the first bin that is listed; all others are empty. */
  readonly first: number
  /** How many SIRs are in each bin. */
  readonly counts: readonly number[]
  /**
   * The increments of $\sum_bN_b(k)^2$ over k, where $N_b(k)$ is the number of SIRs of a batch in bins up to k: the j-th smallest SIR of a batch adds
   * $2j-1$ to its bin.
   */
  readonly squares: readonly number[]
}

/** The width of a bin in dB: a percentile that is interpolated within it is off by less than 1e-4 dB. */
export const binDb = 0.05

const furthestDb = 400

/** Whether so many bins from this one on are within ±{@link furthestDb}. */
export const areBins = (first: number, bins: number, width = binDb): boolean =>
  Number.isSafeInteger(first) && first >= -furthestDb / width && first + bins <= furthestDb / width

const binOf = (sir: number, width: number): number => {
  const outermost = furthestDb / width
  if (!(sir > 0)) return -outermost
  return Math.max(-outermost, Math.min(outermost - 1, Math.floor((10 * Math.log10(sir)) / width)))
}

/** The sums of one batch, in bins of this width in dB. */
export const distributionOf = (quantities: readonly string[], sirs: Float64Array, width = binDb): DistributionSums => {
  const sorted = Float64Array.from(sirs).sort()
  const first = binOf(sorted[0]!, width)
  const bins = binOf(sorted.at(-1)!, width) - first + 1
  const counts = new Array<number>(bins).fill(0)
  const squares = new Array<number>(bins).fill(0)
  for (let j = 0; j < sorted.length; j++) {
    const bin = binOf(sorted[j]!, width) - first
    counts[bin]! += 1
    squares[bin]! += 2 * j + 1
  }
  return { quantities, drawsPerBatch: sirs.length, first, counts, squares }
}

/** The sums of two sets of batches; nothing where they don't fit together. */
export const mergeDistributions = (a: DistributionSums, b: DistributionSums): DistributionSums | undefined => {
  if (a.drawsPerBatch !== b.drawsPerBatch || a.quantities.join() !== b.quantities.join()) return undefined
  const first = Math.min(a.first, b.first)
  const end = Math.max(a.first + a.counts.length, b.first + b.counts.length)
  const added = (member: 'counts' | 'squares'): readonly number[] => {
    const sums = new Array<number>(end - first).fill(0)
    for (const one of [a, b])
      for (let k = 0; k < one[member].length; k++) sums[one.first - first + k]! += one[member][k]!
    return sums
  }
  return { ...a, first, counts: added('counts'), squares: added('squares') }
}
