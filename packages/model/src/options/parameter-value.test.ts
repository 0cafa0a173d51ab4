import { expect, it } from 'vitest'
import { defineNetwork } from '../network/define-network.js'
import { parameterDefinitions } from '../network/parameter-definitions.js'
import { readParameterValue, writtenParameterValue } from './parameter-value.js'

it('reads what it writes', () => {
  const network = defineNetwork({ lambda_u: 0.25 })
  for (const { name, defaultValue } of parameterDefinitions) {
    expect(readParameterValue(name, writtenParameterValue(defaultValue)), name).toBe(defaultValue)
    expect(readParameterValue(name, writtenParameterValue(network[name])), name).toBe(network[name] ?? defaultValue)
  }
})

it('reads infinity where it is permitted, in every spelling', () => {
  for (const text of ['inf', 'Infinity', '∞'])
    expect(readParameterValue('targetDensity', text)).toBe(Number.POSITIVE_INFINITY)
  expect(() => readParameterValue('userDensity', '-inf')).toThrow(
    'userDensity (λ_u) must be a number ≥ 0, or inf, got ‘-inf’, which is not a decimal number',
  )
  expect(() => readParameterValue('baseStationDensity', 'inf')).toThrow('must be a finite number > 0, got ‘inf’')
})
