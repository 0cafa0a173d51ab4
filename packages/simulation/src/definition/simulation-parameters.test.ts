import { UnknownNameError } from '@isacnet/model'
import { deployments } from '@isacnet/stochastic-geometry'
import { describe, expect, it } from 'vitest'
import { assumptionNames } from './assumption.js'
import { fidelities } from './fidelity.js'
import { precoderKinds } from './precoders.js'
import {
  flagName,
  parameterCheck,
  readParameter,
  type SimulationParameter,
  writtenParameter,
} from './simulation-parameter.js'
import {
  completeOptions,
  isDefault,
  laterNames,
  originalNames,
  parameterValue,
  simulationParameters,
} from './simulation-parameters.js'
import { simulationInWords } from './simulation-words.js'
import { typicals } from './typical.js'

const named = (name: string) => simulationParameters.find((parameter) => parameter.name === name) as SimulationParameter

it('has each parameter once, those of all deployments among them', () => {
  const names = simulationParameters.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toEqual(
    expect.arrayContaining(deployments.flatMap(({ parameters }) => parameters.map(({ name }) => name))),
  )
  expect([...originalNames, ...laterNames].sort()).toEqual([...names].sort())
})

it('permits what can be chosen, and nothing else', () => {
  const permitted = { fidelity: fidelities, typical: typicals, precoders: precoderKinds, assumptions: assumptionNames }
  for (const [name, all] of Object.entries(permitted)) {
    const check = parameterCheck(named(name))
    for (const one of all) {
      const [value, wrong] = name === 'assumptions' ? [[one], [`${one}s`]] : [one, `${one}s`]
      expect(() => check(name, value)).not.toThrow()
      expect(() => check(name, wrong)).toThrow(UnknownNameError)
    }
  }
})

it.each(simulationParameters.map((parameter: SimulationParameter) => [parameter.name, parameter] as const))(
  '%s has a default that is permitted and can be typed',
  (name, parameter) => {
    const { defaultValue } = parameter
    expect(() => parameterCheck(parameter)(name, defaultValue)).not.toThrow()
    if (parameter.kind !== 'choices')
      expect(readParameter(parameter, writtenParameter(defaultValue))).toEqual(defaultValue)
    expect(() => parameterCheck(parameter)(name, undefined)).not.toThrow()
  },
)

it('has flags as people type them', () => {
  expect(simulationParameters.map(({ name }) => flagName(name))).toContain('hard-core-distance')
})

describe('readParameter', () => {
  it('reads what is typed', () => {
    expect(readParameter(named('assumptions'), 'gamma-gains,mean-requests')).toEqual(['gamma-gains', 'mean-requests'])
    expect(readParameter(named('hardCoreDistance'), '0.25')).toBe(0.25)
    expect(readParameter(named('relativeBias'), '0.5%')).toBe(0.005)
    expect(readParameter(named('seed'), '007')).toBe('007')
    expect(readParameter(named('fidelity'), 'channel')).toBe('channel')
    expect(writtenParameter(['gamma-gains', 'mean-requests'])).toBe('gamma-gains,mean-requests')
  })

  it('refuses what can’t be meant', () => {
    expect(() => readParameter(named('fidelity'), 'chanel')).toThrow(UnknownNameError)
    expect(() => readParameter(named('assumptions'), 'gamma-gains,')).toThrow(/^unknown assumption ‘’/)
    expect(() => readParameter(named('hardCoreDistance'), '1 km')).toThrow(
      /^hardCoreDistance must be a number of km, got ‘1 km’, which is not a decimal number$/,
    )
    expect(() => readParameter(named('relativeBias'), 'x')).toThrow(/^relativeBias must be between 0 and 1, got ‘x’/)
    expect(() => readParameter(named('relativeBias'), '200%')).toThrow(/^relativeBias must be between 0 and 1, got 2$/)
  })
})

it('takes a deployment for given where a parameter implies it', () => {
  expect(parameterValue({}, 'deployment')).toBe('poisson')
  expect(parameterValue({ hardCoreDistance: 0.1 }, 'deployment')).toBe('matern')
  expect(isDefault({ hardCoreDistance: 0.1, deployment: 'matern' }, 'deployment')).toBe(true)
  expect(isDefault({ deployment: 'matern' }, 'deployment')).toBe(false)
  expect(completeOptions({ hardCoreDistance: 0.1 })).not.toHaveProperty('deployment')
  expect(completeOptions({ deployment: 'matern' })).toHaveProperty('deployment', 'matern')
})

it('says in words what is sampled', () => {
  const { seed: _, ...settings } = completeOptions({ fidelity: 'channel', assumptions: ['gamma-gains'] })
  expect(simulationInWords(settings)).toEqual([
    'channel with sampled-in-law precoders',
    'gamma-gains',
    'typical user',
    'bs-centric clusters',
  ])
  expect(simulationInWords(completeOptions({ hardCoreDistance: 0.2 })).slice(-2)).toEqual([
    'base stations at least 0.2 km apart',
    'seed 1',
  ])
  expect(simulationInWords(completeOptions({ deployment: 'matern' }))).toContain('deployment matern')
})
