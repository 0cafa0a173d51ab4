import { describe, expect, it } from 'vitest'
import { InvalidParameterError } from '../errors/invalid-parameter-error.js'
import { permittedName } from '../errors/permitted-name.js'
import { UnknownNameError } from '../errors/unknown-name-error.js'
import { defineNetwork } from '../network/define-network.js'
import type { Network } from '../network/network.js'
import { assertOptions, type OptionChecks } from './assert-options.js'
import {
  aFunction,
  aNetwork,
  anObject,
  anything,
  aString,
  integerFrom,
  numberThat,
  oneOf,
  required,
  someOf,
  trueOrFalse,
} from './option-checks.js'

interface Options {
  readonly network: Network
  readonly method?: 'exact' | 'theorem-1'
  readonly tolerance?: number
  readonly trials?: number
  readonly assumptions?: readonly ('a' | 'b')[]
  readonly verbose?: boolean
  readonly onProgress?: () => void
  readonly title?: string
  readonly constraints?: object
  readonly seed?: unknown
}

const checks: OptionChecks<Options> = {
  network: aNetwork,
  method: oneOf(['exact', 'theorem-1']),
  tolerance: numberThat('a number > 0', (value) => value > 0, 'ε'),
  trials: required(integerFrom(1)),
  assumptions: someOf(['a', 'b']),
  verbose: trueOrFalse,
  onProgress: aFunction,
  title: aString,
  constraints: anObject,
  seed: anything,
}

const fine = { network: defineNetwork(), trials: 1 }

const failure = (options: unknown): unknown => {
  try {
    assertOptions('run', options as Options, checks)
  } catch (error) {
    return error
  }
  return undefined
}

describe('assertOptions', () => {
  it('lets pass what is permitted, and what isn’t given', () => {
    expect(failure(fine)).toBeUndefined()
    expect(failure({ ...fine, method: undefined, tolerance: undefined, assumptions: undefined })).toBeUndefined()
    const all = { method: 'exact', tolerance: 1, assumptions: ['b'], verbose: false, onProgress: () => {}, title: '' }
    expect(failure({ ...fine, ...all, constraints: {}, seed: null })).toBeUndefined()
  })

  it.each([
    ['methd', 'method'],
    ['Tolerance', 'tolerance'],
    ['toString', undefined],
    ['zzzzzzzzzz', undefined],
  ])('suggests for the unknown name %s the nearest, %s', (name, suggestion) => {
    const error = failure({ ...fine, [name]: 1 })
    expect(error).toBeInstanceOf(UnknownNameError)
    expect(error).toMatchObject({ kind: 'option of run', value: name, suggestion, permitted: Object.keys(checks) })
  })

  it('suggests for an unknown value the nearest', () => {
    expect(failure({ ...fine, method: 'theorem1' })).toMatchObject({ kind: 'method', suggestion: 'theorem-1' })
    expect(failure({ ...fine, assumptions: ['b', 'c'] })).toMatchObject({ kind: 'assumptions', value: 'c' })
    expect(failure({ ...fine, method: null })).toBeInstanceOf(UnknownNameError)
  })

  it.each([
    [{ tolerance: '1e-9' }, 'tolerance (ε) must be a number > 0, not a string, got 1e-9'],
    [{ tolerance: Number.NaN }, 'tolerance (ε) must be a number > 0, got NaN'],
    [{ tolerance: null }, 'tolerance (ε) must be a number > 0, got null'],
    [{ tolerance: [1] }, 'tolerance (ε) must be a number > 0, got [1]'],
    [{ trials: undefined }, 'trials must be given, got undefined'],
    [{ trials: 1.5 }, 'trials must be an integer ≥ 1, got 1.5'],
    [{ trials: '2' }, 'trials must be an integer ≥ 1, not a string, got 2'],
    [{ assumptions: 'a' }, 'assumptions must be a list, got a'],
    [{ verbose: 'yes' }, 'verbose must be true or false, got yes'],
    [{ onProgress: true }, 'onProgress must be a function, got true'],
    [{ title: 5 }, 'title must be a string, got 5'],
    [{ constraints: null }, 'constraints must be an object, got null'],
    [{ constraints: 5 }, 'constraints must be an object, got 5'],
  ])('refuses %j with parameter, value and what is permitted', (changes, message) => {
    const error = failure({ ...fine, ...changes })
    expect(error).toBeInstanceOf(InvalidParameterError)
    expect((error as Error).message).toBe(message)
  })

  it.each([null, 5, 'exact', [], undefined])('refuses options that are %j', (options) => {
    expect(failure(options)).toBeInstanceOf(InvalidParameterError)
  })

  it('refuses what is no network', () => {
    expect(failure({ ...fine, network: { ...fine.network } })).toMatchObject({ parameter: 'network' })
  })
})

describe('permittedName', () => {
  it('gives the name, or suggests the nearest', () => {
    expect(permittedName('unit', 'bits', ['nats', 'bits'])).toBe('bits')
    expect(() => permittedName('unit', 'bit', ['nats', 'bits'])).toThrow(
      'unknown unit ‘bit’: did you mean ‘bits’? permitted: nats, bits',
    )
    expect(() => permittedName('unit', undefined, ['nats', 'bits'])).toThrow(UnknownNameError)
  })
})
