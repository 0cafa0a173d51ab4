import { InvalidParameterError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { aConfidence } from './confidence.js'

it('lies between 0 and 1', () => {
  for (const level of [1e-9, 0.5, 0.9999, undefined]) expect(() => aConfidence('confidence', level)).not.toThrow()
  for (const level of [0, 1, -1, Number.NaN, '0.95'])
    expect(() => aConfidence('confidence', level)).toThrow(InvalidParameterError)
})
