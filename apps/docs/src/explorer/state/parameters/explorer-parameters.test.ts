import { parameterDefinitions } from '@isacnet/model'
import { expect, it } from 'vitest'
import { explorerParameters } from './explorer-parameters.js'

it('has all parameters of saturated networks, whose defaults are finite', () => {
  const names = explorerParameters.map(({ name }) => name)
  expect(parameterDefinitions.map(({ name }) => name).filter((name) => !names.includes(name as never))).toEqual([
    'userDensity',
    'targetDensity',
  ])
  for (const { defaultValue } of explorerParameters) expect(Number.isFinite(defaultValue)).toBe(true)
})
