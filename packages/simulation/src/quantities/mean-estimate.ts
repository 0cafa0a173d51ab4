import type { Estimate } from './estimate.js'

/**
 * The mean over independent batches, and its error from their variance.
 *
 * @param width - the quantile of Student's distribution for the interval.
 * @param rounding - the part of the squares that their rounding may take from their difference: a probability that is 1 to 11 digits, averaged over
 * gains, would have an error of 0 without. Counts are exact.
 */
export const estimate = (count: number, sum: number, squares: number, width: number, rounding = 0): Estimate => {
  const mean = sum / count
  const least = rounding * squares
  const variance = count < 2 ? Number.POSITIVE_INFINITY : Math.max(least, squares - sum * mean) / (count - 1)
  return within(mean, Math.sqrt(variance / count), width)
}

/** An estimate from its mean, its error and the quantile of Student's distribution. */
export const within = (mean: number, standardError: number, width: number): Estimate => ({
  mean,
  standardError,
  interval: [mean - width * standardError, mean + width * standardError],
})
