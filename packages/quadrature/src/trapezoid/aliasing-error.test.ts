import { expect, it } from 'vitest'
import { aliasingError, residueOf, residues } from './aliasing-error.js'

/** Sums of g over the lattice of step h, by residue. */
const sumsOf = (g: (x: number) => number, h: number): Float64Array => {
  const sums = new Float64Array(residues)
  for (let k = -2000; k <= 2000; k++) sums[residueOf(k)]! += g(k * h)
  return sums
}

it('has residues of either sign', () => {
  expect([-33, -1, 0, 31, 32].map(residueOf)).toEqual([31, 31, 0, 31, 0])
})

it.each([0.5, 0.7, 1])('bounds the error for an analytic integrand, e^−x² with the step %d', (h) => {
  const sums = sumsOf((x) => Math.exp(-x * x), h)
  const error = Math.abs(h * sums.reduce((a, b) => a + b) - Math.sqrt(Math.PI))
  expect(aliasingError(sums, h)).toBeGreaterThanOrEqual(error - 1e-15)
})

it('covers a kink within a factor of ten wherever it lies between the points', () => {
  const h = 0.3
  for (let i = 0; i < 100; i++) {
    const c = (h * i) / 100
    const sums = sumsOf((x) => Math.exp(-Math.abs(x - c)), h)
    const error = Math.abs(h * sums.reduce((a, b) => a + b) - 2)
    expect(10 * aliasingError(sums, h), `kink at ${c}`).toBeGreaterThanOrEqual(error)
    expect(aliasingError(sums, h)).toBeLessThan(0.1)
  }
})
