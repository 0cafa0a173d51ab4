import { expect, it } from 'vitest'
import { NonConvergenceError } from './non-convergence-error.js'
import { followTail, tailSum } from './power-tail.js'

const follow = (g: (x: number) => number, step: number, relativeTolerance = 1e-10) => {
  const even = Float64Array.of(g(0))
  const odd = new Float64Array(1)
  const integrands = (x: number, values: Float64Array): void => {
    values[0] = g(x)
  }
  return { tail: followTail(integrands, 0, step, { even, odd }, relativeTolerance), sum: even[0]! + odd[0]! }
}

/** Σ of a^k over k ≥ 0 from powers e^{−ax} on the lattice. */
const geometric = (rate: number, step: number): number => 1 / -Math.expm1(-rate * step)

it('sums two powers, and knows how well', () => {
  const h = 0.4
  const { tail, sum } = follow((x) => Math.exp(-0.3 * x) - 0.4 * Math.exp(-0.9 * x), h)
  const expected = geometric(0.3, h) - 0.4 * geometric(0.9, h)
  expect(sum + tailSum(tail, 0, h, h)).toBeCloseTo(expected, 11)
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
    const error = Math.abs(sum + tailSum(tail, 0, h, h) - expected)
    expect(error).toBeLessThanOrEqual(tail.uncertainty[0]! + 1e-13 * expected)
    expect(tail.uncertainty[0]).toBeLessThanOrEqual(0.25 * tolerance * expected)
  }
})

it('goes to the left as to the right', () => {
  const left = follow((x) => Math.exp(0.7 * x), -0.4)
  expect(left.sum + tailSum(left.tail, 0, 0.4, 0.4)).toBeCloseTo(geometric(0.7, 0.4), 11)
})

it('does not take a plateau for an end', () => {
  expect(() => follow((x) => 1 + Math.exp(-x), 0.4)).toThrow(NonConvergenceError)
  // Flat for a while, and then a tail.
  const { tail, sum } = follow((x) => 1 / (1 + Math.exp(2 * (x - 20))), 0.4)
  let expected = 0
  for (let k = 0; k < 200; k++) expected += 1 / (1 + Math.exp(2 * (0.4 * k - 20)))
  expect(sum + tailSum(tail, 0, 0.4, 0.4)).toBeCloseTo(expected, 8)
})
