import { communicationMethods, sensingMethods } from '@isacnet/analysis'
import { defineNetwork, type Network, paperNetwork, parameterDefinitions, sensingClusterKinds } from '@isacnet/model'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Computation } from '../compute/resolved-study.js'
import { resolveScenario } from '../sweep/resolve-scenario.js'
import { exampleScenario } from './example-scenario.js'
import { scenarioFormats, writeScenario } from './write-scenario.js'

beforeAll(() => import('../values/mathjs-subset.js'), 60_000)

const positive = fc.double({ min: 1e-12, max: 1e12, noNaN: true, noDefaultInfinity: true })

/** Networks that differ from the paper's in anything. */
const network: fc.Arbitrary<Network> = fc
  .record(
    {
      baseStationDensity: positive,
      transmitPower: positive,
      noisePower: positive,
      clutterDensity: positive,
      radarCrossSection: positive,
      pathLossExponent: fc.double({ min: 2.001, max: 8, noNaN: true }),
      echoPathLossExponent: fc.double({ min: 1.001, max: 8, noNaN: true }),
      clutterResidual: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
      transmitAntennas: fc.integer({ min: 60, max: 1000 }),
      usersPerCell: fc.integer({ min: 1, max: 6 }),
      communicationClusterSize: fc.integer({ min: 1, max: 5 }),
      targetsPerCell: fc.integer({ min: 1, max: 10 }),
      sensingClusterSize: fc.integer({ min: 1, max: 4 }),
    },
    { requiredKeys: ['transmitAntennas'] },
  )
  .map((changes) => defineNetwork(changes))

const methods = {
  communicationMethod: fc.constantFrom(...communicationMethods),
  sensingMethod: fc.constantFrom(...sensingMethods),
  sensingClusters: fc.constantFrom(...sensingClusterKinds),
}
const share = fc.double({ min: 1e-9, max: 0.999, noNaN: true })
const objective = fc.oneof(
  fc.constantFrom({ kind: 'communication' as const }, { kind: 'sensing' as const }),
  share.map((rho) => ({ kind: 'sum' as const, rho })),
  fc
    .constantFrom('0.3*Tc + 0.7*Ts', 'min(Rc, Rs) / K')
    .map((expression) => ({ kind: 'expression' as const, expression })),
)

const computation = (seed: number | string): fc.Arbitrary<Computation> =>
  fc.oneof(
    fc.record({ kind: fc.constant('theorem' as const), name: fc.constant('theorem'), ...methods }),
    fc.record({ kind: fc.constant('theorem' as const), name: fc.constant('with-objective'), ...methods, objective }),
    fc.record({
      kind: fc.constant('optimization' as const),
      name: fc.constant('optimization'),
      objective,
      constraints: fc.record(
        {
          minCommunicationRate: positive,
          minSensingRate: positive,
          minSensingClusterSize: fc.integer({ min: 1, max: 9 }),
        },
        { requiredKeys: [] },
      ),
      communicationMethod: methods.communicationMethod.filter((method) => method !== 'actual-requests'),
      sensingMethod: fc.constant('exact' as const),
      sensingClusters: methods.sensingClusters,
    }),
    fc
      .tuple(share, share, fc.boolean(), fc.integer({ min: 1, max: 1e9 }))
      .map(([confidence, relativeError, byCount, trials]) => ({
        kind: 'simulation' as const,
        name: 'simulation',
        options: {
          seed,
          fidelity: 'channel' as const,
          typical: 'user' as const,
          sensingClusters: 'target-centric' as const,
          precoders: 'literal' as const,
          assumptions: ['mean-requests' as const],
          hardCoreDistance: relativeError * 1e-9,
          relativeBias: 1e-3,
        },
        until: byCount ? { trials } : { relativeError, confidence, maximumTrials: trials },
        confidence,
      })),
  )

describe('writeScenario', () => {
  it.each(scenarioFormats)('writes %s that reads back as the same study, number by number', async (format) => {
    const content = fc
      .tuple(network, fc.oneof(fc.integer(), fc.constantFrom('night', '007', '1e3', 'true')), fc.string())
      .chain(([chosen, seed, title]) =>
        fc
          .uniqueArray(computation(seed), { minLength: 1, maxLength: 4, selector: ({ name }) => name })
          .map((computations) => ({ network: chosen, seed, title, computations })),
      )
    await fc.assert(
      fc.asyncProperty(content, async (written) => {
        const text = writeScenario(written, format)
        const study = await resolveScenario(text)
        expect(study.seed, text).toBe(written.seed)
        expect(study.title, text).toBe(written.title)
        expect(study.points, text).toEqual([
          { index: 0, coordinates: {}, network: written.network, computations: written.computations },
        ])
      }),
      { numRuns: 60 },
    )
  })

  it('writes sweeps back as they were read', async () => {
    const study = await resolveScenario(exampleScenario)
    const axes = [
      ...study.axes.filter(({ quantities }) => quantities[0]!.name !== 'load'),
      { quantities: [{ name: 'transmitPower', unit: 'dBm', values: [10, 20.5] }] },
      {
        quantities: [
          { name: 'communicationClusterSize', unit: '', values: [1, 2] },
          { name: 'clutterDensity', unit: '', values: [0.1, 1 / 3] },
        ],
      },
    ]
    const text = writeScenario({ network: paperNetwork, axes, infeasible: 'skip', outputs: study.outputs })
    const again = await resolveScenario(text)
    expect(again.axes).toEqual(axes)
    expect(again.outputs).toEqual(study.outputs)
    expect(again.points).toHaveLength(16)
    expect(again.points.at(-1)!.network.clutterDensity).toBe(1 / 3)
  })

  it('names only what differs from the paper’s network, with units', () => {
    const text = writeScenario({ network: defineNetwork({ K: 5, lambda: 4, Pt: 2 }) })
    expect(text.split('\n').slice(1).join('\n')).toBe(
      'network:\n  baseStationDensity: 4 /km^2\n  usersPerCell: 5\n  transmitPower: 2 W\n',
    )
  })

  it('writes every parameter', async () => {
    const changed = Object.fromEntries(
      parameterDefinitions.map(({ name, defaultValue, integer }) => [
        name,
        integer ? defaultValue + 1 : Number.isFinite(defaultValue) ? (defaultValue + 0.5) / 2 : 3,
      ]),
    )
    const all = defineNetwork({ ...changed, pathLossExponent: 3.5, transmitAntennas: 50 })
    const { points } = await resolveScenario(writeScenario({ network: all }, 'json'))
    expect(points[0]!.network).toEqual(all)
  })
})
