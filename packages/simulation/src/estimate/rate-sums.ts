import { addExactly, type ExactSum, exactSum, noSum } from '@isacnet/special-functions'
import { type ControlGroupName, type ControlSums, controlSums, mergeControlSums } from '../quantities/control-sums.js'
import { mergeQuantitySums, type QuantitySums } from '../quantities/quantity-sums.js'
import type { ReceiverTrials } from '../trials/receiver-trials.js'
import { countCovered, coverageThresholdsDb } from './coverage-grid.js'

/**
 * Sums over the batches of one kind of receiver: of each batch's mean, its square, and so on. Batches are
 * independent, the trials of one need not be. Sums are exact, so merging is associative and commutative to the bit.
 */
export interface RateSums extends QuantitySums {
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
  /** Left out where there is no control. */
  readonly control?: ControlSums
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
 * @param quantities - what is kept of the chosen quantities.
 * @param group - the batch's, for a control.
 */
export const batchSums = (
  { rates, biases, sirs, control }: Pick<ReceiverTrials, 'rates' | 'biases' | 'sirs' | 'control'>,
  quantities: QuantitySums = {},
  group: ControlGroupName = 'even',
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
    ...quantities,
    ...(control === undefined
      ? {}
      : {
          control: controlSums(group, {
            mean: rate,
            deviation: mean(control.deviations),
            bias: mean(control.biases),
            error: control.error,
          }),
        }),
  }
}

const quantitySums = ({ quantities, distribution }: RateSums): QuantitySums => ({
  ...(quantities === undefined ? {} : { quantities }),
  ...(distribution === undefined ? {} : { distribution }),
})

const mergedQuantities = (a: RateSums, b: RateSums): QuantitySums => {
  if (a.batches === 0) return quantitySums(b)
  return b.batches === 0 ? quantitySums(a) : mergeQuantitySums(a, b)
}

/** The sums of two sets of batches together. */
export const mergeRateSums = (a: RateSums, b: RateSums): RateSums => ({
  batches: a.batches + b.batches,
  rate: addExactly(a.rate, b.rate),
  squaredRate: addExactly(a.squaredRate, b.squaredRate),
  bias: addExactly(a.bias, b.bias),
  covered: a.covered.map((count, k) => count + b.covered[k]!),
  squaredCovered: a.squaredCovered.map((square, k) => square + b.squaredCovered[k]!),
  ...mergedQuantities(a, b),
  ...mergedControl(a, b),
})

/** A control that only one of them has can't be told of both. */
const mergedControl = (a: RateSums, b: RateSums): Pick<RateSums, 'control'> => {
  if (a.control !== undefined && b.control !== undefined) return { control: mergeControlSums(a.control, b.control) }
  const known = a.batches === 0 ? b.control : b.batches === 0 ? a.control : undefined
  return known === undefined ? {} : { control: known }
}
