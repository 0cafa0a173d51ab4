import { expect, it } from 'vitest'
import { signalPolynomial } from './signal-polynomial.js'

it('is the mean of 1 − (1 + z)^(−D), also where it is small', () => {
  const weights = Float64Array.of(0, 0.25, 0, 0.75)
  const signal = signalPolynomial(weights)
  for (const z of [0.1, 1, 30])
    expect(signal(Math.log(z))).toBeCloseTo(0.25 * (1 - 1 / (1 + z)) + 0.75 * (1 - (1 + z) ** -3), 12)
  // To first order E D · z.
  expect(signal(Math.log(1e-12)) / 1e-12).toBeCloseTo(2.5, 9)
  expect(signal(1000)).toBe(1)
})
