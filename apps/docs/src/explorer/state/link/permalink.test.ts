import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisScales, type CurveFamily, type PinnedNetwork } from '../curve-choices.js'
import { dropStages } from '../drop-stage.js'
import { type ExplorerState, explorerViews, initialExplorerState } from '../explorer-state.js'
import { explorerParameters } from '../parameters/explorer-parameters.js'
import type { Sampling } from '../sampling.js'
import { permalinkQuery, readPermalink } from './permalink.js'

const anyState: fc.Arbitrary<ExplorerState> = fc.record({
  values: fc.record(
    Object.fromEntries(
      explorerParameters.map(({ name, integer }) => [
        name,
        integer ? fc.integer({ min: -5, max: 200 }) : fc.double({ noNaN: true, noDefaultInfinity: true }),
      ]),
    ),
  ) as fc.Arbitrary<ExplorerState['values']>,
  axis: fc.constantFrom(...explorerParameters.map(({ name }) => name)),
  quantity: fc.constantFrom('rates', 'coverage:3dB', 'percentile-rate:5%', 'median-rate'),
  threshold: fc.integer({ min: -200, max: 200 }),
  clusters: fc.constantFrom('bs-centric' as const, 'target-centric' as const),
  unit: fc.constantFrom('nats' as const, 'bits' as const),
  view: fc.constantFrom(...explorerViews),
  seed: fc.nat(),
  weight: fc.double({ min: 0, max: 1, noNaN: true }),
  metric: fc.constantFrom('ase' as const, 'rate' as const),
  fidelity: fc.constantFrom('gain-law' as const, 'channel' as const),
  sampling: fc.constantFrom<Sampling>(
    {},
    { typical: 'cell', relativeBias: 0.01 },
    { hardCoreDistance: 0.2 },
    { deployment: 'matern', assumptions: ['mean-requests', 'gamma-gains'], precoders: 'literal' },
  ),
  otherRequests: fc.boolean(),
  stage: fc.constantFrom(...dropStages),
  withheld: fc.constantFrom<readonly number[]>([], [2], [1, 4, 12]),
  range: fc.constantFrom(null, { from: 1, to: 64 }, { from: 0.01, to: 1e5 }),
  xScale: fc.constantFrom(null, ...axisScales),
  yScale: fc.constantFrom(...axisScales),
  family: fc.constantFrom<CurveFamily | null>(
    null,
    { parameter: 'communicationClusterSize', values: [1, 2, 4] },
    { parameter: 'noisePower', values: [0, 1e-9, 0.5] },
  ),
  pinned: fc.array(
    fc.constantFrom<PinnedNetwork>(
      { values: initialExplorerState.values, clusters: 'bs-centric' },
      { values: { ...initialExplorerState.values, usersPerCell: 3, noisePower: 1e-7 }, clusters: 'target-centric' },
    ),
    { maxLength: 3 },
  ),
  hiddenMethods: fc.subarray(['exact', 'actual-requests', 'theorem-1']),
  marks: fc.boolean(),
  table: fc.boolean(),
  large: fc.constantFrom('', 'communication', 'communication-ase', 'sensing-rate'),
  objective: fc.constantFrom('sum', 'sensing', 'communication-percentile-rate:5%'),
  limits: fc.constantFrom<ExplorerState['limits']>(
    {},
    { minSensingRate: 1.5, minCommunicationClusterSize: 2 },
    { 'communication-coverage:-3dB': 0.9, minCommunicationRate: 1e-7 },
  ),
  regionMethod: fc.constantFrom('exact' as const, 'actual-requests' as const),
})

/** −0 is written as 0; nothing in the explorer tells them apart. */
const withoutNegativeZero = (state: ExplorerState): ExplorerState => JSON.parse(JSON.stringify(state))

