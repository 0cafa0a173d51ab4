import { InvalidParameterError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { NonConvergenceError } from '../integral/non-convergence-error.js'
import { integrateTanhSinh } from './tanh-sinh.js'

it.each([
  ['1/√x, singular at an end', (x: number) => 1 / Math.sqrt(x), 0, 1, 2],
  ['ln x', (x: number) => Math.log(x), 0, 1, -1],
  ['eˣ', (x: number) => Math.exp(x), -1, 2, Math.exp(2) - Math.exp(-1)],
  ['√(1 − x²)', (x: number) => Math.sqrt(1 - x * x), -1, 1, Math.PI / 2],
] as const)('integrates %s', (_name, f, a, b, expected) => {
  const { value, errorEstimate } = integrateTanhSinh(f, a, b)
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(errorEstimate + 1e-13)
  expect(errorEstimate).toBeLessThan(1e-11)
})

it('hands over the distance to the end where x has lost it', () => {
  const { value } = integrateTanhSinh((x, distance) => (x > 2.5 ? 1 / Math.sqrt(distance) : 1 / Math.sqrt(3 - x)), 2, 3)
  expect(value).toBeCloseTo(2, 12)
})

it('throws where it does not converge', () => {
  expect(() => integrateTanhSinh((x) => Math.abs(x - 0.3), 0, 1, { maxDoublings: 3 })).toThrow(NonConvergenceError)
  expect(() => integrateTanhSinh((x) => Math.abs(x - 0.3), 0, 1)).toThrow(NonConvergenceError)
  expect(() => integrateTanhSinh(() => Number.NaN, 0, 1)).toThrow(NonConvergenceError)
  expect(() => integrateTanhSinh((x) => (x > 0.4 && x < 0.71 ? Number.NaN : 1), 0, 1)).toThrow(NonConvergenceError)
})

it('does not end silently where a singularity is cut off', () => {
  // 8 % of the integral lies below the smallest double; half of the digits beyond the last double before 1.
  expect(() => integrateTanhSinh((x) => x ** -0.99, 0, 1)).toThrow(NonConvergenceError)
  const open = (relativeTolerance: number) => integrateTanhSinh((x) => (1 - x) ** -0.5, 0, 1, { relativeTolerance })
  expect(() => open(1e-9)).toThrow(NonConvergenceError)
  const { value, errorEstimate } = open(1e-6)
  expect(Math.abs(value - 2)).toBeLessThanOrEqual(errorEstimate)
})

it('does not take a peak that no node meets for 0', () => {
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  expect(() => integrateTanhSinh(density, -1e8, 1e8)).toThrow(NonConvergenceError)
  expect(() => integrateTanhSinh((x) => density(x - 7e7), -1e8, 1e8)).toThrow('the integrand is 0 at every node')
  expect(integrateTanhSinh(() => 0, 0, 1, { absoluteTolerance: 1e-9 }).value).toBe(0)
})

it('refuses limits that are none', () => {
  expect(() => integrateTanhSinh(Math.exp, 1, 1)).toThrow('got a = 1, b = 1')
  expect(() => integrateTanhSinh(Math.exp, 0, Number.POSITIVE_INFINITY)).toThrow(RangeError)
  for (const options of [
    { relativeTolerance: 0 },
    { absoluteTolerance: -1 },
    { maxDoublings: 0 },
    { maxDoublings: 40 },
  ])
    expect(() => integrateTanhSinh(Math.exp, 0, 1, options)).toThrow(InvalidParameterError)
})
