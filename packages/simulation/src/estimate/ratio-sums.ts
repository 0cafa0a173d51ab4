import { addCounts } from './add-counts.js'

/**
 * Counts in drops, of a number of units that differs from drop to drop: sums from which the ratios of the counts to the units have
 * errors, since drops are independent. Counts are integers, so merging is exact.
 */
export interface RatioSums {
  /** Σ of the drops' units. */
  readonly units: number
  /** Σ of their squares. */
  readonly squaredUnits: number
  /** Σ of each count; as many as needed. */
  readonly counts: readonly number[]
  /** Σ of its square. */
  readonly squares: readonly number[]
  /** Σ of its product with the drop's units. */
  readonly products: readonly number[]
}

/** The sums of one drop. */
export const ratioSums = (units: number, counts: readonly number[]): RatioSums => ({
  units,
  squaredUnits: units * units,
  counts,
  squares: counts.map((count) => count * count),
  products: counts.map((count) => count * units),
})

/** The sums of two sets of drops together. */
export const mergeRatioSums = (a: RatioSums, b: RatioSums): RatioSums => ({
  units: a.units + b.units,
  squaredUnits: a.squaredUnits + b.squaredUnits,
  counts: addCounts(a.counts, b.counts),
  squares: addCounts(a.squares, b.squares),
  products: addCounts(a.products, b.products),
})

/** A ratio r of a count to the units, and the variance of r's error times the number of drops: that of $(c-ru)/\bar u$ over drops. */
export const ratioWithVariance = (
  { units, squaredUnits, counts, squares, products }: RatioSums,
  k: number,
  drops: number,
): { readonly ratio: number; readonly variance: number } => {
  if (units === 0) return { ratio: 0, variance: Number.POSITIVE_INFINITY }
  const ratio = counts[k]! / units
  if (drops < 2) return { ratio, variance: Number.POSITIVE_INFINITY }
  const deviation = squares[k]! - ratio * (2 * products[k]! - ratio * squaredUnits)
  return { ratio, variance: (Math.max(0, deviation) / (drops - 1)) * (drops / units) ** 2 }
}
