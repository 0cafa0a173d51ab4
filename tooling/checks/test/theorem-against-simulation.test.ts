import { communicationRate, sensingRate } from '@isacnet/analysis'
import { defineNetwork, type Network } from '@isacnet/model'
import {
  assumptionNames,
  defineSimulation,
  runSimulation,
  type SimulatedRate,
  type SimulationOptions,
  type SimulationSummary,
  summarize,
} from '@isacnet/simulation'
import { beforeAll, describe, expect, it } from 'vitest'

const simulate = async (network: Network, options: SimulationOptions = {}) => {
  const definition = defineSimulation(network, { seed: 20261123, ...options })
  return summarize((await runSimulation(definition, { until: { trials: 30_000 } })).state.sums)
}

/** By how many standard errors a value is off what the bias can't explain. */
const deviation = ({ mean, biasBound, standardError }: SimulatedRate, value: number): number =>
  (value - Math.min(Math.max(value, mean), mean + biasBound)) / standardError

/** False alarms in 7e-6 of all seeds, each; there are 60. */
const alarm = 4.5

/** The paper's M_t = 20, α = 4. At K = 5, L = 4 the users take all antennas: sensing clusters get those of L = 2. */
const paper = ([1, 5] as const).flatMap((K) =>
  (['bs-centric', 'target-centric'] as const).flatMap((sensingClusters) =>
    (
      [
        [1, 1],
        [2, 2],
        [2, 5],
        [4, 1],
      ] as const
    ).map(([L, Q]) => [{ K, L, Q }, sensingClusters] as const),
  ),
)

const networks = [
  ...paper,
  [{ K: 5, L: 4, Q: 5, Mt: 32 }, 'bs-centric'],
  [{ K: 3, L: 3, Q: 3, alpha: 3.2, beta: 2, lambda: 2 }, 'bs-centric'],
  [{ K: 3, L: 2, Q: 2, alpha: 2.5, beta: 1.5, lambda: 0.3, deltaT: 5 }, 'target-centric'],
  [{ K: 2, L: 2, Q: 2, noisePower: 0.5, beta: 1.8 }, 'bs-centric'],
  [{ K: 2, L: 2, Q: 2, noisePower: 0.5, lambda_x: 6, sigma_x: 0.03, beta: 1.8 }, 'bs-centric'],
  [{ K: 1, L: 2, Q: 3, lambda: 2, lambda_x: 3, sigma_x: 0.4, rho_x: 0.1 }, 'target-centric'],
] as const

describe.each(networks)('%j, %s', (changes, sensingClusters) => {
  const network = defineNetwork(changes)
  let simulation: SimulationSummary
  beforeAll(async () => {
    simulation = await simulate(network, { sensingClusters })
  })

  it('has the exact rates within the simulation’s error', () => {
    const communication = communicationRate(network)
    const sensing = sensingRate(network, { sensingClusters })
    expect(Math.abs(deviation(simulation.communication, communication.value))).toBeLessThan(alarm)
    expect(Math.abs(deviation(simulation.sensing, sensing.value))).toBeLessThan(alarm)
  })

  it('is precise enough to tell', () => {
    expect(simulation.communication.standardError).toBeLessThan(0.001 * simulation.communication.mean)
    expect(simulation.sensing.standardError).toBeLessThan(0.003 * simulation.sensing.mean)
  })
})

it('rejects Theorem 1 as printed (erratum E1), Theorem 3 (E9) and the rate without the hole', async () => {
  const network = defineNetwork({ K: 1, L: 2, Q: 2 })
  const simulation = await simulate(network)
  const printed = communicationRate(network, { method: 'theorem-1' }).value
  expect(Math.abs(deviation(simulation.communication, printed))).toBeGreaterThan(20 * alarm)
  for (const method of ['theorem-3', 'no-hole'] as const)
    expect(Math.abs(deviation(simulation.sensing, sensingRate(network, { method }).value))).toBeGreaterThan(20 * alarm)
})

/** Drops of whole networks share no code with the points of `gain-law`, but for the gains' laws. */
it.each([
  [{ K: 5, L: 2, J: 2, Q: 2 }, 'bs-centric'],
  [{ K: 1, L: 4, Q: 5 }, 'target-centric'],
  [{ K: 3, L: 2, Q: 2, alpha: 3.2, lambda: 2, noisePower: 0.3 }, 'bs-centric'],
] as const)(
  'has the exact rates of channel fidelity under all assumptions: %j, %s',
  { timeout: 60_000 },
  async (changes, sensingClusters) => {
    const network = defineNetwork(changes)
    const simulation = await simulate(network, { sensingClusters, fidelity: 'channel', assumptions: assumptionNames })
    expect(Math.abs(deviation(simulation.communication, communicationRate(network).value))).toBeLessThan(alarm)
    expect(Math.abs(deviation(simulation.sensing, sensingRate(network, { sensingClusters }).value))).toBeLessThan(alarm)
    expect(simulation.communication.standardError).toBeLessThan(0.01 * simulation.communication.mean)
    expect(simulation.sensing.standardError).toBeLessThan(0.01 * simulation.sensing.mean)
  },
)
