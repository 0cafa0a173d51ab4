import { InvalidParameterError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { aRelativeTolerance, defaultRelativeTolerance } from './relative-tolerance.js'

it('permits what rates can be had to, the default included', () => {
  for (const tolerance of [1e-12, defaultRelativeTolerance, 1e-2, undefined])
    expect(() => aRelativeTolerance('relativeTolerance', tolerance)).not.toThrow()
  for (const tolerance of [0, 9e-13, 0.02, Number.NaN, '1e-9'])
    expect(() => aRelativeTolerance('relativeTolerance', tolerance)).toThrow(InvalidParameterError)
})
