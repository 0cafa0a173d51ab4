import { expect, it } from 'vitest'
import { chebyshevInterpolant } from './chebyshev-interpolant.js'

it('is a polynomial of lower degree, and close to an analytic function', () => {
  const cubic = (x: number): number => 1 - 2 * x + 3 * x ** 3
  const interpolant = chebyshevInterpolant(4, cubic)
  const exponential = chebyshevInterpolant(8, Math.exp)
  for (const x of [0, 0.1, 0.5, 0.93, 1]) {
    expect(interpolant(x)).toBeCloseTo(cubic(x), 12)
    expect(Math.abs(exponential(x) - Math.exp(x))).toBeLessThan(2e-9)
  }
})
