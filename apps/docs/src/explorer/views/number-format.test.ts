import { expect, it } from 'vitest'
import { deviationText, errorText, rateText } from './number-format.js'

it.each([
  [2.731742123, '2.731742'],
  [-2.5, '−2.500000'],
  [0, '0'],
  [1.5e-7, '1.500000e−7'],
  [123456.789, '123456.8'],
])('a rate %f is %s', (value, text) => {
  expect(rateText(value)).toBe(text)
})

it.each([
  [0.02421, '+2.42 %'],
  [-0.1016, '−10.16 %'],
  [0, '0 %'],
  [1e-12, '0 %'],
  [2e-6, '+2e-4 %'],
])('a deviation %f is %s', (value, text) => {
  expect(deviationText(value)).toBe(text)
})

it.each([
  [3e-10, '< 1e−9'],
  [1e-10, '< 1e−9'],
  [0, '0'],
])('an error %f is %s', (value, text) => {
  expect(errorText(value)).toBe(text)
})
