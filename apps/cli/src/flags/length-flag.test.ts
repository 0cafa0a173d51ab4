import { expect, it } from 'vitest'
import { lengthFlag } from './length-flag.js'

it.each([
  ['2km', 2],
  ['500m', 0.5],
  ['1.5 km', 1.5],
  ['0.25', 0.25],
])('reads %s', (text, value) => {
  expect(lengthFlag('guard', text)).toBe(value)
})

it.each(['', 'km', '2 miles', '2kmm', '0x10'])('refuses ‘%s’', (text) => {
  expect(() => lengthFlag('guard', text)).toThrow(`guard must be a length such as 2km or 500m, got ‘${text}’`)
})
