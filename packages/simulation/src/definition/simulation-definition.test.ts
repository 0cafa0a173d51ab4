import { defineNetwork, InvalidParameterError, UnknownNameError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { dropSampler } from '../drops/geometry/drop-sampler.js'
import { inProcessRunner } from '../run/block-runner.js'
import { runSimulation } from '../run/run-simulation.js'
import { blockSimulator } from '../run/simulate-block.js'
import {
  assertSimulationDefinition,
  assertTakesControl,
  defineSimulation,
  drawsWholeNetworks,
  type SimulationDefinition,
  type SimulationDefinitionOptions,
  simulationFromJson,
} from './simulation-definition.js'
import type { SimulationOptions } from './simulation-parameters.js'

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

it('says the deployment only where its parameters don’t', () => {
  const original = defineSimulation(network, { hardCoreDistance: 0.2 })
  expect(Object.keys(original)).toEqual([
    'network',
    'fidelity',
    'typical',
    'sensingClusters',
    'precoders',
    'assumptions',
    'hardCoreDistance',
    'seed',
    'relativeBias',
  ])
  expect(defineSimulation(network, { hardCoreDistance: 0.2, deployment: 'matern' })).toEqual(original)
  expect(defineSimulation(network, { deployment: 'poisson' })).toEqual(defineSimulation(network))
  const soft = defineSimulation(network, { deployment: 'matern' })
  expect(soft).toMatchObject({ deployment: 'matern', hardCoreDistance: 0 })
  expect(simulationFromJson(JSON.stringify(soft))).toEqual(soft)
})

it('draws whole networks where the gain laws can’t do without', () => {
  const drawn = (options: SimulationOptions) => drawsWholeNetworks(defineSimulation(network, options))
  expect(drawn({})).toBe(false)
  for (const options of [
    { fidelity: 'channel' },
    { typical: 'cell' },
    { hardCoreDistance: 0.1 },
    { deployment: 'matern' },
  ] as const)
    expect(drawn(options)).toBe(true)
})

const unknown = (name: string): SimulationOptions => ({ [name]: 'gainlaw' }) as SimulationOptions

it.each([
  [{ fidelty: 'channel' } as SimulationOptions, /fidelty.*did you mean ‘fidelity’/],
  [{ hardcoreDistance: 0.3 } as SimulationOptions, /did you mean ‘hardCoreDistance’/],
  [{ places: [] } as SimulationOptions, /unknown option of a simulation ‘places’/],
  [unknown('fidelity'), /fidelity.*gainlaw.*gain-law/],
  [unknown('typical'), /typical/],
  [unknown('sensingClusters'), /sensing clusters/],
  [unknown('precoders'), /precoders/],
  [unknown('deployment'), /unknown deployment ‘gainlaw’: .*permitted: poisson, matern/],
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
  [{ seed: null as never }, /^seed must be/],
  [{ relativeBias: '1e-4' as never }, /^relativeBias must be between 0 and 1, not a string, got 1e-4/],
  [{ hardCoreDistance: '0.1' as never }, /^hardCoreDistance must be a number of km, not a string, got 0.1/],
  [{ assumptions: 'gamma-gains' as never }, /^assumptions must be a list, got gamma-gains/],
  [{ hardCoreDistance: -0.1 }, /^hardCoreDistance must be ≥ 0 and less than 0\.5352 km for 1 base stations per km²/],
  [{ hardCoreDistance: 0.54 }, /^hardCoreDistance must be/],
  [{ hardCoreDistance: Number.NaN }, /^hardCoreDistance must be/],
  [{ hardCoreDistance: 0.2, typical: 'cell' }, /^typical must be user, if the deployment is matern, got cell/],
])('refuses %j', (options, message) => {
  expect(() => defineSimulation(network, options)).toThrow(InvalidParameterError)
  expect(() => defineSimulation(network, options)).toThrow(message)
})

it.each<[SimulationOptions, string]>([
  [{}, 'fidelity must be channel, if userDensity (λ_u) is finite, got gain-law'],
  [{ fidelity: 'channel', typical: 'cell' }, 'typical must be user, if userDensity (λ_u) is finite, got cell'],
  [{ fidelity: 'channel', precoders: 'literal' }, 'precoders must be sampled-in-law, if userDensity'],
  [
    { fidelity: 'channel', assumptions: ['gamma-gains', 'mean-requests'] },
    'assumptions must be none but gamma-gains, if userDensity (λ_u) is finite, got mean-requests',
  ],
  [{ fidelity: 'channel', quantities: ['coverage'] }, 'quantities must be none, if userDensity'],
])('refuses %j with a finite density of users', (options, message) => {
  expect(() => defineSimulation(defineNetwork({ lambda_u: 2 }), options)).toThrow(message)
})

it('refuses a network without users and targets', () => {
  expect(() => defineSimulation(defineNetwork({ lambda_u: 0, lambda_t: 0 }), { fidelity: 'channel' })).toThrow(
    'userDensity (λ_u) must be > 0, if targetDensity (λ_t) is 0, got 0',
  )
})

const control = {
  transmitAntennas: 20,
  communication: { mean: 2, errorEstimate: 1e-9 },
  sensing: { mean: 1.5, errorEstimate: 0 },
}

it('takes a control of whole networks, as plain data', () => {
  const controlled = defineSimulation(network, { fidelity: 'channel', control })
  expect(controlled.control).toEqual(control)
  expect(simulationFromJson(JSON.stringify(controlled))).toEqual(controlled)
  expect(() => assertSimulationDefinition(controlled)).not.toThrow()
  // A BS that can't grant every request, and a control that can.
  const overloaded = defineNetwork({ Mt: 4, K: 2, L: 2, Q: 2 })
  expect(defineSimulation(overloaded, { fidelity: 'channel', control }).control!.transmitAntennas).toBe(20)
})

it.each<[SimulationDefinitionOptions, string]>([
  [{ control }, 'fidelity must be channel, with a control, got gain-law'],
  [{ fidelity: 'channel', typical: 'cell', control }, 'typical must be user, with a control, got cell'],
  [
    { fidelity: 'channel', precoders: 'literal', control },
    'precoders must be sampled-in-law, with a control, got literal',
  ],
  [{ fidelity: 'channel', hardCoreDistance: 0.1, control }, 'deployment must be poisson, with a control, got matern'],
  [
    { fidelity: 'channel', control: { ...control, transmitAntennas: 2.5 } },
    'transmitAntennas must be an integer ≥ 1, got 2.5',
  ],
  [
    { fidelity: 'channel', control: { ...control, transmitAntennas: 4 } },
    '5 degrees of freedom are asked for, but transmitAntennas (M_t) = 4 permits at most 4',
  ],
  [
    { fidelity: 'channel', control: { ...control, sensing: { mean: 0, errorEstimate: 0 } } },
    'mean must be a finite number > 0, got 0',
  ],
  [
    { fidelity: 'channel', control: { ...control, sensing: { mean: 1, errorEstimate: -1 } } },
    'errorEstimate must be a finite number ≥ 0, got -1',
  ],
  [
    { fidelity: 'channel', control: { ...control, sensing: { value: 1 } } as never },
    'unknown option of the sensing of a control ‘value’',
  ],
  [{ fidelity: 'channel', control: { sensing: control.sensing } as never }, 'transmitAntennas must be given'],
  ...(['coverage:0', 'median-rate', 'detection:1e-6'] as const).map((name): [SimulationDefinitionOptions, string] => [
    {
      fidelity: 'channel',
      control: { ...control, sensing: { ...control.sensing, quantities: { [name]: control.sensing } } },
    },
    `quantities must be coverage probabilities such as coverage:0dB, of a control, got ${name}`,
  ]),
  [
    {
      fidelity: 'channel',
      control: { ...control, sensing: { ...control.sensing, quantities: { 'coverage:0dB': { mean: 1 } as never } } },
    },
    'errorEstimate must be given',
  ],
  [{ fidelity: 'channel', control: true as never }, 'control must be an object, got true'],
])('refuses a control: %j', (options, message) => {
  expect(() => defineSimulation(network, options)).toThrow(message)
})

it('says which simulations take a control before one is there', () => {
  expect(() => assertTakesControl(defineSimulation(network, { fidelity: 'channel' }))).not.toThrow()
  const cells = defineSimulation(network, { fidelity: 'channel', typical: 'cell' })
  expect(() => assertTakesControl(cells)).toThrow('typical must be user, with a control, got cell')
})

it('refuses a control with finite densities', () => {
  for (const [parameters, name] of [
    [{ lambda_u: 2 }, 'userDensity (λ_u)'],
    [{ lambda_t: 2 }, 'targetDensity (λ_t)'],
  ] as const)
    expect(() => defineSimulation(defineNetwork(parameters), { fidelity: 'channel', control })).toThrow(
      `${name} must be infinite, with a control, got 2`,
    )
})

it('takes a network only', () => {
  const copy = { ...network, usersPerCell: 50 }
  // @ts-expect-error a copy with changes is no network
  expect(() => defineSimulation(copy)).toThrow(/^network must be made by defineNetwork/)
  expect(() => defineSimulation(undefined as never)).toThrow(InvalidParameterError)
})

const definition = defineSimulation(network, { seed: 'x' })

const copies: [string, SimulationDefinition, RegExp][] = [
  [
    'a network that is none',
    { ...definition, network: { ...network } as never },
    /^network must be made by defineNetwork/,
  ],
  ['an unknown value', { ...definition, fidelity: 'chanel' as never }, /did you mean ‘channel’/],
  ['an unknown member', { ...definition, places: [] } as never, /unknown option of a simulation ‘places’/],
  ['a missing member', { ...definition, relativeBias: undefined as never }, /^relativeBias must be given/],
  ['members at odds', { ...definition, precoders: 'literal' }, /^precoders must be sampled-in-law/],
  ['nothing', undefined as never, /^options of a simulation must be an object, got undefined/],
]

it.each(copies)('is checked where it is used: %s', async (_, copy, message) => {
  expect(() => assertSimulationDefinition(copy)).toThrow(message)
  expect(() => blockSimulator(copy)).toThrow(message)
  expect(() => inProcessRunner(copy)).toThrow(message)
  expect(() => dropSampler(copy, 100)).toThrow(message)
  const runner = inProcessRunner(definition)
  await expect(runSimulation(copy, { until: { trials: 1 }, runner })).rejects.toThrow(message)
})

it('survives JSON, which its network doesn’t', () => {
  expect(() => blockSimulator(JSON.parse(JSON.stringify(definition)))).toThrow(/^network must be made by defineNetwork/)
  const again = simulationFromJson(JSON.stringify(definition))
  expect(again).toEqual(definition)
  expect(() => assertSimulationDefinition(again)).not.toThrow()
})

it.each([
  [
    { ...definition, network: { ...network, usersPerCell: 50 } },
    /^usersPerCell \(K\) must be an integer ≥ 1 and ≤ transmitAntennas \(M_t\) = 20, got 50/,
  ],
  [
    { ...definition, network: { ...network, usersPerCell: 12, communicationClusterSize: 2 } },
    /25 degrees of freedom are asked for/,
  ],
  [{ ...definition, network: undefined }, /^network must be given/],
  [{ ...definition, seed: undefined }, /^seed must be given/],
  [{ ...definition, fidelty: 'channel' }, /did you mean ‘fidelity’/],
  [5, /^options of a simulation must be an object, got 5/],
])('is none in JSON: %j', (content, message) => {
  expect(() => simulationFromJson(JSON.stringify(content))).toThrow(message)
})
