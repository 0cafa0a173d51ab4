import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidParameterError } from '../errors/invalid-parameter-error.js'
import { readSeed } from './seed.js'

describe('readSeed', () => {
  it.each([
    ['5', 5],
    ['-3', -3],
    ['0', 0],
    ['9007199254740991', 9007199254740991],
    ['-9007199254740991', -9007199254740991],
  ])('reads %j as a number', (written, seed) => {
    expect(readSeed(written)).toBe(seed)
    expect(readSeed(seed)).toBe(seed)
  })

  // 2^53 may have been 2^53 + 1.
  it.each(
    [
      '007',
      '+5',
      '-0',
      '00',
      '1e3',
      '1_000',
      '1.0',
      '1.5',
      '5 ',
      ' 5',
      '\u00a05',
      '٥',
      '0x1F',
      'Infinity',
      'NaN',
    ].concat([
      '9007199254740992',
      '9007199254740993',
      '-9007199254740993',
      '1000000000000000000000',
      'true',
      'null',
      'night',
    ]),
  )('reads %j as that string', (written) => {
    expect(readSeed(written)).toBe(written)
  })

  it('reads no two strings as the same seed, and its own reading as itself', () => {
    const numeral = fc
      .tuple(
        fc.constantFrom('', '-', '+', ' '),
        fc.constantFrom('', '0', '00'),
        fc.bigInt({ min: 0n, max: 2n ** 54n }),
        fc.constantFrom('', '.', '.0', 'e0', ' '),
      )
      .map((parts) => parts.join(''))
    const written = fc.oneof(numeral, fc.string({ minLength: 1 }))
    fc.assert(
      fc.property(written, written, (a, b) => {
        expect(readSeed(a) === readSeed(b)).toBe(a === b)
        expect(readSeed(readSeed(a))).toBe(readSeed(a))
      }),
    )
  })

  it('reads the number −0 as 0', () => {
    expect(Object.is(readSeed(-0), 0)).toBe(true)
  })

  it.each([1.5, 2 ** 53, -(2 ** 53), 1e300, Number.NaN, Number.POSITIVE_INFINITY, '', null, undefined, 5n, true, {}])(
    'refuses %s',
    (written) => {
      expect(() => readSeed(written as never)).toThrow(InvalidParameterError)
      expect(() => readSeed(written as never)).toThrow(
        /^seed must be an integer from .* or a string that isn’t empty, got /,
      )
    },
  )
})
