import type { SirValues } from '@isacnet/model'
import { addExactly, type ExactSum, exactSum, noSum } from '@isacnet/special-functions'
import { countCovered, coverageThresholdsDb } from './coverage-grid.js'
import type { ReceiverTrials } from './receiver-trials.js'

/**
 * Sums over the batches of one kind of receiver: of each batch's mean, its square, and so on. Batches are
 * independent, the trials of one need not be. Sums are exact, so merging is associative and commutative to the bit.
 */
export interface RateSums {
  /** Independent batches. */
  readonly batches: number
  /** Σ of the batches' mean rates, in nats. */
  readonly rate: ExactSum
  /** Σ of their squares. */
  readonly squaredRate: ExactSum
  /** Σ of the batches' mean bounds of the bias, in nats. */
  readonly bias: ExactSum
  /** Trials above each threshold of `coverageThresholdsDb`. */
  readonly covered: readonly number[]
  /** Σ over batches of the square of a batch's number of such trials. */
  readonly squaredCovered: readonly number[]
  /** The quantities that are means of other functions of the SIR; left out where there is none. */
  readonly means?: SirValues<MeanSums>
}

/** Sums of the batches' means of a function of the SIR. */
export interface MeanSums {
  readonly mean: ExactSum
  /** Σ of their squares. */
  readonly squared: ExactSum
}

/** A quantity whose value in a trial is a function of the SIR. */
export interface TrialQuantity {
  readonly name: string
  readonly of: (sir: number) => number
}

const zeros: readonly number[] = coverageThresholdsDb.map(() => 0)

export const noRateSums: RateSums = {
  batches: 0,
  rate: noSum,
  squaredRate: noSum,
  bias: noSum,
  covered: zeros,
  squaredCovered: zeros,
}

const mean = (values: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return sum / values.length
}

const counts = new Float64Array(coverageThresholdsDb.length)

/**
 * The sums of one batch.
 *
 * @param quantities - the means of functions of the SIR that are kept besides the rate.
 */
export const batchSums = (
  { rates, biases, sirs }: ReceiverTrials,
  quantities: readonly TrialQuantity[] = [],
): RateSums => {
  const rate = mean(rates)
  countCovered(sirs, counts)
  return {
    batches: 1,
    rate: exactSum([rate]),
    squaredRate: exactSum([rate * rate]),
    bias: exactSum([mean(biases)]),
    covered: Array.from(counts),
    squaredCovered: Array.from(counts, (count) => count * count),
    ...withMeans(
      Object.fromEntries(
        quantities.map(({ name, of }) => {
          const value = mean(sirs.map(of))
          return [name, { mean: exactSum([value]), squared: exactSum([value * value]) }]
        }),
      ),
    ),
  }
}

const withMeans = (means: SirValues<MeanSums>): Pick<RateSums, 'means'> =>
  Object.keys(means).length === 0 ? {} : { means }

/** Sums that only one of them has can't be told of both: those of an older version lack newer quantities. */
const mergeMeans = (a: RateSums, b: RateSums): SirValues<MeanSums> => {
  if (a.batches === 0) return b.means ?? {}
  if (b.batches === 0) return a.means ?? {}
  const others: Readonly<Record<string, MeanSums>> = b.means ?? {}
  return Object.fromEntries(
    Object.entries<MeanSums>(a.means ?? {}).flatMap(([quantity, { mean, squared }]) => {
      const other = others[quantity]
      return other === undefined
        ? []
        : [[quantity, { mean: addExactly(mean, other.mean), squared: addExactly(squared, other.squared) }]]
    }),
  )
}

/** The sums of two sets of batches together. */
export const mergeRateSums = (a: RateSums, b: RateSums): RateSums => ({
  batches: a.batches + b.batches,
  rate: addExactly(a.rate, b.rate),
  squaredRate: addExactly(a.squaredRate, b.squaredRate),
  bias: addExactly(a.bias, b.bias),
  covered: a.covered.map((count, k) => count + b.covered[k]!),
  squaredCovered: a.squaredCovered.map((square, k) => square + b.squaredCovered[k]!),
  ...withMeans(mergeMeans(a, b)),
})
