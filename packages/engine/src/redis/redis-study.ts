import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { assertOptions } from '@isacnet/model'
import { Queue } from 'bullmq'
import type { BlockEngine, BlockRunner } from '../blocks/block-engine.js'
import type { BlockJob } from '../blocks/block-job.js'
import type { BlockWork } from '../blocks/block-work.js'
import { DistributionError } from './connection/distribution-error.js'
import { redisAddress } from './connection/redis-address.js'
import { redisLink } from './connection/redis-link.js'
import { type RedisQueueOptions, redisQueueChecks } from './connection/redis-options.js'
import { uninterrupted, within } from './connection/within.js'
import { failedBlockError } from './queue/failed-block.js'
import { jobOptions } from './queue/job-options.js'
import { type JobSizing, jobSizing } from './queue/job-size.js'
import { defaultQueue, queueName } from './queue/queue-name.js'
import { queueVersion } from './queue/queue-version.js'
import { type DeliveredResults, readResults } from './queue/result-stream.js'
import { studyKeys } from './queue/study-keys.js'
import { remainsLife, studyRegistry } from './queue/study-registry.js'
import { workerCensus } from './queue/worker-census.js'

/** How long things take, in milliseconds. */
const usualTimes = {
  /** To wait for Redis at first. */
  patience: 5000,
  /** Between two signs of life. */
  beatInterval: 1000,
  /** Before a block that failed is tried again, so that another worker may have it. */
  backoff: 500,
  /** That Redis may be away. */
  longestOutage: 900_000,
  /** For closing where Redis doesn't answer. */
  farewell: 5000,
}

/** Settings that tests change. */
export interface StudyInternals extends Partial<typeof usualTimes> {
  readonly version?: string
}

/** A block that somebody waits for. */
interface Request {
  readonly block: number
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
}

/** A job whose result isn't there yet. */
interface PendingJob {
  readonly id: string
  readonly job: BlockJob
  readonly requests: readonly Request[]
  readonly sizing: JobSizing
  /** Makes the error that its requests are rejected with where it failed for good. */
  readonly failure: (reason: string) => unknown
  /** When it was given to Redis. */
  submitted: number
  /** Whether Redis didn't know it when it was last looked for. */
  missing: boolean
}

/** How many jobs are looked for with each sign of life. */
const jobsPerBeat = 200

/** Errors of Redis that pass. */
const passing = /^(READONLY|LOADING|MASTERDOWN|CLUSTERDOWN|EXECABORT|BUSY|TRYAGAIN)/

/**
 * Opens a study on a queue. Workers of the same work that are there, or come later, compute its blocks; each is given out again when its worker is
 * killed or stalls, and counts once. Redis holds nothing that can't be lost: what it forgets is given to it again.
 *
 * A block that fails three times, or that ten workers were lost with, rejects with a {@link DistributionError} that has its parameters, or with what the
 * work's `prepare` throws. Closing the study removes what it has in Redis.
 * When Redis is away, the study waits for it, for a quarter of an hour.
 *
 * @example
 * const study = await redisStudy(simulationBlocks, { url: 'redis://localhost', onNotice: console.error })
 * const runner = study.runnerFor(defineSimulation(defineNetwork()))
 * (await runner.run(0)).trials // 4096
 * await study.close()
 *
 * @throws {UnknownNameError} for an option that is not known.
 * @throws {InvalidParameterError} for a wrong URL or name of a queue.
 * @throws {DistributionError} when Redis isn't there within five seconds, or refuses.
 * @throws the signal's reason when the signal comes before the study is open.
 */
export const redisStudy = <Task, Result>(
  work: BlockWork<Task, Result>,
  options: RedisQueueOptions,
): Promise<BlockEngine<Task, Result>> => openStudy(work, options)

