/** The fraction of samples of the right law that a test refuses. The seeds are fixed: it fails in every run or in none. */
const FALSE_ALARM = 1e-6

/** The 1 − 10⁻⁶/2 quantile of the normal law. */
const NORMAL_QUANTILE = 4.8916

/** sup|F_n − F| for a continuous law. */
export const distanceToLaw = (sample: ArrayLike<number>, cdf: (x: number) => number): number => {
  const sorted = Float64Array.from(sample).sort()
  let largest = 0
  for (const [i, x] of sorted.entries()) {
    const p = cdf(x)
    if (Number.isNaN(p)) return Number.NaN
    largest = Math.max(largest, p - i / sorted.length, (i + 1) / sorted.length - p)
  }
  return largest
}

/** The bound that `distanceToLaw` of a sample of that law stays below, but for `FALSE_ALARM` (Massart 1990). */
export const criticalDistance = (count: number): number => Math.sqrt(Math.log(2 / FALSE_ALARM) / (2 * count))

/** Kolmogorov and Smirnov's distance to a law in units of its critical value. */
export const againstLaw = (sample: ArrayLike<number>, cdf: (x: number) => number): number =>
  distanceToLaw(sample, cdf) / criticalDistance(sample.length)

/**
 * The two-sample distance of Kolmogorov and Smirnov in units of its critical value. For samples of one size, at least 458,
 * Massart's constant holds as well (Wei and Dudley 2012).
 */
export const againstSample = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  if (a.length !== b.length || a.length < 458) throw new RangeError(`samples of ${a.length} and ${b.length}`)
  const first = Float64Array.from(a).sort()
  const second = Float64Array.from(b).sort()
  const n = first.length
  let largest = 0
  for (let i = 0, j = 0; i < n && j < n; ) {
    const x = Math.min(first[i]!, second[j]!)
    if (Number.isNaN(x)) return Number.NaN
    while (i < n && first[i] === x) i++
    while (j < n && second[j] === x) j++
    largest = Math.max(largest, Math.abs(i - j) / n)
  }
  return largest / Math.sqrt(Math.log(2 / FALSE_ALARM) / n)
}

/** |mean − expected| in units of its critical value, for a sample large enough for its mean to be normal. */
export const meanDeviation = (sample: ArrayLike<number>, expected: number, variance: number): number => {
  const mean = Array.from(sample).reduce((sum, x) => sum + x, 0) / sample.length
  return Math.abs(mean - expected) / (NORMAL_QUANTILE * Math.sqrt(variance / sample.length))
}

/** `count` values of a generator. */
export const draw = (count: number, generate: () => number): Float64Array =>
  Float64Array.from({ length: count }, () => generate())
