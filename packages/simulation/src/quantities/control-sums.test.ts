import { sumValue } from '@isacnet/special-functions'
import { expect, it } from 'vitest'
import { controlGroupOf, controlSums, mergeControlSums } from './control-sums.js'

const batches = [
  controlSums('even', { mean: 3, deviation: -0.5, bias: 0.01, error: 1e-9 }),
  controlSums('odd', { mean: 2, deviation: 0.25, bias: 0.02, error: 1e-9 }),
  controlSums('even', { mean: 1.5, deviation: 1e-17, bias: 0.03, error: 1e-9 }),
] as const

it('puts even blocks into one group and odd ones into the other', () => {
  expect([0, 1, 2, 3].map(controlGroupOf)).toEqual(['even', 'odd', 'even', 'odd'])
})

it('has the sums of each group, the same in any order', () => {
  const [a, b, c] = batches
  const merged = mergeControlSums(mergeControlSums(a, b), c)
  expect(mergeControlSums(c, mergeControlSums(b, a))).toEqual(merged)
  const { even, odd } = merged
  expect([even.batches, odd.batches]).toEqual([2, 1])
  expect([even.mean, even.squared, even.bias].map(sumValue)).toEqual([4.5, 11.25, 0.04])
  expect(sumValue(even.deviation)).toBe(-0.5 + 1e-17)
  expect(sumValue(even.squaredDeviation)).toBe(0.25 + 1e-34)
  expect(sumValue(even.product)).toBe(-1.5 + 1.5e-17)
  expect(sumValue(even.error)).toBe(2e-9)
  expect([odd.mean, odd.deviation, odd.product, odd.bias].map(sumValue)).toEqual([2, 0.25, 0.5, 0.02])
})