export const openStudy = async <Task, Result>(
  work: BlockWork<Task, Result>,
  options: RedisQueueOptions,
  internals: StudyInternals = {},
): Promise<BlockEngine<Task, Result>> => {
  assertOptions('redisStudy', options, redisQueueChecks)
  const { url, queue: name = defaultQueue, onNotice = () => {}, signal = uninterrupted } = options
  const keys = studyKeys(queueName(name))
  const address = redisAddress(url)
  const { version = queueVersion(work.module) } = internals
  const { patience, beatInterval, backoff, longestOutage, farewell } = { ...usualTimes, ...internals }
  const pending = new Map<string, PendingJob>()
  const closing = new AbortController()
  let failure: Error | undefined
  let outage: NodeJS.Timeout | undefined

  const fail = (fault: string): void => {
    failure ??= new DistributionError(`Redis at ${address.shown}: ${fault}`)
    for (const { requests } of pending.values()) for (const { reject } of requests) reject(failure)
    pending.clear()
  }
  const link = await redisLink(address, {
    patience,
    signal,
    onNotice,
    onChange: (up) => {
      onNotice(up ? `Redis at ${address.shown} is back` : `Redis at ${address.shown} is gone; waiting for it`)
      clearTimeout(outage)
      if (!up) outage = setTimeout(() => fail(`gone for ${longestOutage / 1000} s`), longestOutage)
    },
  })
  const registry = studyRegistry(link, keys)
  const census = workerCensus({ queue: name, shown: address.shown, version }, onNotice)
  let threads = 0
  let jobs = 0
  let runners = 0

  /** Makes the study's queue and keys in Redis. When Redis has lost them, others take their place. */
  const open = () => {
    const id = randomBytes(8).toString('hex')
    const queue = new Queue<BlockJob>(id, {
      connection: link.client,
      prefix: keys.prefix,
      skipVersionCheck: true,
      // Nobody reads them.
      streams: { events: { maxLen: 16 } },
    })
    queue.on('error', () => {})
    const ended = new AbortController()
    void readResults(link, keys.results(id), { signal: ended.signal, onResults: receive })
    return { id, queue, end: () => ended.abort(), begun: false }
  }
  const receive = ({ job: id, results, milliseconds }: DeliveredResults): void => {
    const entry = pending.get(id)
    // It may have come twice.
    if (entry === undefined) return
    pending.delete(id)
    const { requests, sizing } = entry
    const all: unknown[] = JSON.parse(results)
    sizing.learn(requests.length, milliseconds)
    for (const [i, { resolve }] of requests.entries()) resolve(all[i])
  }
  let current = open()

  const submit = async (entries: readonly PendingJob[]): Promise<void> => {
    if (entries.length === 0) return
    const { queue } = current
    for (const entry of entries) {
      entry.submitted = performance.now()
      entry.missing = false
    }
    try {
      await queue.addBulk(
        entries.map(({ id, job }) => ({
          name: 'blocks',
          data: job,
          opts: {
            jobId: id,
            attempts: jobOptions.mostAttempts,
            backoff: { type: 'fixed', delay: backoff },
            removeOnComplete: true,
            stackTraceLimit: 1,
          },
        })),
      )
    } catch (error) {
      // Where the connection broke, they are missed later.
      if (isReply(error) && !closing.signal.aborted) fail(link.faultOf(error))
    }
  }

  /** Looks for the jobs that were not looked for the longest. */
  const look = async (): Promise<void> => {
    const now = performance.now()
    const some = [...pending.values()]
      .slice(0, jobsPerBeat)
      .filter(({ submitted }) => now - submitted > 2 * beatInterval)
    const pipeline = link.client.pipeline()
    for (const { id } of some) pipeline.pexpire(keys.job(current.id, id), remainsLife)
    for (const key of keys.lasting(current.id)) pipeline.pexpire(key, remainsLife)
    const answers = (await pipeline.exec()) ?? []
    const lost: PendingJob[] = []
    for (const [i, entry] of some.entries()) {
      if (!pending.delete(entry.id)) continue
      pending.set(entry.id, entry)
      const missing = answers[i]?.[1] === 0
      // Once may mean that it is done, and its result on the way.
      if (missing && entry.missing) lost.push(entry)
      entry.missing = missing
    }
    await submit(lost)
  }
  const collectFailures = async (): Promise<void> => {
    for (const { id, failedReason } of await current.queue.getFailed(0, 99)) {
      const entry = pending.get(id ?? '')
      if (entry === undefined) continue
      pending.delete(entry.id)
      const error = entry.failure(link.faultOf(failedReason))
      for (const { reject } of entry.requests) reject(error)
    }
  }
  const beat = async (): Promise<void> => {
    const { known, workers } = await registry.beatOfStudy(current.id, version)
    if (!known && current.begun) {
      const before = current
      onNotice('Redis has lost the study; what isn’t there yet is given to it again')
      before.end()
      current = open()
      await registry.end(before.id)
      await registry.beatOfStudy(current.id, version)
      await submit([...pending.values()])
    }
    current.begun = true
    threads = census.look(workers)
    if (pending.size > 0) await collectFailures()
    await look()
  }
  const beats = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      try {
        await within(beat(), closing.signal)
      } catch (error) {
        if (!closing.signal.aborted && isReply(error)) fail(link.faultOf(error))
      }
      await delay(beatInterval, undefined, { signal: closing.signal }).catch(() => {})
    }
  }

  /** Removes what the study has in Redis, if Redis lets it, and hangs up. */
  const leave = async (): Promise<void> => {
    current.end()
    const tidy = async (): Promise<void> => {
      await registry.end(current.id)
      await current.queue.obliterate({ force: true, count: 10_000 })
      await link.client.unlink(...keys.fixed(current.id))
    }
    if (link.up) await Promise.race([tidy().catch(() => {}), delay(farewell, undefined, { ref: false })])
    link.close()
  }

  try {
    await within(beat(), signal)
  } catch (error) {
    await leave()
    signal.throwIfAborted()
    throw new DistributionError(`Redis at ${address.shown}: ${link.faultOf(error)}`)
  }
  const beating = delay(beatInterval, undefined, { signal: closing.signal }).then(beats, () => {})

  const runnerFor = (task: Task): BlockRunner<Result> => {
    work.check(task)
    const text = JSON.stringify(task)
    const sizing = jobSizing()
    const mark = `${runners++}`
    let requested: Request[] = []
    let closed = false
    /** A fault of a task is reported by its own type of error. */
    const fault = (job: BlockJob, reason: string): unknown => {
      try {
        work.prepare(task)
        return failedBlockError(job, reason, work.describe(task))
      } catch (error) {
        return error
      }
    }
    const flush = (): void => {
      const entries: PendingJob[] = []
      for (const requests of consecutive(requested, sizing.blocks)) {
        const job: BlockJob = { task: text, first: requests[0]!.block, count: requests.length }
        const id = `${mark}-${jobs++}`
        const failure = (reason: string): unknown => fault(job, reason)
        const entry = { id, job, requests, sizing, failure, submitted: 0, missing: false }
        entries.push(entry)
        pending.set(id, entry)
      }
      requested = []
      void submit(entries)
    }
    return {
      get concurrency() {
        return sizing.window(threads)
      },
      run: (block) =>
        new Promise<Result>((resolve, reject) => {
          if (failure !== undefined) return reject(failure)
          if (closed || closing.signal.aborted) return reject(new DistributionError('the study is closed'))
          // Blocks that are asked for together make a job.
          if (requested.length === 0) setImmediate(flush)
          requested.push({ block, resolve: (result) => resolve(result as Result), reject })
        }),
      close: async () => {
        closed = true
        const abandoned = [...pending.values()].filter(({ sizing: its }) => its === sizing)
        for (const { id, requests } of abandoned) {
          pending.delete(id)
          for (const { reject } of requests) reject(new DistributionError('the study is closed'))
        }
        if (!link.up || closing.signal.aborted) return
        // Those that a worker has can't be removed.
        await within(
          Promise.allSettled(abandoned.map(({ id }) => current.queue.remove(id))),
          AbortSignal.any([closing.signal, AbortSignal.timeout(farewell)]),
        ).catch(() => {})
      },
    }
  }

  let closed: Promise<void> | undefined
  const close = async (): Promise<void> => {
    closing.abort()
    clearTimeout(outage)
    await beating
    await leave()
    for (const { requests } of pending.values())
      for (const { reject } of requests) reject(new DistributionError('the study is closed'))
    pending.clear()
  }
  return {
    runnerFor,
    close: () => {
      closed ??= close()
      return closed
    },
  }
}

const isReply = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ReplyError' && !passing.test(error.message)

/** Requests in groups of blocks that follow each other, none larger than that. */
const consecutive = (requests: readonly Request[], most: number): Request[][] => {
  const groups: Request[][] = []
  for (const request of requests) {
    const group = groups.at(-1)
    if (group !== undefined && group.length < most && group.at(-1)!.block + 1 === request.block) group.push(request)
    else groups.push([request])
  }
  return groups
}
