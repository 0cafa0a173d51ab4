import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gammaTransform, gammaTransformComplement, vanishingTransform } from './gamma-transform.js'
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
