import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeMoments, momentsOf, noMoments, standardError } from './moments.js'

const sample = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { maxLength: 40 })

it('merges as if the samples had been one', () => {
  fc.assert(
    fc.property(sample, sample, (a, b) => {
      const merged = mergeMoments(momentsOf(Float64Array.from(a)), momentsOf(Float64Array.from(b)))
      const whole = momentsOf(Float64Array.from([...a, ...b]))
      expect(merged.count).toBe(whole.count)
      expect(merged.mean).toBeCloseTo(whole.mean, 9)
      expect(merged.squaredDeviations / (1 + whole.squaredDeviations)).toBeCloseTo(
        whole.squaredDeviations / (1 + whole.squaredDeviations),
        9,
      )
    }),
  )
})

it('has the textbook standard error', () => {
  // 2, 4, 6: variance 4, standard error 2/√3.
  expect(standardError(momentsOf(Float64Array.of(2, 4, 6)))).toBeCloseTo(2 / Math.sqrt(3), 15)
  expect(standardError(momentsOf(Float64Array.of(2)))).toBe(Number.POSITIVE_INFINITY)
  expect(momentsOf(new Float64Array(0))).toEqual(noMoments)
})
