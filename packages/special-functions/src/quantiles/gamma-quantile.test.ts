import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gammaQuantileRows } from '../../golden/quantile-rows.js'
import { relativeError } from '../../golden/relative-error.js'
import { regularizedLowerIncompleteGamma } from '../incomplete-gamma/regularized-lower-incomplete-gamma.js'
import { regularizedUpperIncompleteGamma } from '../incomplete-gamma/regularized-upper-incomplete-gamma.js'
import { gammaQuantile } from './gamma-quantile.js'

/** g where P(s, g) = u, by bisection. */
const byBisection = (shape: number, u: number): number => {
  const beyond = (g: number): boolean =>
    u < 0.5 ? regularizedLowerIncompleteGamma(shape, g) > u : regularizedUpperIncompleteGamma(shape, g) < 1 - u
  let low = 0
  let high = 1
  while (!beyond(high)) high *= 2
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (beyond(middle)) high = middle
    else low = middle
  }
}

it.each([1, 2, 3, 5, 12, 20, 50, 128])('is the inverse of P(%d, g)', { timeout: 60_000 }, (shape) => {
  const quantile = gammaQuantile(shape)
  for (let x = -37; x <= 36.5; x += 0.61) {
    const u = x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x))
    const exact = byBisection(shape, u)
    // Near 1, u itself is known to 2⁻⁵³ only.
    const ofRounding = (2 ** -53 / (1 - u)) * 2
    expect(Math.abs(quantile(u) / exact - 1), `at ${u}`).toBeLessThan(1e-8 + ofRounding)
  }
})

it('is what mpmath gives', { timeout: 60_000 }, () => {
  for (const [shape, u, value] of gammaQuantileRows) {
    // Near 1, u itself is known to 2⁻⁵³ only.
    const ofRounding = (2 ** -53 / (1 - u)) * 2
    expect(relativeError(gammaQuantile(shape)(u), value), `${shape}, ${u}`).toBeLessThan(5e-8 + ofRounding)
  }
})

it('is −ln(1 − u) for the shape 1', { timeout: 60_000 }, () => {
  for (const u of [2 ** -54, 1e-9, 0.01, 0.031, 0.0313, 0.5, 0.96875, 0.969, 0.999])
    expect(Math.abs(gammaQuantile(1)(u) / -Math.log1p(-u) - 1)).toBeLessThan(1e-8)
})

it('rises with u, also where its tables meet', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.oneof(fc.double({ min: 1e-16, max: 1 - 1e-15, noNaN: true }), fc.constantFrom(1 / 32, 31 / 32)),
      (shape, u) => {
        const quantile = gammaQuantile(shape)
        expect(quantile(u * (1 - 1e-6))).toBeLessThan(quantile(u))
      },
    ),
    { numRuns: 400 },
  )
})

it('has the mean and the variance of Γ(s, 1) over evenly spread u', { timeout: 60_000 }, () => {
  for (const shape of [1, 4, 30]) {
    const quantile = gammaQuantile(shape)
    const count = 200_000
    let sum = 0
    let squares = 0
    for (let i = 0; i < count; i++) {
      const g = quantile((i + 0.5) / count)
      sum += g
      squares += (g - shape) ** 2
    }
    expect(Math.abs(sum / count / shape - 1)).toBeLessThan(1e-5)
    expect(Math.abs(squares / count / shape - 1)).toBeLessThan(1e-3)
  }
})

it('is finite and positive at the ends', { timeout: 60_000 }, () => {
  for (const shape of [1, 5, 64]) {
    expect(gammaQuantile(shape)(2 ** -54)).toBeGreaterThan(0)
    expect(gammaQuantile(shape)(1 - 2 ** -53)).toBeLessThan(200)
  }
})

it.each([0.5, 0, -1, Number.NaN, Number.POSITIVE_INFINITY])('has no shape %d', (shape) => {
  expect(() => gammaQuantile(shape)).toThrow(/^gammaQuantile: shape must be a number ≥ 1, at most 1e9, got/)
})
