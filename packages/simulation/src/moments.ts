/** Count, mean and sum of squared deviations of a sample: what an average and its standard error need. */
export interface Moments {
  readonly count: number
  readonly mean: number
  /** $\sum (x_i - \bar x)^2$. */
  readonly squaredDeviations: number
}

export const noMoments: Moments = { count: 0, mean: 0, squaredDeviations: 0 }

/** The moments of a sample, in two passes. */
export const momentsOf = (sample: Float64Array): Moments => {
  const count = sample.length
  if (count === 0) return noMoments
  let sum = 0
  for (const x of sample) sum += x
  const mean = sum / count
  let squaredDeviations = 0
  for (const x of sample) squaredDeviations += (x - mean) * (x - mean)
  return { count, mean, squaredDeviations }
}

/**
 * The moments of two samples together (Chan, Golub and LeVeque 1983). Merging blocks one after the other in their order gives
 * the same bits, whoever computed them.
 */
export const mergeMoments = (a: Moments, b: Moments): Moments => {
  if (a.count === 0) return b
  if (b.count === 0) return a
  const count = a.count + b.count
  const difference = b.mean - a.mean
  return {
    count,
    mean: a.mean + (difference * b.count) / count,
    squaredDeviations:
      a.squaredDeviations + b.squaredDeviations + (difference * difference * a.count * b.count) / count,
  }
}

/** Standard error of the mean; `Infinity` below two observations. */
export const standardError = ({ count, squaredDeviations }: Moments): number =>
  count < 2 ? Number.POSITIVE_INFINITY : Math.sqrt(squaredDeviations / (count - 1) / count)
