import { inspect } from 'node:util'
import { defineNetwork } from '@isacnet/model'
import {
  type BlockRunner,
  defineSimulation,
  type RunOptions,
  runSimulation,
  type SimulationDefinition,
  type SimulationState,
} from '@isacnet/simulation'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RedisServer, redisIsInstalled, redisServer } from '../../../tooling/checks/src/redis-server.js'
import { madeUpSums } from '../test/made-up-sums.js'
import { madeUpThread, workerProcesses } from '../test/worker-processes.js'
import { DistributionError } from './distribution-error.js'
import { openStudy, type RedisStudy, redisStudy, type StudyInternals } from './redis-study.js'
import { type RedisWorker, redisWorker, startWorker, type WorkerInternals } from './redis-worker.js'

const network = defineNetwork({ K: 2, L: 2, Q: 2 })
const simulation = (seed: number | string): SimulationDefinition => defineSimulation(network, { seed })

/** What a test needs wait for until it is so. */
const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** Enough for something to happen in the middle. */
const trials = 100

const quick = { threadFile: madeUpThread, lockDuration: 800 }

describe.skipIf(!redisIsInstalled)('with a Redis (needs redis-server)', { timeout: 60_000 }, () => {
  let server: RedisServer
  let url: string
  const processes = workerProcesses()
  const closers: (() => Promise<unknown>)[] = []
  const notices: string[] = []
  const onNotice = (notice: string): void => {
    notices.push(notice)
  }

  beforeEach(async () => {
    server = await redisServer()
    url = server.url
    notices.length = 0
  })
  afterEach(async () => {
    try {
      await Promise.all(closers.splice(0).map((close) => close()))
      await processes.end()
      expect(notices.join('\n')).not.toContain(server.password)
    } finally {
      await server.remove()
    }
  })

  const study = async (options: { queue?: string } = {}, internals: StudyInternals = {}): Promise<RedisStudy> => {
    const opened = await openStudy({ url, onNotice, ...options }, internals)
    closers.push(() => opened.close())
    return opened
  }
  const worker = async (internals: WorkerInternals = quick, options: { queue?: string } = {}): Promise<RedisWorker> => {
    const started = await startWorker({ url, threads: 1, onNotice, ...options }, internals)
    closers.push(() => started.stop())
    return started
  }
  const keys = async (): Promise<string[]> => {
    const client = new Redis({ port: server.port, password: server.password })
    try {
      return await client.keys('*')
    } finally {
      client.disconnect()
    }
  }
  const here = (definition: SimulationDefinition): BlockRunner => ({
    concurrency: 1,
    run: async (block) => madeUpSums(definition, block),
    close: async () => {},
  })
  /** Runs made-up blocks by workers, and says whether the result is that of one process. */
  const runMadeUp = async (
    definition: SimulationDefinition,
    runner: BlockRunner,
    options: Partial<RunOptions> = {},
  ): Promise<SimulationState> => {
    const { state } = await runSimulation(definition, { until: { trials }, runner, ...options })
    const alone = await runSimulation(definition, { until: { trials }, runner: here(definition) })
    expect(JSON.stringify(state)).toBe(JSON.stringify(alone.state))
    return state
  }

  it('has the same bits with two worker processes as in this thread', async () => {
    const definition = simulation('bits')
    const { runner } = await study()
    await Promise.all([1, 2].map((threads) => processes.start({ url, threads })))
    const rule = { until: { trials: 60_000 } }
    const distributed = await runSimulation(definition, { ...rule, runner: runner(definition) })
    expect(JSON.stringify(distributed)).toBe(JSON.stringify(await runSimulation(definition, rule)))
  })

  it('loses and repeats nothing when workers come, are killed and stall', async () => {
    const definition = simulation('mortal')
    const { runner } = await study()
    const [killed, stalled] = await Promise.all([1, 2].map(() => processes.start({ url, threads: 1 }, quick)))
    let blocks = 0
    const run = runMadeUp(definition, runner(definition), {
      onProgress: (state) => {
        blocks = state.blocks
      },
    })
    await until(() => blocks > 20)
    killed!.kill('SIGKILL')
    stalled!.kill('SIGSTOP')
    await worker()
    await until(() => blocks > 70)
    // What it had is done by now; it hands it over a second time.
    stalled!.kill('SIGCONT')
    await run
  })

  it('goes on when Redis has gone away and comes back', async () => {
    const definition = simulation('persistent')
    const { runner } = await study()
    await worker()
    let blocks = 0
    const run = runMadeUp(definition, runner(definition), {
      onProgress: (state) => {
        blocks = state.blocks
      },
    })
    await until(() => blocks > 40)
    await server.kill()
    await until(() => notices.filter((notice) => notice.includes('is gone')).length === 2)
    await server.start()
    await run
    await until(() => notices.filter((notice) => notice.includes('is back')).length === 2)
  })

  it('goes on when Redis comes back and knows nothing', async () => {
    const definition = simulation('forgetful')
    const { runner } = await study()
    await worker()
    let blocks = 0
    const run = runMadeUp(definition, runner(definition), {
      onProgress: (state) => {
        blocks = state.blocks
      },
    })
    await until(() => blocks > 40)
    const client = new Redis({ port: server.port, password: server.password })
    await client.flushall()
    client.disconnect()
    await run
    // Its next sign of life finds out.
    await until(() => notices.includes('Redis has lost the study; what isn’t there yet is given to it again'))
  })

  it('stops though Redis goes away while it does', async () => {
    const definition = simulation('deserted')
    const { runner } = await study()
    const left = await startWorker({ url, threads: 1, onNotice }, quick)
    await runner(definition).run(0)
    const stopped = left.stop()
    await server.kill()
    await expect(stopped).resolves.toBeUndefined()
  })

  it('gives up when Redis stays away', async () => {
    const { runner } = await study({}, { longestOutage: 300 })
    const block = runner(simulation(1)).run(0)
    await server.kill()
    await expect(block).rejects.toThrow(`Redis at redis://127.0.0.1:${server.port}: gone for 0.3 s`)
  })

  it('keeps studies apart, and queues', async () => {
    const definitions = ['one', 'another', 'elsewhere'].map(simulation)
    const studies = await Promise.all([study(), study(), study({ queue: 'else.where-1' })])
    await worker()
    const runs = definitions.slice(0, 2).map((definition, i) => runMadeUp(definition, studies[i]!.runner(definition)))
    let served = false
    const elsewhere = runMadeUp(definitions[2]!, studies[2].runner(definitions[2]!)).then(() => {
      served = true
    })
    await Promise.all(runs)
    expect(served).toBe(false)
    await worker(quick, { queue: 'else.where-1' })
    await elsewhere
  })

  it('does several simulations of one study at once', async () => {
    const { runner } = await study()
    await worker()
    await Promise.all(['a', 'bc', 'def'].map((seed) => runMadeUp(simulation(seed), runner(simulation(seed)))))
  })

  it('tries a block again that fails, and then reports it with its parameters', async () => {
    const { runner } = await study()
    await worker()
    await runMadeUp(simulation('fails once at 7'), runner(simulation('fails once at 7')))
    for (const [seed, reason] of [
      ['fails at 7', 'block 7: a fault in the test'],
      ['dies at 3', 'exited with code: 7'],
    ] as const) {
      const run = runSimulation(simulation(seed), { until: { trials: 10 }, runner: runner(simulation(seed)) })
      const failure = await run.catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(DistributionError)
      expect(String(failure)).toMatch(/blocks? \d+( to \d+)? failed on every worker that tried/)
      expect(String(failure)).toContain(reason)
      expect(String(failure)).toContain('usersPerCell=2, ')
      expect(String(failure)).toContain(`seed=${seed}, relativeBias=0.0001`)
    }
  })

  it('gives up a block that kills worker after worker', async () => {
    const mortal = { ...quick, mostWorkersLost: 2 }
    const { runner } = await study()
    const definition = simulation('kills at 0')
    const run = runner(definition).run(0)
    run.catch(() => {})
    for (let deaths = 0; deaths < 2; deaths++) {
      const child = await processes.start({ url, threads: 1 }, mortal)
      await until(() => child.signalCode === 'SIGKILL')
    }
    await worker(mortal)
    await expect(run).rejects.toThrow(/^block 0 failed on every worker that tried, .*stalled more than/)
  })

  it('refuses workers of another version, with both', async () => {
    const refusal = 'this worker is of version theirs; a study on queue ‘default’ needs ours, and is refused'
    const { runner } = await study({}, { version: 'ours' })
    await expect(worker({ ...quick, version: 'theirs' })).rejects.toThrow(
      `${refusal}; install the same version, or use another queue`,
    )
    const saying = 'a worker on queue ‘default’ is of version theirs; this study needs ours'
    await until(() => notices.includes(saying))
    // With a study of its own it stays, and leaves the other alone.
    const other = await study({}, { version: 'theirs' })
    await worker({ ...quick, version: 'theirs' })
    expect(notices).toContain(refusal)
    const block = runner(simulation(1)).run(0)
    await other.runner(simulation(2)).run(0)
    await worker({ ...quick, version: 'ours' })
    expect(await block).toEqual(madeUpSums(simulation(1), 0))
    expect(notices.filter((notice) => notice === saying)).toHaveLength(1)
  })

  it('says when no worker is there, and when one is', async () => {
    const { runner } = await study()
    const block = runner(simulation(1)).run(0)
    const missing = `no worker is there; start one with: isacnet worker --redis redis://127.0.0.1:${server.port}`
    await until(() => notices.includes(missing))
    await worker()
    await block
    await until(() => notices.includes('a worker is there; going on'))
  })

  it('leaves no key behind, whoever ends first', async () => {
    const first = await study()
    const staying = await worker()
    await first.runner(simulation(1)).run(0)
    await first.close()
    // Until its next look, a worker may leave something in a study that is over; then it sweeps it up.
    await until(async () => (await keys()).join() === 'isacnet:default:workers')
    const second = await study()
    const block = second.runner(simulation(1)).run(0)
    await block
    await staying.stop()
    void second
      .runner(simulation(1))
      .run(1)
      .catch(() => {})
    await second.close()
    expect(await keys()).toEqual([])
  })

  it('sweeps up after a study whose process was killed', async () => {
    const client = new Redis({ port: server.port, password: server.password })
    await client.sadd('isacnet:default:studies', 'killed')
    await client.set('isacnet:default:killed:wait', 'what it left')
    client.disconnect()
    await worker()
    await until(async () => (await keys()).join() === 'isacnet:default:workers')
  })

  it('says who refuses, without the password', async () => {
    const wrong = url.replace(encodeURIComponent(server.password), 'not-this%2Fone')
    for (const attempt of [redisStudy, redisWorker]) {
      const failure = await attempt({ url: wrong }).catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(DistributionError)
      expect(String(failure)).toMatch(/Redis at redis:\/\/127\.0\.0\.1:\d+: WRONGPASS/)
      expect(inspect(failure, { depth: 9, showHidden: true })).not.toMatch(/not-this|%2Fone/)
    }
    await expect(redisStudy({ url: `${url}/99999` })).rejects.toThrow(/Redis at [^ ]+\/99999: .*DB index/)
  })
})
