import { workerRunner, workerThreads } from '@isacnet/engine'
import { redisStudy, redisWorker } from '@isacnet/engine/redis'
import { defineNetwork } from '@isacnet/model'
import { siteCells, siteLayout } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { redisIsInstalled, redisServer } from '../../../../tooling/checks/src/redis-server.js'
import { simulationBlocks } from '../blocks.js'
import { defineSimulation } from '../definition/simulation-definition.js'
import { runSimulation } from '../run/run-simulation.js'
import { blockSimulator } from '../run/simulate-block.js'

const network = defineNetwork({ K: 2, L: 2, Q: 2 })
const definition = defineSimulation(network, { seed: 'workers' })
const channel = defineSimulation(network, { seed: 'workers', fidelity: 'channel' })
const exact = { mean: 2, errorEstimate: 0 }
const control = { transmitAntennas: 20, communication: exact, sensing: exact }
const controlled = defineSimulation(network, { seed: 'workers', fidelity: 'channel', control })

const sites = siteLayout({ x: Float64Array.of(0, 2, 0, 2, 1.2), y: Float64Array.of(0, 0, 2, 2, 0.7) })
const real = defineSimulation(defineNetwork({ K: 2, L: 2, lambda: siteCells(sites).density }), {
  seed: 'workers',
  fidelity: 'channel',
  sites,
  quantities: ['coverage:0dB', 'percentile-rate:5%'],
})

it.each([
  [definition, { relativeError: 0.001 }],
  [channel, { relativeError: 0.05, maximumTrials: 5000 }],
  [controlled, { relativeError: 0.005, maximumTrials: 10_000 }],
  [real, { relativeError: 0.04, everySite: true, maximumTrials: 60_000 }],
] as const)(
  'has the same bits with 1, 2 and 4 threads as in this thread',
  { timeout: 120_000 },
  async (simulation, until) => {
    const here = await runSimulation(simulation, { until })
    for (const threads of [1, 2, 4]) {
      const runner = workerRunner(simulationBlocks, simulation, { threads })
      try {
        expect(await runSimulation(simulation, { until, runner })).toEqual(here)
      } finally {
        await runner.close()
      }
    }
  },
)

it('shares threads between simulations that run at once', { timeout: 120_000 }, async () => {
  const definitions = [1, 2, 3].map((seed) => defineSimulation(network, { seed, fidelity: 'channel' }))
  const until = { trials: 5000 }
  const threads = workerThreads(simulationBlocks, { threads: 2 })
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

it.skipIf(!redisIsInstalled)(
  'has the same bits with workers of a queue (needs redis-server)',
  { timeout: 60_000 },
  async () => {
    const until = { trials: 60_000 }
    const server = await redisServer()
    const { url } = server
    const study = await redisStudy(simulationBlocks, { url })
    const workers = await Promise.all([1, 2].map((threads) => redisWorker(simulationBlocks, { url, threads })))
    try {
      const distributed = await runSimulation(definition, { until, runner: study.runnerFor(definition) })
      expect(JSON.stringify(distributed)).toBe(JSON.stringify(await runSimulation(definition, { until })))
    } finally {
      await study.close()
      await Promise.all(workers.map((worker) => worker.stop()))
      await server.remove()
    }
  },
)

it('describes sites by how many they are', () => {
  expect(simulationBlocks.describe(real)).toMatch(/deployment=sites, .*, sites=5$/)
})

it('describes a control by its antennas', () => {
  expect(simulationBlocks.describe(controlled)).toMatch(/, control=20$/)
})

it('describes a simulation by all its parameters', () => {
  const text = simulationBlocks.describe(definition)
  expect(text).toContain('usersPerCell=2, ')
  expect(text).toContain('seed=workers, relativeBias=0.0001')
  expect(text).toContain('assumptions=none')
})

it('says what is wrong with a definition as this thread does', { timeout: 60_000 }, async () => {
  const impossible = { ...definition, network: { ...network, pathLossExponent: 1.5 } as never }
  const runner = workerRunner(simulationBlocks, impossible, { threads: 1 })
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
