import { expect, it } from 'vitest'
import { chosenBy } from '../compute/chosen-by.js'
import { writeScenario } from '../source/write-scenario.js'
import { resolveScenario } from './resolve-scenario.js'

it('has the defaults of a simulation that says nothing', async () => {
  const study = await resolveScenario('compute: [{ simulation: }]')
  expect(study.points[0]!.computations).toEqual([
    {
      kind: 'simulation',
      name: 'simulation',
      options: {
        seed: 1,
        fidelity: 'gain-law',
        typical: 'user',
        sensingClusters: 'bs-centric',
        precoders: 'sampled-in-law',
        assumptions: [],
        hardCoreDistance: 0,
        relativeBias: 1e-4,
      },
      until: { relativeError: 0.005, confidence: 0.95 },
      confidence: 0.95,
    },
  ])
})

it('has quantities of the law of the SIR by their canonical names, of each computation', async () => {
  const study = await resolveScenario(
    'compute: [{ theorem: { quantities: [coverage, "percentile-rate:1"] } }, { simulation: { trials: 100, quantities: [detection] } }]\n' +
      'output: { plotted: "percentile-rate:1%" }',
  )
  const [theorem, simulation] = study.points[0]!.computations
  expect(theorem).toMatchObject({ quantities: ['coverage:0dB', 'percentile-rate:1%'] })
  expect(simulation).toMatchObject({ options: { quantities: ['detection:1e-6'] } })
  expect(study.outputs.plotted).toBe('percentile-rate:1%')
  expect(chosenBy(study.points[0]!.computations)).toEqual(['coverage:0dB', 'percentile-rate:1%', 'detection:1e-6'])
})

it('has expressions with quantities as objectives', async () => {
  const { points } = await resolveScenario(
    'compute: [{ optimization: { objective: communication-percentile-ase:5% + Ts } }, { theorem: { objective: "0.5 * sensing-detection:1e-6" } }]',
  )
  expect(points[0]!.computations).toMatchObject([
    { objective: { kind: 'expression', expression: 'communication-percentile-ase:5% + Ts' } },
    { objective: { kind: 'expression', expression: '0.5 * sensing-detection:1e-6' } },
  ])
})

it('has a quantity as the objective of an optimization, and limits in nats', async () => {
  const study = await resolveScenario(
    'compute: [{ optimization: { objective: "communication-percentile-ase:5", limits: { "sensing-detection": 20%, "communication-median-rate": 1 bit/s/Hz } } }]',
  )
  expect(study.points[0]!.computations[0]).toMatchObject({
    objective: { kind: 'quantity', quantity: 'communication-percentile-ase:5%' },
    constraints: { quantities: { 'sensing-detection:1e-6': 0.2, 'communication-median-rate': Math.LN2 } },
  })
  const again = await resolveScenario(
    writeScenario({ network: study.points[0]!.network, computations: study.points[0]!.computations }),
  )
  expect(again.points[0]!.computations).toEqual(study.points[0]!.computations)
})

it.each([
  ['compute: [{ theorem: { quantities: [coverge] } }]', /1:36: unknown quantity ‘coverge’: did you mean ‘coverage’/],
  ['compute: [{ theorem: { quantities: [coverage, "coverage:0dB"] } }]', /quantities must be chosen once each/],
  [
    'compute: [{ simulation: { quantities: [range-error] } }]',
    /quantity ‘range-error’ requires rmsBandwidth \(B\) > 0, got 0/,
  ],
  [
    'compute: [{ theorem: { quantities: [coverage] } }]\noutput: { plotted: detection }',
    /plotted must be rate, ase or coverage:0dB, got ‘detection’: no computation has it/,
  ],
  ['output: { plotted: fate }', /unknown plotted quantity ‘fate’: did you mean ‘rate’/],
  [
    'compute: [{ optimization: { objective: 0.5*coverage + 2 } }]',
    /objective: unknown name ‘coverage’.*quantities of the law of the SIR are written as communication-coverage:0dB/,
  ],
  [
    'compute: [{ optimization: { objective: 2*K } }]',
    /it must depend on Tc, Ts, Rc, Rs or a quantity such as communication-coverage:0dB, got ‘2\*K’/,
  ],
  ['compute: [{ optimization: { objective: communication-detection } }]', /unknown quantity ‘communication-detection’/],
  [
    'compute: [{ optimization: { objective: sum, rho: 0.5, limits: { sensing-detection: -1 } } }]',
    /a limit of sensing-detection:1e-6 must be ≥ 0, got -1/,
  ],
])('refuses %s', async (text, message) => {
  await expect(resolveScenario(text)).rejects.toThrow(message)
})
