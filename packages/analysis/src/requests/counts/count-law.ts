import { regularizedLowerIncompleteGamma } from '@isacnet/special-functions'
import { chebyshevTable } from '../../rules/work/chebyshev-table.js'

/** The law of a number of requests: the probability of each n ≥ 0, up to where the rest is negligible. */
export type CountLaw = Float64Array

/** $\mathrm E\,f(N)$. */
export const meanCount = (law: CountLaw, f: (n: number) => number = (n) => n): number => {
  let sum = 0
  for (let n = 0; n < law.length; n++) if (law[n]! !== 0) sum += law[n]! * f(n)
  return sum
}

/** $\mathrm{Var}\,N$. */
export const varianceOfCount = (law: CountLaw): number => {
  const mean = meanCount(law)
  return meanCount(law, (n) => (n - mean) ** 2)
}

/** Skewness of requests from many cells, which is 0.05 to 0.2. */
const skewness = 0.1

/** $\mathrm P(X \le x)$ of the standardised Pearson III law. */
const standardPearson = chebyshevTable((x) => {
  const shape = 4 / skewness ** 2
  const y = (x + 2 / skewness) * (2 / skewness)
  return y <= 0 ? 0 : regularizedLowerIncompleteGamma(shape, y)
})

/** Standard deviations from the mean beyond which there is nothing. */
const tail = 9

/**
 * A count of requests from many cells: a Pearson III law (a shifted gamma law) of this mean and variance, less Sheppard's 1/12, rounded to
 * integers; what is below `least` is at `least`.
 */
export const smoothCount = (mean: number, variance: number, least = 0): CountLaw => {
  if (mean - least < 1e-9) return certainCount(least)
  const deviation = Math.sqrt(Math.max(variance - 1 / 12, 1e-3))
  const length = Math.max(least, Math.ceil(mean + tail * deviation)) + 1
  const law = new Float64Array(length)
  let below = 0
  for (let n = least; n < length; n++) {
    const x = (n + 0.5 - mean) / deviation
    const upTo = x > tail || n === length - 1 ? 1 : x < -tail ? 0 : standardPearson(x)
    law[n] = upTo - below
    below = upTo
  }
  return law
}

/** Always the same number. */
export const certainCount = (count: number): CountLaw => {
  const law = new Float64Array(count + 1)
  law[count] = 1
  return law
}
