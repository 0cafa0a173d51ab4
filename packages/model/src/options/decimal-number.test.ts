import { describe, expect, it } from 'vitest'
import { InvalidParameterError } from '../errors/invalid-parameter-error.js'
import { decimalNumber, share } from './decimal-number.js'

const invalid = (got: string) => new InvalidParameterError('x', got, 'a number')

describe('decimalNumber', () => {
  it.each([
    ['5', 5],
    ['-0.5', -0.5],
    ['+1.', 1],
    ['.25', 0.25],
    ['1e-4', 1e-4],
    ['0e400', 0],
  ])('reads %s', (text, value) => {
    expect(decimalNumber(text, invalid)).toBe(value)
  })

  it.each([
    ['', /got an empty value/],
    [' 5', /‘ 5’, which is not a decimal number/],
    ['0x10', /not a decimal number/],
    ['NaN', /not a decimal number/],
    ['1e400', /too large for a number/],
    ['1e-400', /too small for a number/],
  ])('refuses ‘%s’', (text, message) => {
    expect(() => decimalNumber(text, invalid)).toThrow(message)
  })
})

describe('share', () => {
  it('reads per cent as the number that is written without', () => {
    expect(share('0.7%', invalid)).toBe(0.007)
    expect(share('0.007', invalid)).toBe(0.007)
    expect(() => share('%', invalid)).toThrow(/an empty value/)
  })
})