describe('a permalink', () => {
  it('is empty for the first view', () => {
    expect(permalinkQuery(initialExplorerState)).toBe('')
  })

  it('restores every state, feasible or not', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { state: restored, problems } = readPermalink(permalinkQuery(state))
        expect(problems).toEqual([])
        expect(withoutNegativeZero(restored)).toEqual(withoutNegativeZero(state))
      }),
    )
  })

  it('has the view of the distribution and its threshold', () => {
    const state: ExplorerState = { ...initialExplorerState, view: 'distribution', threshold: -3.5 }
    expect(permalinkQuery(state)).toBe('threshold=-3.5&view=distribution')
    expect(readPermalink('view=distribution&threshold=-3.5')).toEqual({ state, problems: [] })
  })

  it('has no densities of users and targets, because cells are saturated', () => {
    const { state, problems } = readPermalink('lambda_u=2')
    expect(state).toEqual(initialExplorerState)
    expect(problems).toEqual(['userDensity must be left out: the cells of the explorer are saturated, got lambda_u'])
  })

  it('takes every spelling of a parameter that the command line takes', () => {
    for (const { name, aliases } of explorerParameters)
      for (const spelling of [name, ...aliases]) {
        const query = new URLSearchParams({ [spelling]: '0.25' }).toString()
        expect(readPermalink(query).state.values[name], spelling).toBe(0.25)
      }
  })

  it.each([
    ['K=abc', 'usersPerCell (K) must be an integer ≥ 1, got abc'],
    ['K=', 'usersPerCell (K) must be an integer ≥ 1, got '],
    ['Kk=5', 'Kk'],
    ['unit=bit', 'unit must be nats or bits, got bit'],
    ['view=curve', 'view must be curves or distribution or region or drop or simulation or sites, got curve'],
    ['clusters=none', 'clusters must be bs-centric or target-centric, got none'],
    ['axis=x', 'x'],
    ['seed=-1', 'seed must be an integer from 0 to 9007199254740991, in plain digits, got -1'],
    ['seed=', 'seed must be an integer from 0 to 9007199254740991, in plain digits, got '],
    ['seed=007', 'in plain digits, got 007'],
    ['seed=1e3', 'in plain digits, got 1e3'],
    ['seed=9007199254740993', 'in plain digits, got 9007199254740993'],
    ['plane=area', 'plane must be rate or ase, got area'],
    ['fidelity=full', 'fidelity must be gain-law or channel, got full'],
    ['deployment=lattice', 'unknown deployment ‘lattice’: permitted: poisson, matern'],
    ['hardCoreDistance=1 km', 'hardCoreDistance must be a number of km, got ‘1 km’'],
    ['relativeBias=2', 'relativeBias must be between 0 and 1, got 2'],
    ['requests=some', 'requests must be own or all, got some'],
    ['threshold=', 'threshold (θ) must be'],
    ['threshold=x', 'threshold (θ) must be'],
    ['threshold=1e9', 'threshold (θ) must be'],
    ['quantity=coverage:x', 'coverage'],
    ['rho=2', 'rho (ρ) must be a number ≥ 0 and ≤ 1, got 2'],
    ['K=0x10', 'usersPerCell (K) must be an integer ≥ 1, got 0x10'],
    ['K=1,000', 'usersPerCell (K) must be an integer ≥ 1, got 1,000'],
    ['each=L', 'each must be a parameter and one to 6 values, such as L:1,2,4, got L'],
    ['each=L:1,2.5', 'each must be integers of L, got L:1,2.5'],
    ['each=Z:1', 'Z'],
    ['pin=K:x', 'usersPerCell (K) must be an integer ≥ 1, got x'],
    ['pin=clusters:none', 'clusters must be bs-centric or target-centric, got none'],
    ['hide=the best', 'hide must be none, or names of methods, such as exact,theorem-1, got the best'],
    ['range=5..1', 'range must be two numbers, such as 1..64, got 5..1'],
    ['chart=all', 'chart must be communication or sensing'],
    ['limits=R_s~-1', 'limits must be a quantity and a number ≥ 0, such as R_s~1.5, got R_s~-1'],
    ['objective=best', 'best'],
    ['without=0', 'without must be numbers of requests, such as 1,4, got 0'],
    ['without=1,,2', 'without must be numbers of requests'],
    ['stage=last', 'stage must be no-nulling or nulling or abandonment, got last'],
  ])('names what it leaves out of %s', (query, said) => {
    const { state, problems } = readPermalink(query)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(said)
    expect(state).toEqual(initialExplorerState)
  })
})
