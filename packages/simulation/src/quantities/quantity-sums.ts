import type { SirValues } from '@isacnet/model'
import { addExactly, type ExactSum } from '@isacnet/special-functions'
import { type ControlSums, mergeControlSums } from './control-sums.js'
import { type DistributionSums, mergeDistributions } from './distribution-sums.js'

/** Sums of the batches' means of a quantity. */
export interface MeanSums {
  readonly mean: ExactSum
  /** Σ of their squares. */
  readonly squared: ExactSum
}

/** The same of a quantity that may have a control. */
export interface QuantityMeanSums extends MeanSums {
  readonly control?: ControlSums
}

/** Sums of the chosen quantities of the law of the SIR. */
export interface QuantitySums {
  /** Those that are means over trials, by their names; left out where none is chosen. */
  readonly quantities?: SirValues<QuantityMeanSums>
  /** The distribution of the SIR; left out where no percentile is chosen. */
  readonly distribution?: DistributionSums
}

const mergedMeans = (a: QuantityMeanSums, b: QuantityMeanSums): QuantityMeanSums => ({
  mean: addExactly(a.mean, b.mean),
  squared: addExactly(a.squared, b.squared),
  ...(a.control === undefined || b.control === undefined ? {} : { control: mergeControlSums(a.control, b.control) }),
})

/** The sums of two sets of batches that have the same quantities; what only one of them has can't be told of both. */
export const mergeQuantitySums = (a: QuantitySums, b: QuantitySums): QuantitySums => {
  const shared = Object.entries<QuantityMeanSums>(a.quantities ?? {}).flatMap(([name, one]) => {
    const other = b.quantities?.[name]
    return other === undefined ? [] : [[name, mergedMeans(one, other)] as const]
  })
  const distribution =
    a.distribution === undefined || b.distribution === undefined
      ? undefined
      : mergeDistributions(a.distribution, b.distribution)
  return {
    ...(shared.length === 0 ? {} : { quantities: Object.fromEntries(shared) }),
    ...(distribution === undefined ? {} : { distribution }),
  }
}
