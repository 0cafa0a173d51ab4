import { expect, it } from 'vitest'
import { mergeRatioSums, ratioSums, ratioWithVariance } from './ratio-sums.js'

const drops = [
  [10, [4, 1]],
  [12, [3, 0, 2]],
  [9, [5, 2, 1]],
] as const
const sums = drops.map(([units, counts]) => ratioSums(units, counts)).reduce(mergeRatioSums)

it('is the ratio of all counts to all units, with the variance of what drops deviate from it', () => {
  for (const k of [0, 1, 2]) {
    const counts = drops.map(([, drop]): number => drop[k] ?? 0)
    const ratio = counts.reduce((sum, count) => sum + count) / 31
    const deviations = drops.map(([units], d) => (counts[d]! - ratio * units) / (31 / 3))
    const variance = deviations.reduce((sum, deviation) => sum + deviation ** 2, 0) / 2
    const found = ratioWithVariance(sums, k, 3)
    expect(found.ratio).toBe(ratio)
    expect(found.variance).toBeCloseTo(variance, 14)
  }
})

it('has no error where the ratio is the same in all drops, and an unknown one of one drop or no units', () => {
  const constant = mergeRatioSums(ratioSums(10, [5]), ratioSums(20, [10]))
  expect(ratioWithVariance(constant, 0, 2)).toEqual({ ratio: 0.5, variance: 0 })
  expect(ratioWithVariance(ratioSums(10, [5]), 0, 1).variance).toBe(Number.POSITIVE_INFINITY)
  expect(ratioWithVariance(ratioSums(0, [0]), 0, 2)).toEqual({ ratio: 0, variance: Number.POSITIVE_INFINITY })
})
