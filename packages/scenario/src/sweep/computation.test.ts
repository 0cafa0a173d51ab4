import { expect, it } from 'vitest'
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
