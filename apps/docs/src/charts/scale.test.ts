import { expect, it } from 'vitest'
import { axisScale, powersOfTen, roundValues } from './scale.js'

it('takes values of a linear and of a logarithmic axis to places, and back', () => {
  const linear = axisScale('linear', [2, 6], [100, 0])
  expect([2, 3, 6, 7].map(linear)).toEqual([100, 75, 0, -25])
  expect(linear.invert(75)).toBe(3)
  const logarithmic = axisScale('logarithmic', [0.01, 100], [0, 400])
  expect([0.01, 0.1, 1, 100].map((value) => Math.round(logarithmic(value)))).toEqual([0, 100, 200, 400])
  expect(logarithmic.invert(300)).toBeCloseTo(10, 12)
})

it('has a value in the middle of a domain without extent', () => {
  expect(axisScale('linear', [5, 5], [0, 40])(5)).toBe(20)
})

it('has round values, and powers of ten', () => {
  expect(roundValues([0, 10], 5)).toEqual([0, 2, 4, 6, 8, 10])
  expect(powersOfTen(0.02, 300).map((power) => power.toPrecision(1))).toEqual(['0.01', '0.1', '1', '1e+1', '1e+2'])
})
