import { defineNetwork } from '@isacnet/model'
import { resolveScenario } from '@isacnet/scenario'
import { describe, expect, it } from 'vitest'
import { initialExplorerState } from '../state/explorer-state.js'
import { scenarioText } from './scenario-text.js'

describe('the scenario file', () => {
  it('sweeps the axis of the curves over what is feasible', async () => {
    const study = await resolveScenario(scenarioText(initialExplorerState))
    expect(study.points.map(({ network }) => network.usersPerCell)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(study.points[4]?.network).toEqual(defineNetwork(initialExplorerState.values))
  })

  it('asks for the optimum that is shown', async () => {
    const study = await resolveScenario(
      scenarioText({ ...initialExplorerState, view: 'region', weight: 0.3, unit: 'bits' }),
    )
    expect(study.points).toHaveLength(1)
    expect(study.points[0]?.computations[0]).toMatchObject({
      kind: 'optimization',
      objective: { kind: 'sum', rho: 0.3 },
    })
    expect(study.outputs.unit).toBe('bits')
  })

  it('asks for the coverage and the percentiles of the distribution that is shown', async () => {
    const study = await resolveScenario(scenarioText({ ...initialExplorerState, view: 'distribution', threshold: -3 }))
    expect(study.points).toHaveLength(1)
    expect(study.points[0]?.network).toEqual(defineNetwork(initialExplorerState.values))
    expect(study.points[0]?.computations[0]).toMatchObject({
      kind: 'theorem',
      quantities: ['coverage:-3dB', 'percentile-rate:5%', 'median-rate', 'percentile-rate:95%', 'detection:1e-6'],
    })
  })

  it('runs the simulation that is run', async () => {
    const sampling = { hardCoreDistance: 0.4, assumptions: ['mean-requests'] } as const
    const state = { ...initialExplorerState, view: 'simulation', seed: 7, fidelity: 'channel', sampling } as const
    const study = await resolveScenario(scenarioText(state))
    expect(study.points).toHaveLength(1)
    expect(study.points[0]?.network).toEqual(defineNetwork(initialExplorerState.values))
    expect(study.points[0]?.computations).toMatchObject([
      {
        kind: 'simulation',
        options: { ...sampling, seed: 7, fidelity: 'channel', sensingClusters: 'bs-centric' },
        until: { relativeError: 1e-4, confidence: 0.99, maximumTrials: 20_000_000 },
        confidence: 0.99,
      },
    ])
  })

  it('sweeps a quantity of the law of the SIR where the curves are of one, and plots it', async () => {
    const study = await resolveScenario(scenarioText({ ...initialExplorerState, quantity: 'coverage:3dB' }))
    expect(study.points).toHaveLength(9)
    expect(study.points[0]?.computations[0]).toMatchObject({ kind: 'theorem', quantities: ['coverage:3dB'] })
    expect(study.outputs.plotted).toBe('coverage:3dB')
  })

  it('sweeps the family of curves as well, by the methods that are shown', async () => {
    const study = await resolveScenario(
      scenarioText({
        ...initialExplorerState,
        family: { parameter: 'communicationClusterSize', values: [1, 4] },
        range: { from: 2, to: 3 },
        hiddenMethods: ['theorem-1', 'theorem-2', 'theorem-3'],
      }),
    )
    expect(study.points.map(({ network }) => [network.communicationClusterSize, network.usersPerCell])).toEqual([
      [1, 2],
      [1, 3],
      [4, 2],
      [4, 3],
    ])
    expect(study.points[0]?.computations).toMatchObject([
      { communicationMethod: 'exact', sensingMethod: 'exact' },
      { communicationMethod: 'actual-requests', sensingMethod: 'actual-requests' },
      { communicationMethod: 'theorem-1', sensingMethod: 'no-hole' },
    ])
  })

  it('sweeps a real parameter at the points that are drawn', async () => {
    const study = await resolveScenario(scenarioText({ ...initialExplorerState, axis: 'pathLossExponent' }))
    expect(study.points).toHaveLength(33)
  })
})
