import { defineNetwork, InvalidParameterError, UnknownNameError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { defineSimulation, type SimulationOptions } from './simulation-definition.js'

const network = defineNetwork({ K: 2, L: 2, Q: 2 })

it('completes what is left out', () => {
  expect(defineSimulation(network)).toEqual({
    network,
    fidelity: 'gain-law',
    typical: 'user',
    sensingClusters: 'bs-centric',
    precoders: 'sampled-in-law',
    assumptions: [],
    hardCoreDistance: 0,
    seed: 1,
    relativeBias: 1e-4,
  })
})

it('is plain data, with assumptions once each in one order', () => {
  const definition = defineSimulation(network, {
    fidelity: 'channel',
    assumptions: ['no-abandonment', 'mean-requests', 'no-abandonment'],
  })
  expect(definition.assumptions).toEqual(['mean-requests', 'no-abandonment'])
  expect(JSON.parse(JSON.stringify(definition))).toEqual(definition)
})

const unknown = (name: string): SimulationOptions => ({ [name]: 'gainlaw' }) as SimulationOptions

it.each([
  [unknown('fidelity'), /fidelity.*gainlaw.*gain-law/],
  [unknown('typical'), /typical/],
  [unknown('sensingClusters'), /sensing clusters/],
  [unknown('precoders'), /precoders/],
  [{ fidelity: 'channel', assumptions: ['gamma'] } as unknown as SimulationOptions, /assumption/],
])('knows no such name: %j', (options, message) => {
  expect(() => defineSimulation(network, options)).toThrow(UnknownNameError)
  expect(() => defineSimulation(network, options)).toThrow(message)
})

it.each<[SimulationOptions, RegExp]>([
  [{ assumptions: ['gamma-gains'] }, /^assumptions must be none, unless the fidelity is channel, got gamma-gains/],
  [{ precoders: 'literal' }, /^precoders must be sampled-in-law, unless the fidelity is channel/],
  [
    { fidelity: 'channel', precoders: 'literal', assumptions: ['gamma-gains'] },
    /^precoders must be sampled-in-law, if gains/,
  ],
  [{ seed: Number.NaN }, /^seed must be an integer/],
  [{ seed: 2 ** 53 }, /^seed must be an integer .* got 9007199254740992/],
  [{ seed: 1.5 }, /^seed must be an integer/],
  [{ seed: '' }, /^seed must be .* got an empty value/],
  [{ relativeBias: 0 }, /^relativeBias must be between 0 and 1/],
  [{ relativeBias: 1 }, /^relativeBias must be/],
  [{ relativeBias: Number.NaN }, /^relativeBias must be/],
  [{ hardCoreDistance: -0.1 }, /^hardCoreDistance must be ≥ 0 and less than 0\.5352 km for 1 base stations per km²/],
  [{ hardCoreDistance: 0.54 }, /^hardCoreDistance must be/],
  [{ hardCoreDistance: Number.NaN }, /^hardCoreDistance must be/],
  [{ hardCoreDistance: 0.2, typical: 'cell' }, /^typical must be user, if the hard-core distance is not 0/],
])('refuses %j', (options, message) => {
  expect(() => defineSimulation(network, options)).toThrow(InvalidParameterError)
  expect(() => defineSimulation(network, options)).toThrow(message)
})
