import { communicationRate, sensingRate } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import { type SimulatedRate, simulateRates } from '@isacnet/simulation'
import { describe, expect, it } from 'vitest'

/** By how many standard errors a value is off, the far field's bias put right. */
const deviation = (simulated: SimulatedRate, value: number): number =>
  (simulated.mean + simulated.bias - value) / simulated.standardError

/** False alarms in 7e-6 of all seeds, each; there are 24. */
const alarm = 4.5

const networks = [
  [{ K: 1 }, 'bs-centric'],
  [{ K: 1, L: 2, Q: 2 }, 'bs-centric'],
  [{ K: 1, L: 4, Q: 5 }, 'target-centric'],
  [{ K: 5 }, 'target-centric'],
  [{ K: 5, L: 2, Q: 2 }, 'target-centric'],
  [{ K: 5, L: 4, Q: 5, Mt: 32 }, 'bs-centric'],
  [{ K: 3, L: 3, Q: 3, alpha: 3.2, beta: 2, lambda: 2 }, 'bs-centric'],
  [{ K: 3, L: 2, Q: 2, alpha: 2.5, beta: 1.5, lambda: 0.3, deltaT: 5 }, 'target-centric'],
  [{ K: 2, L: 2, Q: 2, noisePower: 0.5, beta: 1.8 }, 'bs-centric'],
] as const

describe.each(networks)('%j, %s', (changes, clusters) => {
  const network = defineNetwork(changes)
  const simulation = simulateRates(network, { seed: 20261123, trials: 60_000, clusters })

  it('has the exact rates within the simulation’s error', () => {
    const communication = communicationRate(network)
    const sensing = sensingRate(network, { clusters })
    expect(Math.abs(deviation(simulation.communication, communication.value))).toBeLessThan(alarm)
    expect(Math.abs(deviation(simulation.sensing, sensing.value))).toBeLessThan(alarm)
  })

  it('is precise enough to tell', () => {
    expect(simulation.communication.standardError).toBeLessThan(0.005 * simulation.communication.mean)
    expect(simulation.sensing.standardError).toBeLessThan(0.01 * simulation.sensing.mean)
  })
})

it('rejects Theorem 1 as printed (erratum E1), Theorem 3 (E9) and the rate without the hole', () => {
  const network = defineNetwork({ K: 1, L: 2, Q: 2 })
  const simulation = simulateRates(network, { seed: 20261123, trials: 60_000 })
  const printed = communicationRate(network, { method: 'theorem-1' }).value
  expect(Math.abs(deviation(simulation.communication, printed))).toBeGreaterThan(2 * alarm)
  for (const method of ['theorem-3', 'no-hole'] as const)
    expect(Math.abs(deviation(simulation.sensing, sensingRate(network, { method }).value))).toBeGreaterThan(2 * alarm)
})
