import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shapeDeviation } from './shape.js'

it('is 0 for a sequence of the shape and the wrong step relative to the peak otherwise', () => {
  expect(shapeDeviation([1, 2, 4], 'rises')).toBe(0)
  expect(shapeDeviation([1, 2, 4], 'falls')).toBe(0.5)
  expect(shapeDeviation([4, 2, 1], 'falls')).toBe(0)
  expect(shapeDeviation([1, 3, 2, 4], 'rises')).toBe(0.25)
  expect(shapeDeviation([1, 4, 2], 'rises, then falls')).toBe(0)
  expect(shapeDeviation([1, 4, 2, 3], 'rises, then falls')).toBe(0.25)
})

it('has no bound where the peak is at an end', () => {
  for (const values of [
    [4, 2, 1],
    [1, 2, 4],
  ])
    expect(shapeDeviation(values, 'rises, then falls')).toBe(Number.POSITIVE_INFINITY)
})

it('does not depend on the unit, and sorted sequences have no deviation', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2 }), (values) => {
      const sorted = [...values].sort((a, b) => a - b)
      expect(shapeDeviation(sorted, 'rises')).toBe(0)
      expect(shapeDeviation(sorted.reverse(), 'falls')).toBe(0)
      expect(
        shapeDeviation(
          values.map((value) => 2 * value),
          'rises',
        ),
      ).toBe(shapeDeviation(values, 'rises'))
    }),
  )
})
