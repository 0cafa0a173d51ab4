import { defineNetwork, InvalidParameterError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { defineSimulation } from '../definition/simulation-definition.js'
import { runSimulation } from '../run/run-simulation.js'
import { blockSimulator } from '../run/simulate-block.js'
import { workerRunner, workerThreads } from '../workers.js'

const network = defineNetwork({ K: 2, L: 2, Q: 2 })
const definition = defineSimulation(network, { seed: 'workers' })
const channel = defineSimulation(network, { seed: 'workers', fidelity: 'channel' })

it.each([
  [definition, { relativeError: 0.001 }],
  [channel, { relativeError: 0.05, maximumTrials: 5000 }],
] as const)(
  'has the same bits with 1, 2 and 4 threads as in this thread',
  { timeout: 120_000 },
  async (simulation, until) => {
    const here = await runSimulation(simulation, { until })
    for (const threads of [1, 2, 4]) {
      const runner = workerRunner(simulation, { threads })
      try {
        expect(await runSimulation(simulation, { until, runner })).toEqual(here)
      } finally {
        await runner.close()
      }
    }
  },
)

it('refuses what it cannot run before it starts a worker', () => {
  for (const threads of [0, 1.5, Number.NaN, -1])
    expect(() => workerRunner(definition, { threads })).toThrow(InvalidParameterError)
})

it('shares threads between simulations that run at once', { timeout: 120_000 }, async () => {
  const definitions = [1, 2, 3].map((seed) => defineSimulation(network, { seed, fidelity: 'channel' }))
  const until = { trials: 5000 }
  const threads = workerThreads({ threads: 2 })
  try {
    const shared = await Promise.all(
      definitions.map(async (simulation) => {
        const runner = threads.runnerFor(simulation)
        const run = await runSimulation(simulation, { until, runner })
        await runner.close()
        return run
      }),
    )
    expect(shared).toEqual(await Promise.all(definitions.map((simulation) => runSimulation(simulation, { until }))))
  } finally {
    await threads.close()
  }
})

it('says what is wrong with a definition as this thread does', { timeout: 60_000 }, async () => {
  const impossible = { ...definition, network: { ...network, pathLossExponent: 1.5 } as never }
  const runner = workerRunner(impossible, { threads: 1 })
  try {
    const expected = await inProcess(impossible)
    expect(expected).toBeInstanceOf(Error)
    const error: unknown = await runner.run(0).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf((expected as Error).constructor)
    expect(error).toMatchObject({ message: (expected as Error).message })
  } finally {
    await runner.close()
  }
})

const inProcess = async (simulation: typeof definition): Promise<unknown> => {
  try {
    return blockSimulator(simulation).simulate(0)
  } catch (error) {
    return error
  }
}
