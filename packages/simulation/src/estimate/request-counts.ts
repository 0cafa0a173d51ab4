import { addExactly } from '@isacnet/special-functions'
import type { MeanSums } from '../quantities/quantity-sums.js'
import { mergeRatioSums, type RatioSums } from './ratio-sums.js'

/** Counts of nulling requests drop by drop, from which their means have errors. */
export interface RequestCounts {
  /** Independent drops. */
  readonly drops: number
  /** How many BSs got 0, 1, 2, … requests, of all BSs. */
  readonly typical: RatioSums
  /** In how many trials the serving BS got 0, 1, 2, … requests, of all trials. */
  readonly serving: RatioSums
  /** The mean number of requests at the trials' serving BSs: sums over drops. */
  readonly servingMean: MeanSums
  /** How many requests of rank 2, 3, …, L were abandoned, of the users of the trials' cells. */
  readonly communication: RatioSums
  /** How many requests of rank 2, 3, …, Q were abandoned, of the targets of the trials' cells. */
  readonly sensing: RatioSums
}

/** The members that are ratios. */
export const countedRatios = ['typical', 'serving', 'communication', 'sensing'] as const

/** The counts of two sets of drops together. */
export const mergeRequestCounts = (a: RequestCounts, b: RequestCounts): RequestCounts => ({
  drops: a.drops + b.drops,
  typical: mergeRatioSums(a.typical, b.typical),
  serving: mergeRatioSums(a.serving, b.serving),
  servingMean: {
    mean: addExactly(a.servingMean.mean, b.servingMean.mean),
    squared: addExactly(a.servingMean.squared, b.servingMean.squared),
  },
  communication: mergeRatioSums(a.communication, b.communication),
  sensing: mergeRatioSums(a.sensing, b.sensing),
})
