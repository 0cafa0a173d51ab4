import { isFeasible } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { initialExplorerState } from '../explorer-state.js'
import { explorerParameters } from './explorer-parameters.js'
import { mendsOf } from './mends.js'
import { checkNetwork } from './network-check.js'
import { isPermitted } from './permitted-value.js'

const { values } = initialExplorerState

describe('mends', () => {
  it('are none where nothing is wrong', () => {
    expect(mendsOf(values)).toEqual([])
  })

  it('relieve an overloaded network, each on its own', () => {
    const overloaded = { ...values, usersPerCell: 12 }
    const mends = mendsOf(overloaded)
    expect(mends.map(({ text }) => text)).toEqual(['L = 1', 'K = 9', 'M_t = 26'])
    for (const { parameter, value } of mends) expect(isFeasible({ ...overloaded, [parameter]: value })).toBe(true)
  })

  it.each([
    [{ usersPerCell: 21, communicationClusterSize: 1 }, ['K = 20', 'M_t = 21']],
    [{ targetsPerCell: 30 }, ['J = 10', 'J_max = 30']],
    [{ clutterDensity: 1, echoPathLossExponent: 0.9 }, ['β = 1.05', 'λ_x = 0']],
    [{ pathLossExponent: 1.5 }, ['α = 4']],
  ])('make a network of %j', (changes, expected) => {
    const wrong = { ...values, maxTargetsPerCell: 10, ...changes }
    const mends = mendsOf(wrong)
    expect(mends.map(({ text }) => text)).toEqual(expected)
    for (const { parameter, value } of mends)
      expect(checkNetwork({ ...wrong, [parameter]: value }).network).toBeDefined()
  })
})

it('a value is permitted where a network takes it', () => {
  for (const definition of explorerParameters)
    for (const value of [-1, 0, 0.5, 1, 1.5, 2, 3, 1e6, Number.NaN, Number.POSITIVE_INFINITY]) {
      const { network, ...check } = checkNetwork({
        ...values,
        transmitAntennas: 1e7,
        maxTargetsPerCell: 1e7,
        clutterDensity: 0,
        [definition.name]: value,
      })
      const combined = network === undefined && 'reason' in check && /≤ (transmit|maxTarg)/.test(check.reason ?? '')
      if (!combined) expect(isPermitted(definition, value), `${definition.name} = ${value}`).toBe(network !== undefined)
    }
})
