import { inspect } from 'node:util'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type RedisServer, redisIsInstalled, redisServer } from '../../../../tooling/checks/src/redis-server.js'
import { type MadeUpResult, madeUpResult, madeUpWork } from '../../test/made-up-work.js'
import { workerProcesses } from '../../test/worker-processes.js'
import type { BlockEngine, BlockRunner } from '../blocks/block-engine.js'
import { DistributionError } from './connection/distribution-error.js'
import { openStudy, redisStudy, type StudyInternals } from './redis-study.js'
import { type RedisWorker, redisWorker, startWorker, type WorkerInternals } from './redis-worker.js'

/** Waits until a condition that a test needs holds. */
const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** How many blocks a task has: enough for something to happen in the middle; and where nothing shall. */
const manyBlocks = 100
const fewBlocks = 20

/** As in earnest, but sooner. */
const soon = { beatInterval: 100, backoff: 50, farewell: 500 }
const quick = { ...soon, lockDuration: 800 }

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

  const study = async (
    options: { queue?: string } = {},
    internals: StudyInternals = {},
  ): Promise<BlockEngine<string, MadeUpResult>> => {
    const opened = await openStudy(madeUpWork, { url, onNotice, ...options }, { ...soon, ...internals })
    closers.push(() => opened.close())
    return opened
  }
  const worker = async (internals: WorkerInternals = quick, options: { queue?: string } = {}): Promise<RedisWorker> => {
    const started = await startWorker(madeUpWork, { url, threads: 1, onNotice, ...options }, internals)
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
  /** Takes all blocks of a task from workers, as many ahead as the runner asks for, and says whether they are those of one process. */
  const runAll = async (
    task: string,
    runner: BlockRunner<MadeUpResult>,
    { blocks = fewBlocks, onProgress = () => {} }: { blocks?: number; onProgress?: (done: number) => void } = {},
  ): Promise<void> => {
    const results: MadeUpResult[] = []
    const pending: Promise<MadeUpResult>[] = []
    while (results.length < blocks) {
      while (pending.length < runner.concurrency && results.length + pending.length < blocks) {
        const block = runner.run(results.length + pending.length)
        // A block that fails matters when its turn comes, if it does.
        block.catch(() => {})
        pending.push(block)
      }
      results.push(await pending.shift()!)
      onProgress(results.length)
    }
    expect(results).toEqual(Array.from({ length: blocks }, (_, block) => madeUpResult(task, block)))
  }

  it('loses and repeats nothing when workers come, are killed and stall', async () => {
    const task = 'mortal'
    const { runnerFor } = await study()
    const [killed, stalled] = await Promise.all([1, 2].map(() => processes.start({ url, threads: 1 }, quick)))
    let blocks = 0
    const run = runAll(task, runnerFor(task), {
      blocks: manyBlocks,
      onProgress: (done) => {
        blocks = done
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
    const task = 'persistent'
    const { runnerFor } = await study()
    await worker()
    let blocks = 0
    const run = runAll(task, runnerFor(task), {
      blocks: manyBlocks,
      onProgress: (done) => {
        blocks = done
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
    const task = 'forgetful'
    const { runnerFor } = await study()
    await worker()
    let blocks = 0
    const run = runAll(task, runnerFor(task), {
      blocks: manyBlocks,
      onProgress: (done) => {
        blocks = done
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
    const task = 'deserted'
    const { runnerFor } = await study()
    const left = await startWorker(madeUpWork, { url, threads: 1, onNotice }, quick)
    await runnerFor(task).run(0)
    const stopped = left.stop()
    await server.kill()
    await expect(stopped).resolves.toBeUndefined()
  })

  it('gives up when Redis stays away', async () => {
    const { runnerFor } = await study({}, { longestOutage: 300 })
    const block = runnerFor('one').run(0)
    await server.kill()
    await expect(block).rejects.toThrow(`Redis at redis://127.0.0.1:${server.port}: gone for 0.3 s`)
  })

  it('keeps studies apart, and queues', async () => {
    const [first, second, third] = ['one', 'another', 'elsewhere'] as const
    const studies = await Promise.all([study(), study(), study({ queue: 'else.where-1' })])
    await worker()
    const runs = [runAll(first, studies[0].runnerFor(first)), runAll(second, studies[1].runnerFor(second))]
    let served = false
    const elsewhere = runAll(third, studies[2].runnerFor(third)).then(() => {
      served = true
    })
    await Promise.all(runs)
    expect(served).toBe(false)
    await worker(quick, { queue: 'else.where-1' })
    await elsewhere
  })

  it('does several simulations of one study at once', async () => {
    const { runnerFor } = await study()
    await worker()
    await Promise.all(['a', 'bc', 'def'].map((task) => runAll(task, runnerFor(task))))
  })

  it('tries a block again that fails, and then reports it with its parameters', async () => {
    const { runnerFor } = await study()
    await worker()
    await runAll('fails once at 7', runnerFor('fails once at 7'))
    for (const [task, reason] of [
      ['fails at 7', 'block 7: block must be an easier one, got 7'],
      ['dies at 3', 'exited with code: 7'],
    ] as const) {
      const run = runAll(task, runnerFor(task))
      const failure = await run.catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(DistributionError)
      expect(String(failure)).toMatch(/blocks? \d+( to \d+)? failed on every worker that tried/)
      expect(String(failure)).toContain(reason)
      expect(String(failure)).toContain(`’; task=${task}`)
    }
  })

  it('gives up a block that kills worker after worker', async () => {
    const mortal = { ...quick, mostWorkersLost: 2 }
    const { runnerFor } = await study()
    const task = 'kills at 0'
    const run = runnerFor(task).run(0)
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
    const { runnerFor } = await study({}, { version: 'ours' })
    await expect(worker({ ...quick, version: 'theirs' })).rejects.toThrow(
      `${refusal}; install the same version, or use another queue`,
    )
    const saying = 'a worker on queue ‘default’ is of version theirs; this study needs ours'
    await until(() => notices.includes(saying))
    // With a study of its own it stays, and leaves the other alone.
    const other = await study({}, { version: 'theirs' })
    await worker({ ...quick, version: 'theirs' })
    expect(notices).toContain(refusal)
    const block = runnerFor('one').run(0)
    await other.runnerFor('two').run(0)
    await worker({ ...quick, version: 'ours' })
    expect(await block).toEqual(madeUpResult('one', 0))
    expect(notices.filter((notice) => notice === saying)).toHaveLength(1)
  })

  it('says when no worker is there, and when one is', async () => {
    const { runnerFor } = await study()
    const block = runnerFor('one').run(0)
    const missing = `no worker is there; start one with: isacnet worker --redis redis://127.0.0.1:${server.port}`
    await until(() => notices.includes(missing))
    await worker()
    await block
    await until(() => notices.includes('a worker is there; going on'))
  })

  it('leaves no key behind, whoever ends first', async () => {
    const first = await study()
    const staying = await worker()
    await first.runnerFor('one').run(0)
    await first.close()
    // Until its next look, a worker may leave something in a study that is over; then it sweeps it up.
    await until(async () => (await keys()).join() === 'isacnet:default:workers')
    const second = await study()
    const block = second.runnerFor('one').run(0)
    await block
    await staying.stop()
    void second
      .runnerFor('one')
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

  it('says once that Redis may throw things away', async () => {
    const client = new Redis({ port: server.port, password: server.password })
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru')
    client.disconnect()
    await study()
    const told = `Redis at redis://127.0.0.1:${server.port} may throw away what it holds: its maxmemory-policy is ‘allkeys-lru’; set it to noeviction`
    expect(notices).toEqual([told])
    await worker()
    expect(notices.filter((notice) => notice === told)).toHaveLength(2)
  })

  it.each([
    ['all that is needed', ['+info'], 0],
    ['no right to ask what Redis is', [], 2],
  ] as const)('works for a user with %s, and lets no library complain', async (_, rights, told) => {
    const complaints = vi.spyOn(console, 'warn')
    const client = new Redis({ port: server.port, password: server.password })
    await client.acl('SETUSER', 'few', 'on', '>few-rights', '~isacnet:*', '+@all', '-@dangerous', ...rights)
    client.disconnect()
    url = `redis://few:few-rights@127.0.0.1:${server.port}`
    const { runnerFor, close } = await study()
    const serving = await worker()
    await runAll('a task', runnerFor('a task'))
    await close()
    await serving.stop()
    expect(notices.filter((notice) => notice.includes('no right to INFO'))).toHaveLength(told)
    expect(complaints).not.toHaveBeenCalled()
    expect(await keys()).toEqual([])
  })

  it('says who refuses, without the password', async () => {
    const wrong = url.replace(encodeURIComponent(server.password), 'not-this%2Fone')
    for (const attempt of [redisStudy, redisWorker]) {
      const failure = await attempt(madeUpWork, { url: wrong }).catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(DistributionError)
      expect(String(failure)).toMatch(/Redis at redis:\/\/127\.0\.0\.1:\d+: WRONGPASS/)
      expect(inspect(failure, { depth: 9, showHidden: true })).not.toMatch(/not-this|%2Fone/)
    }
    await expect(redisStudy(madeUpWork, { url: `${url}/99999` })).rejects.toThrow(/Redis at [^ ]+\/99999: .*DB index/)
  })
})
