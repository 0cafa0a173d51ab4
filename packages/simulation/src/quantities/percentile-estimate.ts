import { binDb, type DistributionSums } from './distribution-sums.js'
import type { Estimate } from './estimate.js'

/** As many SIRs must lie on either side of a percentile, from as many trials: below, nothing is said of its error. */
const leastBeyond = 20

/**
 * The value of a monotone function at a percentile of the SIR, from the distribution of simulated ones.
 *
 * The percentile solves $\hat F(y) = p$, linearly within a bin. Its interval is where p lies within $\hat F(y)\pm t\,s(y)$, with the standard error s of $\hat F(y)$ from the
 * variance between batches, and its standard error half of the interval with t = 1: no density is estimated.
 *
 * @param share - p in (0, 1).
 * @param trials - of which the SIRs are.
 * @param width - t, the quantile of Student's distribution.
 * @param bin - the width of the bins in dB.
 * @returns an infinite error and interval where too few SIRs lie beyond.
 */
export const percentileEstimate = (
  distribution: DistributionSums,
  { share, of }: { readonly share: number; readonly of: (sir: number) => number },
  { batches, trials, width }: { readonly batches: number; readonly trials: number; readonly width: number },
  bin = binDb,
): Estimate => {
  const curve = cumulated(distribution, batches, bin)
  const at = (t: number): number => of(10 ** (crossing(curve, (F, s) => F + t * s, share) / 10))
  const mean = at(0)
  const known = batches > 1 && trials * Math.min(share, 1 - share) >= leastBeyond
  if (!known)
    return {
      mean,
      standardError: Number.POSITIVE_INFINITY,
      interval: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    }
  const interval = [at(width), at(-width)].sort((a, b) => a - b) as [number, number]
  return { mean, standardError: Math.abs(at(1) - at(-1)) / 2, interval }
}

/** $\hat F$ and its standard error at the upper ends of bins; the first entry is the lower end of the first bin. */
interface Curve {
  readonly firstDb: number
  readonly bin: number
  readonly F: Float64Array
  readonly errors: Float64Array
}

const cumulated = (
  { first, counts, squares, drawsPerBatch }: DistributionSums,
  batches: number,
  bin: number,
): Curve => {
  const F = new Float64Array(counts.length + 1)
  const errors = new Float64Array(counts.length + 1)
  let below = 0
  let squared = 0
  for (let k = 0; k < counts.length; k++) {
    below += counts[k]!
    squared += squares[k]!
    F[k + 1] = below / (batches * drawsPerBatch)
    const variance = Math.max(0, squared - (below * below) / batches) / Math.max(1, batches - 1)
    errors[k + 1] = Math.sqrt(variance / batches) / drawsPerBatch
  }
  return { firstDb: first * bin, bin, F, errors }
}

/** Where a function of $\hat F$ and its error first reaches p, in dB. */
const crossing = ({ firstDb, bin, F, errors }: Curve, of: (F: number, error: number) => number, p: number): number => {
  let before = of(F[0]!, errors[0]!)
  for (let k = 1; k < F.length; k++) {
    const value = of(F[k]!, errors[k]!)
    if (value >= p) {
      const within = value === before ? 1 : Math.min(1, Math.max(0, (p - before) / (value - before)))
      return firstDb + bin * (k - 1 + within)
    }
    before = value
  }
  return firstDb + bin * (F.length - 1)
}
