import { defineNetwork, InvalidParameterError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { runSimulation } from './run-simulation.js'
import { defineSimulation } from './simulation-definition.js'
import { workerRunner } from './workers.js'

const network = defineNetwork({ K: 2, L: 2, Q: 2 })
const definition = defineSimulation(network, { seed: 'workers' })
const channel = defineSimulation(network, { seed: 'workers', fidelity: 'channel' })

it.each([
  [definition, { relativeError: 0.001 }],
  [channel, { relativeError: 0.05, maximumTrials: 5000 }],
] as const)(
  'has the same bits with 1, 2 and 4 workers as in this thread',
  { timeout: 120_000 },
  async (simulation, until) => {
    const here = await runSimulation(simulation, { until })
    for (const workers of [1, 2, 4]) {
      const runner = workerRunner(simulation, { workers })
      try {
        expect(await runSimulation(simulation, { until, runner })).toEqual(here)
      } finally {
        await runner.close()
      }
    }
  },
)

it('refuses what it cannot run before it starts a worker', () => {
  for (const workers of [0, 1.5, Number.NaN, -1])
    expect(() => workerRunner(definition, { workers })).toThrow(InvalidParameterError)
})
