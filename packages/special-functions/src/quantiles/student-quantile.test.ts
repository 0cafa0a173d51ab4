import { expect, it } from 'vitest'
import { studentRows } from '../../golden/quantile-rows.js'
import { relativeError } from '../../golden/relative-error.js'
import { normalQuantile } from './normal-quantile.js'
import { studentQuantile } from './student-quantile.js'

it('is what tables have', () => {
  // R: qt((1 + p)/2, ν).
  const table = [
    [0.95, 1, 12.7062047361747],
    [0.95, 2, 4.30265272974946],
    [0.95, 10, 2.22813885198627],
    [0.95, 63, 1.99834054252074],
    [0.99, 5, 4.03214298355523],
    [0.9, 30, 1.69726088659396],
    [0.5, 1, 1],
  ] as const
  for (const [confidence, freedom, value] of table)
    expect(Math.abs(studentQuantile(1 - confidence, freedom) / value - 1), `${confidence}, ${freedom}`).toBeLessThan(
      1e-12,
    )
})

it('is the integral of its density', () => {
  // Γ((ν+1)/2)/Γ(ν/2) for odd ν by the recurrence from ν = 1: 1/√π.
  for (const nu of [3, 7, 21]) {
    let constant = 1 / Math.PI
    for (let n = 1; n < nu; n += 2) constant *= (n + 1) / n
    constant /= Math.sqrt(nu)
    for (const confidence of [0.2, 0.8, 0.999]) {
      const t = studentQuantile(1 - confidence, nu)
      const steps = 20_000
      let inside = 0
      for (let i = 0; i < steps; i++) inside += (1 + (((i + 0.5) / steps) * t) ** 2 / nu) ** (-(nu + 1) / 2)
      expect(Math.abs((2 * constant * inside * t) / steps - confidence)).toBeLessThan(1e-7)
    }
  }
})

it('is what mpmath gives', () => {
  for (const [significance, freedom, value] of studentRows)
    expect(relativeError(studentQuantile(significance, freedom), value), `${significance}, ${freedom}`).toBeLessThan(
      1e-13,
    )
})

it('nears the normal law’s as the degrees of freedom grow', () => {
  for (const significance of [0.3, 0.05, 1e-4]) {
    const z = normalQuantile(significance)
    // The first term of the expansion in 1/ν.
    const expected = z + (z ** 3 + z) / 4e6
    expect(Math.abs(studentQuantile(significance, 1e6) - expected)).toBeLessThan(1e-8)
  }
})

it('has no width for too few batches', () => {
  expect(studentQuantile(0.05, 0)).toBe(Number.POSITIVE_INFINITY)
})

it.each([0, 1, -0.1, Number.NaN])('has none of the probability %d', (significance) => {
  expect(() => studentQuantile(significance, 5)).toThrow(/^studentQuantile: significance must be a number > 0/)
})
