import { sumValue } from '@isacnet/special-functions'
import { expect, it } from 'vitest'
import { type BatchLoad, loadSums, mergeLoadSums } from './load-sums.js'

const batch = (n: number): BatchLoad => ({
  communication: { ase: n, servedShare: n / 10 },
  sensing: { ase: 2 * n, servedShare: n / 20 },
  activeShare: 1 / n,
})

it('adds means and their squares, in any order', () => {
  const [a, b] = [loadSums(batch(2)), loadSums(batch(4))]
  const both = mergeLoadSums(a, b)
  expect(mergeLoadSums(b, a)).toEqual(both)
  expect(sumValue(both.communication.ase.mean)).toBe(6)
  expect(sumValue(both.communication.ase.squared)).toBe(20)
  expect(sumValue(both.sensing.ase.mean)).toBe(12)
  expect(sumValue(both.sensing.servedShare.mean)).toBeCloseTo(0.3, 15)
  expect(sumValue(both.activeShare.mean)).toBe(0.75)
  expect(sumValue(both.activeShare.squared)).toBe(0.3125)
})
