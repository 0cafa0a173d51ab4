import { expect, it } from 'vitest'
import { gaussKronrod } from './gauss-kronrod.js'

const inside = { from: false, to: false }

it('is exact for polynomials of degree 22, and knows it', () => {
  const { value, error, magnitude } = gaussKronrod((x) => x ** 22, -1, 1, inside)
  expect(value).toBeCloseTo(2 / 23, 15)
  expect(magnitude).toBe(value)
  expect(error).toBeLessThan(1e-2)
  expect(gaussKronrod((x) => x ** 12, -1, 1, inside).error).toBeLessThan(1e-15)
})

it('sees a jump between the last node and an inner end', () => {
  const { value, error } = gaussKronrod((x) => (x < 0.999 ? 1 : 0), 0, 1, inside)
  expect(error).toBeGreaterThanOrEqual(Math.abs(value - 0.999))
})

it('does not evaluate at an end of the integral, and estimates what grows there', () => {
  const { value, error } = gaussKronrod((x) => 1 / Math.sqrt(x), 0, 1, { from: true, to: false })
  expect(error).toBeGreaterThanOrEqual(Math.abs(value - 2))
  expect(error).toBeLessThan(1)
})

it('takes an interval that doubles do not resolve for an error where f grows to the end', () => {
  const ends = { from: true, to: false }
  const { value, error } = gaussKronrod((x) => 1 / Math.sqrt(Math.max(x - 1, 2e-16)), 1, 1 + 1e-13, ends)
  expect(error).toBeGreaterThanOrEqual(value)
  expect(gaussKronrod(() => 1, 1, 1 + 1e-15, ends).error).toBeLessThan(1e-29)
})
