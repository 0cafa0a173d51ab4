import { expect, it } from 'vitest'
import { farField, farFieldBias } from './far-field.js'

/** ∫_edge^∞ f dv by the midpoint rule in 1/v. */
const beyond = (edge: number, f: (v: number) => number): number => {
  const steps = 200_000
  let sum = 0
  for (let i = 0; i < steps; i++) {
    const v = (edge * steps) / (i + 0.5)
    sum += (f(v) * v * v) / edge / steps
  }
  return sum
}

it('has Campbell’s mean and variance', () => {
  const { mean, variance } = farField(3, 4)
  expect(mean(20, 0)).toBeCloseTo(
    beyond(20, (v) => 3 * v ** -2),
    8,
  )
  expect(variance(20)).toBeCloseTo(
    beyond(20, (v) => 12 * v ** -4),
    10,
  )
})

it('sees a little more from a point off the centre', () => {
  // The mean of |x − d|^{−4} over a circle is (1 + u/w)/(1 − u/w)³ times w^{−2}.
  const exact = beyond(50, (w) => (3 * w ** -2 * (1 + 1 / w)) / (1 - 1 / w) ** 3)
  const { mean } = farField(3, 4)
  expect(Math.abs(mean(50, 1) / exact - 1)).toBeLessThan(2e-3)
  expect(Math.abs(mean(50, 0) / exact - 1)).toBeGreaterThan(2e-2)
})

it('bounds the bias of a mean by the curvature', () => {
  // F = 1 ± 0.01 about an interference of 1 in all.
  const rate = (interference: number): number => Math.log1p(5 / interference)
  const bias = (rate(0.99) + rate(1.01)) / 2 - rate(1)
  expect(farFieldBias(5, 1, 1e-4)).toBeCloseTo(bias, 8)
})
