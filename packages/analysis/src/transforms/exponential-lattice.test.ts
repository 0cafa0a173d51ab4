import { expect, it } from 'vitest'
import { decayingSum, exponentialDecay, exponentialLattice, scaledExponentials } from './exponential-lattice.js'

it('has the exponentials of a lattice, near and far, on both sides', () => {
  const lattice = exponentialLattice(0.03)
  for (const j of [0, 3, -3, 700, -700, 25_000, 2, -25_000]) expect(lattice(j)).toBe(Math.exp(0.03 * j))
})

it('scales them without leaving the range of doubles where the product does not', () => {
  const at = (c: number) => scaledExponentials(c, 0.5, exponentialLattice(0.5))
  expect(at(-1.25)(7) / Math.exp(2.25)).toBeCloseTo(1, 14)
  expect(at(-900)(1900) / Math.exp(50)).toBeCloseTo(1, 12)
  expect(at(Number.NEGATIVE_INFINITY)(4000)).toBe(0)
  expect(at(900)(4)).toBe(Number.POSITIVE_INFINITY)
})

it('has e^(−t) to 1e-15, and 0 from 40 on', () => {
  for (let t = -2; t < 40; t += 0.00717) expect(Math.abs(exponentialDecay(t) * Math.exp(t) - 1)).toBeLessThan(2e-15)
  expect(exponentialDecay(40)).toBe(0)
  expect(exponentialDecay(Number.POSITIVE_INFINITY)).toBe(0)
})

it('has sums of them', () => {
  const weights = Float64Array.from([9, 9, 0.25, 1.5, 4])
  const rates = Float64Array.from([0, 0.731, 30])
  for (const v of [0, 1e-7, 3.3e-6, 1e-3, 0.9, 2.2, 1e4]) {
    const expected = 0.25 + 1.5 * Math.exp(-0.731 * v) + 4 * Math.exp(-30 * v)
    expect(decayingSum(weights, 2, rates, v, 30) / expected).toBeCloseTo(1, 14)
  }
})
