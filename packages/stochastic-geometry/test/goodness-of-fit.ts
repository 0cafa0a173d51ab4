/**
 * A test that passes all but this fraction of samples of the right law. About 100 such tests together fail by chance for
 * one seed in 10⁴; the seeds are fixed, so they fail in every run or in none.
 */
const FALSE_ALARM = 1e-6

/**
 * √n·sup|F_n − F| over its critical value √(ln(2/α)/2): above 1 for a fraction of samples of at most α whatever n and F,
 * discrete ones included (Dvoretzky, Kiefer, Wolfowitz; constant by Massart 1990).
 *
 * @param cdf - P(X ≤ x), and for laws with atoms P(X < x) as `before`.
 */
export function kolmogorovSmirnov(
  sample: ArrayLike<number>,
  cdf: (x: number) => number,
  before: (x: number) => number = cdf,
): number {
  const sorted = Float64Array.from(sample).sort()
  const n = sorted.length
  let largest = 0
  for (let first = 0; first < n; ) {
    const x = sorted[first]!
    let end = first + 1
    while (end < n && sorted[end] === x) end++
    largest = Math.max(largest, Math.abs(before(x) - first / n), Math.abs(cdf(x) - end / n))
    if (Number.isNaN(x)) return Number.NaN
    first = end
  }
  return (largest * Math.sqrt(n)) / Math.sqrt(Math.log(2 / FALSE_ALARM) / 2)
}

/** The 1 − 10⁻⁶/2 quantile of the normal law. */
const NORMAL_QUANTILE = 4.8916

/** |mean − expected| in units of its critical value at `FALSE_ALARM` for a sample large enough to be normal. */
export function meanDeviation(sample: ArrayLike<number>, expected: number, standardDeviation: number): number {
  let sum = 0
  for (let i = 0; i < sample.length; i++) sum += sample[i]!
  return Math.abs(sum / sample.length - expected) / (NORMAL_QUANTILE * (standardDeviation / Math.sqrt(sample.length)))
}

/** √n times the correlation of two samples of independent variates, in units of its critical value at `FALSE_ALARM`. */
export function correlationDeviation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length
  let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0]
  for (let i = 0; i < n; i++) {
    sumA += a[i]!
    sumB += b[i]!
    sumAA += a[i]! ** 2
    sumBB += b[i]! ** 2
    sumAB += a[i]! * b[i]!
  }
  const covariance = sumAB / n - (sumA / n) * (sumB / n)
  const variances = (sumAA / n - (sumA / n) ** 2) * (sumBB / n - (sumB / n) ** 2)
  return (Math.abs(covariance / Math.sqrt(variances)) * Math.sqrt(n)) / NORMAL_QUANTILE
}

/**
 * The chi-square statistic of counts with equal probabilities over its critical value at `FALSE_ALARM`, by Wilson and
 * Hilferty's cube; expected counts ought to exceed 20.
 */
export function chiSquareUniform(counts: ArrayLike<number>): number {
  let total = 0
  for (let i = 0; i < counts.length; i++) total += counts[i]!
  const expected = total / counts.length
  let statistic = 0
  for (let i = 0; i < counts.length; i++) statistic += (counts[i]! - expected) ** 2 / expected
  const freedom = counts.length - 1
  const cube = 2 / (9 * freedom)
  return statistic / (freedom * (1 - cube + 4.7534 * Math.sqrt(cube)) ** 3)
}

/** `count` values of a generator. */
export const draw = (count: number, generate: () => number): Float64Array =>
  Float64Array.from({ length: count }, () => generate())
