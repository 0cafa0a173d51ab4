import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  gammaTransform,
  gammaTransformComplement,
  vanishingTransform,
  weightedGammaTransform,
} from './gamma-transform.js'
import { inversePower } from './inverse-power.js'

const shape = fc.integer({ min: 1, max: 3000 })
const argument = fc.double({ min: -40, max: 40, noNaN: true }).map(Math.exp)

it('raises to negative integer powers as Math.pow does', () => {
  fc.assert(
    fc.property(argument, shape, (x, n) => {
      const expected = x ** -n
      if (expected > 1e-290 && expected < 1e290) expect(inversePower(x, n) / expected).toBeCloseTo(1, 11)
    }),
  )
})

it('has a complement of full relative accuracy, by another formula', () => {
  fc.assert(
    fc.property(argument, shape, (z, n) => {
      const expected = -Math.expm1(-n * Math.log1p(z))
      expect(Math.abs(gammaTransformComplement(z, n) / expected - 1)).toBeLessThan(2e-13)
    }),
  )
})

it('adds up to one, and ends at 0 and 1', () => {
  fc.assert(
    fc.property(argument, shape, (z, n) => {
      expect(gammaTransform(z, n) + gammaTransformComplement(z, n)).toBeCloseTo(1, 12)
    }),
  )
  expect(gammaTransform(0, 7)).toBe(1)
  expect(gammaTransformComplement(0, 7)).toBe(0)
  expect(gammaTransformComplement(Number.POSITIVE_INFINITY, 7)).toBe(1)
  expect(gammaTransformComplement(Number.POSITIVE_INFINITY, 3000)).toBe(1)
})

it('vanishes beyond vanishingTransform', () => {
  for (const n of [1, 2, 7, 128]) {
    expect(gammaTransform(vanishingTransform(n), n)).toBeLessThanOrEqual(2 ** -53)
    expect(gammaTransform(vanishingTransform(n) / 2, n)).toBeGreaterThan(2 ** -54 / 2 ** n)
  }
})

it('sums with weights what it gives at each point, also where powers overflow', () => {
  fc.assert(
    fc.property(
      argument,
      shape,
      fc.array(fc.tuple(argument, argument), { minLength: 1, maxLength: 9 }),
      (z, n, terms) => {
        const weights = Float64Array.from(terms, ([weight]) => weight)
        const points = Float64Array.from(terms, ([, point]) => point)
        const expected = terms.reduce((sum, [weight, point]) => sum + weight * gammaTransform(z * point, n), 0)
        const sum = weightedGammaTransform(weights, points, z, n)
        expect(Math.abs(sum - expected)).toBeLessThanOrEqual(1e-12 * expected + 1e-280)
      },
    ),
  )
  expect(weightedGammaTransform(Float64Array.of(1, 2), Float64Array.of(1e200, 0), 1, 3)).toBe(2)
})
