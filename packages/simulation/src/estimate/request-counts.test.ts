import { exactSum, sumValue } from '@isacnet/special-functions'
import { expect, it } from 'vitest'
import { mergeNullingSums, noNullingSums } from './nulling-sums.js'
import { ratioSums } from './ratio-sums.js'
import { mergeRequestCounts, type RequestCounts } from './request-counts.js'

const counts = (units: number, typical: readonly number[], mean: number): RequestCounts => ({
  drops: 1,
  typical: ratioSums(units, typical),
  serving: ratioSums(8, [8]),
  servingMean: { mean: exactSum([mean]), squared: exactSum([mean * mean]) },
  communication: ratioSums(16, [3]),
  sensing: ratioSums(16, []),
})

const [a, b] = [counts(3, [1, 2], 0.1), counts(4, [2, 1, 1], 0.2)]
const merged = mergeRequestCounts(a, b)

it('merges count by count, in any order', () => {
  expect(mergeRequestCounts(b, a)).toEqual(merged)
  expect(merged.drops).toBe(2)
  expect(merged.typical.counts).toEqual([3, 3, 1])
  expect(merged.communication).toMatchObject({ units: 32, counts: [6] })
  expect(sumValue(merged.servingMean.mean)).toBeCloseTo(0.3, 15)
})

it('is left out where an earlier version counted some of the drops', () => {
  const of = { stations: 3, requests: 2, abandoned: 0, histogram: [1, 2] }
  expect(mergeNullingSums({ ...of, byDrop: a }, { ...of, byDrop: b }).byDrop).toEqual(merged)
  expect(mergeNullingSums({ ...of, byDrop: a }, of)).not.toHaveProperty('byDrop')
  for (const whole of [
    mergeNullingSums(noNullingSums, { ...of, byDrop: a }),
    mergeNullingSums({ ...of, byDrop: a }, noNullingSums),
  ])
    expect(whole.byDrop).toEqual(a)
})
