import { describe, expect, it } from 'vitest'
import { errorCodes } from './error-codes.js'
import { InvalidParameterError } from './invalid-parameter-error.js'
import { errorCodeOf, IsacnetError } from './isacnet-error.js'
import { QuantityNotApplicableError } from './quantity-not-applicable-error.js'
import { UnknownNameError } from './unknown-name-error.js'

describe('errorCodeOf', () => {
  it('reads the code of an error, as the examples say', () => {
    const error = new InvalidParameterError('usersPerCell', 0, 'an integer ≥ 1')
    expect(error).toBeInstanceOf(IsacnetError)
    expect(error.message).toBe('usersPerCell must be an integer ≥ 1, got 0')
    expect(new UnknownNameError('unit', 'bit', ['nats', 'bits']).suggestion).toBe('bits')
    expect(error.code).toBe('invalid-parameter')
    expect(errorCodeOf(error)).toBe('invalid-parameter')
    expect(errorCodeOf(new UnknownNameError('unit', 'bit', ['nats', 'bits']))).toBe('unknown-name')
    expect(errorCodeOf(new QuantityNotApplicableError('range-error', 'rmsBandwidth (B) > 0', '0'))).toBe(
      'quantity-not-applicable',
    )
    expect(errorCodeOf({ code: 'non-convergence', message: 'read from JSON' })).toBe('non-convergence')
    expect(errorCodeOf(new TypeError('a mistake'))).toBeUndefined()
  })

  it('knows an error of another copy of the package', () => {
    class Copy extends Error {
      readonly code = 'merge'
    }
    expect(new Copy()).not.toBeInstanceOf(IsacnetError)
    expect(errorCodeOf(new Copy())).toBe('merge')
  })

  it('takes no other code for one of its own', () => {
    const others = [{ code: 'ENOENT' }, { code: 'toString' }, { code: 1 }, {}, null, undefined, 'merge']
    expect(others.map(errorCodeOf)).toEqual(others.map(() => undefined))
  })
})

it('lists codes in kebab case, each with its kind', () => {
  expect(errorCodes['invalid-parameter'].kind).toBe('invalid-input')
  expect(errorCodes['non-convergence'].kind).toBe('failure')
  for (const code of Object.keys(errorCodes)) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
})
