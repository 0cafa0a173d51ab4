import { defineNetwork, InvalidParameterError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { runSimulation } from './run-simulation.js'
import { defineSimulation } from './simulation-definition.js'
import { workerRunner } from './workers.js'

const definition = defineSimulation(defineNetwork({ K: 2, L: 2, Q: 2 }), { seed: 'workers' })

it('has the same bits with 1, 2 and 4 workers as in this thread', { timeout: 60_000 }, async () => {
  for (const until of [{ trials: 30_000 }, { relativeError: 0.04 }]) {
    const here = await runSimulation(definition, { until })
    for (const workers of [1, 2, 4]) {
      const runner = workerRunner(definition, { workers })
      try {
        expect(await runSimulation(definition, { until, runner })).toEqual(here)
      } finally {
        await runner.close()
      }
    }
  }
})

it('refuses what it cannot run before it starts a worker', () => {
  for (const workers of [0, 1.5, Number.NaN, -1])
    expect(() => workerRunner(definition, { workers })).toThrow(InvalidParameterError)
})
