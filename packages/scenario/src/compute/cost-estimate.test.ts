import { defineNetwork } from '@isacnet/model'
import { blockSimulator, defineSimulation } from '@isacnet/simulation'
import { describe, expect, it } from 'vitest'
import { type CostEstimate, estimateCost } from './cost-estimate.js'
import type { Computation, SimulationComputation } from './resolved-study.js'

/** The estimate for a study of networks with one computation. */
const costOf = (computation: Computation, changes: readonly Record<string, number>[] = [{}]): Promise<CostEstimate> =>
  estimateCost({
    title: '',
    axes: [],
    points: changes.map((change, index) => ({
      index,
      coordinates: {},
      network: defineNetwork(change),
      computations: [computation],
    })),
    skippedPoints: 0,
    outputs: { unit: 'nats', tables: [], plots: [], plotted: 'ase' },
    seed: 1,
  })

const methods = { communicationMethod: 'exact', sensingMethod: 'exact', sensingClusters: 'bs-centric' } as const
const theorem = { kind: 'theorem', name: 'theorem', ...methods } as const

const simulation = (
  options: Partial<SimulationComputation['options']>,
  until: SimulationComputation['until'],
): SimulationComputation => ({
  kind: 'simulation',
  name: 'simulation',
  options: {
    ...{ seed: 1, fidelity: 'gain-law', typical: 'user', sensingClusters: 'bs-centric', precoders: 'sampled-in-law' },
    ...{ assumptions: [], hardCoreDistance: 0, relativeBias: 1e-4, ...options },
  },
  until,
  confidence: 0.95,
})

describe('the times of the docstring', () => {
  it.each([
    [theorem, 7e-3],
    [{ ...theorem, communicationMethod: 'theorem-1', sensingMethod: 'no-hole' }, 6e-3],
    [{ ...theorem, communicationMethod: 'theorem-2', sensingMethod: 'theorem-3' }, 4.3e-3],
    [{ ...theorem, sensingMethod: 'proposition-3' }, 1.3e-3],
  ] as const)('%j', async (computation, seconds) => {
    const cost = await costOf(computation, [{ K: 1 }, { K: 2 }, { K: 3 }])
    expect(cost.theorem).toEqual({ networks: 3, seconds: expect.closeTo(3 * seconds, 12) })
    expect(cost.seconds).toBeCloseTo(3 * seconds, 12)
  })

  it('for an optimum: 10 ms times M_t, or 1 ms times its square where bounds can’t help', async () => {
    const optimization = { kind: 'optimization', name: 'optimization', constraints: {}, ...methods } as const
    const networks = [{ Mt: 20 }, { Mt: 32 }]
    const sum = await costOf({ ...optimization, objective: { kind: 'sum', rho: 0.5 } }, networks)
    expect(sum.optimization).toEqual({ searches: 2, seconds: expect.closeTo(0.2 + 0.32, 12) })
    const bumpy = { kind: 'expression', expression: 'Tc - Ts^2' } as const
    expect((await costOf({ ...optimization, objective: bumpy }, networks)).optimization.seconds).toBeCloseTo(
      0.4 + 1.024,
      12,
    )
  })

  it.each([
    [{}, 4e-6],
    [{ typical: 'cell' }, 4e-5],
    [{ hardCoreDistance: 0.3 }, 4e-5],
    [{ fidelity: 'channel' }, 8e-5],
    [{ fidelity: 'channel', precoders: 'literal' }, 1.5e-4],
  ] as const)('for a trial of %j', async (options, seconds) => {
    const cost = await costOf(simulation(options, { trials: 1 }))
    expect(cost.simulation.blocks).toBe(1)
    expect(cost.simulation.seconds / cost.simulation.trials).toBeCloseTo(seconds, 14)
  })
})

describe('the trials until an interval is within ε, (cz/ε)²', () => {
  // Two-sided quantiles of the normal distribution, by SciPy.
  it.each([
    [{}, 0.06, 0.95, 1.959963984540054],
    [{}, 0.06, 0.99, 2.5758293035489004],
    [{ fidelity: 'channel' }, 1.5, 0.95, 1.959963984540054],
    [{ typical: 'cell' }, 1.5, 0.6, 0.8416212335729143],
  ] as const)('%j: c = %d, z of %d', async (options, c, confidence, z) => {
    // So small that whole blocks are small beside it.
    const relativeError = c / 2000
    const computation = simulation(options, { relativeError, confidence })
    const { trials } = (await costOf(computation)).simulation
    const { trialsPerBlock } = blockSimulator(defineSimulation(defineNetwork(), computation.options))
    const expected = (2000 * z) ** 2
    // The quantile is good to 5e-4, and blocks are whole.
    expect(trials).toBeGreaterThan(expected * (1 - (2 * 5e-4) / z))
    expect(trials).toBeLessThan(expected * (1 + (2 * 5e-4) / z) + trialsPerBlock)
  })

  it('and no more than the greatest number', async () => {
    const computation = simulation({ fidelity: 'channel' }, { relativeError: 1e-6, maximumTrials: 10_000 })
    const { trials } = (await costOf(computation)).simulation
    expect(trials).toBeGreaterThanOrEqual(10_000)
    expect(trials).toBeLessThan(12_000)
  })
})
