import { defineNetwork } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { defineSimulation, type SimulationDefinition } from '../../definition/simulation-definition.js'
import { type SimulationSummary, summarize } from '../../estimate/summarize.js'
import { runSimulation } from '../../run/run-simulation.js'
import { blockSimulator } from '../../run/simulate-block.js'

const simulated = async (
  changes: Record<string, number>,
  trials: number,
  assumptions: SimulationDefinition['assumptions'] = ['gamma-gains'],
): Promise<SimulationSummary> => {
  const definition = defineSimulation(defineNetwork(changes), { fidelity: 'channel', assumptions, seed: 5 })
  const { state } = await runSimulation(definition, { until: { trials } })
  return summarize(state.sums)
}

describe('simulations of users and targets that are Poisson processes', () => {
  // Another program, in C++: tori of 10⁴ stations without targets; standard errors beside the means.
  it.each([
    [0.5, 5, 20, 4, [5.17284, 0.0037], [2.58384, 0.0023], 1 - 0.62645],
    [2, 5, 20, 4, [3.35519, 0.0019], [6.48588, 0.0042], 1 - 0.20469],
    [10, 4, 32, 3, [2.29251, 0.0012], [8.92643, 0.0042], 1 - 0.00883],
  ] as const)(
    'ρ = %d, K = %d, M_t = %d, α = %d',
    async (lambda_u, K, Mt, alpha, rate, ase, active) => {
      const { communication, load } = await simulated({ lambda_u, K, Mt, alpha, lambda_t: 0 }, 30_000)
      for (const [{ mean, standardError }, [expected, error]] of [
        [communication, rate],
        [load!.communication.ase, ase],
      ] as const) {
        expect(Math.abs(mean - expected)).toBeLessThan(4.5 * Math.hypot(standardError, error))
        expect(standardError).toBeLessThan(0.01 * mean)
      }
      expect(Math.abs(load!.activeShare.mean - active)).toBeLessThan(4.5 * load!.activeShare.standardError + 1e-3)
    },
    60_000,
  )

  it('become saturated ones, with requests abandoned, and target-centric clusters too', async () => {
    for (const sensingClusters of ['bs-centric', 'target-centric'] as const) {
      const network = { K: 3, L: 2, J: 2, Q: 2, Mt: 9 }
      const options = { fidelity: 'channel', sensingClusters, seed: 8 } as const
      const [loaded, saturated] = await Promise.all(
        [{ lambda_u: 4000, lambda_t: 4000 }, {}].map(async (densities) => {
          const definition = defineSimulation(defineNetwork({ ...network, ...densities }), options)
          const { state } = await runSimulation(definition, { until: { trials: 20_000 } })
          return summarize(state.sums)
        }),
      )
      for (const service of ['communication', 'sensing'] as const) {
        const [a, b] = [loaded![service], saturated![service]]
        expect(Math.abs(a.mean - b.mean)).toBeLessThan(4.5 * Math.hypot(a.standardError, b.standardError))
      }
    }
  }, 120_000)

  it('have saturated users among targets, with the rates of saturated cells', async () => {
    const saturated = { K: 2, J: 2, Mt: 8 }
    const { communication, sensing, load } = await simulated({ ...saturated, lambda_t: 0.5 }, 20_000)
    expect(load!.communication.ase.mean).toBeCloseTo(2 * communication.mean, 10)
    expect(load!.communication.servedShare.mean).toBe(0)
    expect(load!.activeShare.mean).toBe(1)
    // λ_t E[min(1, J/N) R] is less than λ_t R.
    expect(load!.sensing.ase.mean).toBeLessThan(0.5 * sensing.mean)
    expect(load!.sensing.ase.mean / (0.5 * sensing.mean)).toBeGreaterThan(0.9)
  }, 60_000)

  it('have the same bits in each run, and count no requests', () => {
    const definition = defineSimulation(defineNetwork({ lambda_u: 1, lambda_t: 1, L: 2, Q: 2, K: 2 }), {
      fidelity: 'channel',
    })
    const [once, again] = [blockSimulator(definition).simulate(3), blockSimulator(definition).simulate(3)]
    expect(JSON.stringify(again)).toBe(JSON.stringify(once))
    expect(once.nulling.stations).toBe(0)
    expect(once.load).toBeDefined()
    expect(blockSimulator(defineSimulation(defineNetwork())).simulate(0)).not.toHaveProperty('load')
  })

  it('refuse so few users and targets that hardly a station transmits', () => {
    const definition = defineSimulation(defineNetwork({ lambda_u: 1e-5, lambda_t: 0 }), { fidelity: 'channel' })
    expect(() => blockSimulator(definition)).toThrow('userDensity (λ_u) must be so large')
  })
})
