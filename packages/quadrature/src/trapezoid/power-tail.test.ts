import { expect, it } from 'vitest'
import { residues } from './aliasing-error.js'
import { closeTail, followTail } from './power-tail.js'

const follow = (g: (x: number) => number, step: number, relativeTolerance = 1e-10, cover = 0) => {
  const sums = new Float64Array(residues)
  sums[0] = g(0)
  const integrands = (x: number, values: Float64Array): void => {
    values[0] = g(x)
  }
  const tail = followTail(integrands, 0, step, sums, { relativeTolerance, cover, maxSteps: 5000 })
  const direction = step > 0 ? 1 : -1
  closeTail(tail, 0, { end: direction * tail.steps, direction, h: Math.abs(step) }, sums)
  return { tail, sums, sum: sums.reduce((a, b) => a + b) }
}

/** Σ of a^k over k ≥ 0 from powers e^{−ax} on the lattice. */
const geometric = (rate: number, step: number): number => 1 / -Math.expm1(-rate * step)

it('sums two powers, and knows how well', () => {
  const h = 0.4
  const { tail, sum } = follow((x) => Math.exp(-0.3 * x) - 0.4 * Math.exp(-0.9 * x), h)
  const expected = geometric(0.3, h) - 0.4 * geometric(0.9, h)
  expect(sum).toBeCloseTo(expected, 11)
  expect(tail.uncertainty[0]).toBeLessThan(1e-10 * expected)
})

it.each([
  ['three powers', (x: number) => Math.exp(-0.5 * x) * (1 + Math.exp(-0.5 * x) + 3 * Math.exp(-1.1 * x))],
  ['a rational function', (x: number) => 1 / (1 + Math.exp(x / 3)) ** 2],
  ['an exponential of an exponential', (x: number) => Math.exp(-Math.exp(x))],
])('bounds its error for %s', (_name, g) => {
  const h = 0.4
  let expected = 0
  for (let k = 2000; k >= 0; k--) expected += g(k * h)
  for (const tolerance of [1e-4, 1e-7, 1e-10]) {
    const { tail, sum } = follow(g, h, tolerance)
    const error = Math.abs(sum - expected)
    expect(error).toBeLessThanOrEqual(tail.uncertainty[0]! + 1e-13 * expected)
    expect(tail.uncertainty[0]).toBeLessThanOrEqual(0.25 * tolerance * expected)
  }
})

it('goes to the left as to the right', () => {
  const left = follow((x) => Math.exp(0.7 * x), -0.4)
  expect(left.sum).toBeCloseTo(geometric(0.7, 0.4), 11)
})

it('does not take a plateau for an end', () => {
  expect(follow((x) => 1 + Math.exp(-x), 0.4).tail.failure).toBe('a tail does not decay')
  // Flat for a while, and then a tail.
  const { sum } = follow((x) => 1 / (1 + Math.exp(2 * (x - 20))), 0.4)
  let expected = 0
  for (let k = 0; k < 200; k++) expected += 1 / (1 + Math.exp(2 * (0.4 * k - 20)))
  expect(sum).toBeCloseTo(expected, 8)
})

it('sees a change of the exponent that it is told to cover, and not one that it is not', () => {
  const g = (x: number) => Math.exp(-0.1 * x) / (1 + Math.exp(x - 60))
  let expected = 0
  for (let k = 0; k < 400; k++) expected += g(0.4 * k)
  expect(follow(g, 0.4, 1e-10, 90).sum).toBeCloseTo(expected, 8)
  expect(follow(g, 0.4).sum / expected).toBeGreaterThan(1.001)
})

it('keeps the sums of each residue apart', () => {
  const { sums } = follow((x) => Math.exp(-0.3 * x), 0.4)
  for (const [r, sum] of sums.entries())
    expect(sum).toBeCloseTo(Math.exp(-0.12 * r) * geometric(0.3, 0.4 * residues), 10)
})
