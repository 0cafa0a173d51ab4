import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { assertOptions, integerFrom, type OptionChecks } from '@isacnet/model'
import { Worker } from 'bullmq'
import type { BlockJob, JobAnswer, JobFailure } from '../blocks/block-job.js'
import type { BlockWork } from '../blocks/block-work.js'
import { threadPool } from '../threads/thread-pool.js'
import { DistributionError } from './connection/distribution-error.js'
import { redisAddress } from './connection/redis-address.js'
import { redisLink } from './connection/redis-link.js'
import { type RedisQueueOptions, redisQueueChecks } from './connection/redis-options.js'
import { uninterrupted, within } from './connection/within.js'
import { jobOptions } from './queue/job-options.js'
import { defaultQueue, queueName } from './queue/queue-name.js'
import { queueVersion } from './queue/queue-version.js'
import { studyKeys } from './queue/study-keys.js'
import { studyRegistry, type WorkerRecord } from './queue/study-registry.js'

export interface RedisWorkerOptions extends RedisQueueOptions {
  /** How many blocks to compute at once, an integer ≥ 1; default: as many as the machine runs at once. */
  readonly threads?: number | undefined
}

const optionChecks: OptionChecks<RedisWorkerOptions> = { ...redisQueueChecks, threads: integerFrom(1) }

/** A process that computes blocks for the studies of a queue. */
export interface RedisWorker {
  readonly threads: number
  /** The version of the code here; studies of another version are refused. */
  readonly version: string
  /** Takes no more jobs, finishes those it computes, gives the others back, and ends. */
  stop(): Promise<void>
  /** Resolves when the worker has stopped; rejects with a {@link DistributionError} when it can't go on. */
  readonly ended: Promise<void>
}

/** How long things take, in milliseconds. */
const usualTimes = {
  /** To wait for Redis at first. */
  patience: 5000,
  /** Between two signs of life. */
  beatInterval: 1000,
  /** That a job is this worker's without a sign of life. */
  lockDuration: 10_000,
  /** For a worker that stops, to say so to a Redis that doesn't answer. */
  farewell: 3000,
}

/** Settings that tests change. */
export interface WorkerInternals extends Partial<typeof usualTimes> {
  readonly version?: string
  /** After how many lost workers a job is given up. */
  readonly mostWorkersLost?: number
}

/** How often it looks whether Redis is there, in milliseconds. */
const lookInterval = 200

/**
 * Computes blocks of one kind of work for every study of a queue, until it is stopped. Studies of another version are refused, with a notice.
 *
 * A job that this process takes with it when it is killed, or doesn't go on with for ten seconds, is done by another. When Redis is
 * away, the worker waits for it.
 *
 * @example
 * const worker = await redisWorker(simulationBlocks, { url: 'redis://localhost', onNotice: console.error })
 * process.once('SIGTERM', () => worker.stop())
 * await worker.ended // undefined
 *
 * @throws {UnknownNameError} for an option that is not known.
 * @throws {InvalidParameterError} for a wrong URL, name of a queue or number of threads.
 * @throws {DistributionError} when Redis isn't there within five seconds, or refuses; when there are studies on the queue, all of
 * another version.
 * @throws the signal's reason when the signal comes before the worker is ready.
 */
export const redisWorker = (
  work: Pick<BlockWork<never, unknown>, 'module'>,
  options: RedisWorkerOptions,
): Promise<RedisWorker> => startWorker(work, options)

export const startWorker = async (
  work: Pick<BlockWork<never, unknown>, 'module'>,
  options: RedisWorkerOptions,
  internals: WorkerInternals = {},
): Promise<RedisWorker> => {
  assertOptions('redisWorker', options, optionChecks)
  const {
    url,
    queue = defaultQueue,
    threads = availableParallelism(),
    onNotice = () => {},
    signal = uninterrupted,
  } = options
  const keys = studyKeys(queueName(queue))
  const address = redisAddress(url)
  const { version = queueVersion(work.module), mostWorkersLost = jobOptions.mostWorkersLost } = internals
  const { patience, beatInterval, lockDuration, farewell } = { ...usualTimes, ...internals }
  const link = await redisLink(address, {
    patience,
    signal,
    onNotice,
    onChange: (up) => onNotice(up ? `Redis at ${address.shown} is back` : `Redis at ${address.shown} is gone; waiting`),
  })
  const registry = studyRegistry(link, keys)
  const self: WorkerRecord = { id: randomUUID(), threads, version }
  const serving = new Map<string, Worker<BlockJob>>()
  const refused = new Set<string>()
  const stopping = new AbortController()
  let failure: Error | undefined
  const pool = threadPool({
    module: work.module,
    threads,
    onExtinction: (reason) => {
      failure ??= new DistributionError(`no thread of this worker lives any more: ${reason.message}`)
      stopping.abort()
    },
  })

  const compute = (job: BlockJob): Promise<JobAnswer> =>
    pool.compute(job).catch((error: unknown) => {
      // Where no thread lives any more, its jobs are done by others: they are no worse for it.
      if (failure !== undefined) return new Promise(() => {})
      throw error
    })
  const serve = (study: string): Worker<BlockJob> => {
    const worker = new Worker<BlockJob>(
      study,
      async ({ id, data }) => {
        const answer = await compute(data)
        if ('failure' in answer) throw new Error(failureText(answer))
        await registry.publish(study, { job: id!, ...answer })
      },
      {
        connection: link.client,
        prefix: keys.prefix,
        // What there is for every thread, and a little more that needn't be fetched first.
        concurrency: threads + Math.ceil(threads / 4),
        lockDuration,
        // What a killed worker had is missed soon after its time is up, and taken by one that waits.
        stalledInterval: lockDuration / 10,
        drainDelay: lockDuration / 10_000,
        maxStalledCount: mostWorkersLost - 1,
        runRetryDelay: 500,
        skipVersionCheck: true,
      },
    )
    // Redis being away is said elsewhere; a job that another worker has taken over is no fault.
    worker.on('error', (error) => {
      if (error.name === 'ReplyError') onNotice(`Redis at ${address.shown}: ${link.faultOf(error)}`)
    })
    worker.on('failed', (_, { message }) => onNotice(`a job failed: ${link.faultOf(message)}`))
    return worker
  }
  const leave = async (study: string): Promise<void> => {
    const worker = serving.get(study)
    serving.delete(study)
    // Nobody waits for what it computes.
    await worker?.close(true)
    await registry.sweep(study)
  }
  const refusal = (theirs: string): string =>
    `this worker is of version ${version}; a study on queue ‘${queue}’ needs ${theirs}, and is refused`

  const beat = async (first: boolean): Promise<void> => {
    const studies = await registry.beatOfWorker(self)
    if (stopping.signal.aborted) return
    const open = studies.filter((study) => study.version !== undefined)
    const foreign = open.filter((study) => study.version !== version)
    if (first && foreign.length > 0 && foreign.length === open.length)
      throw new DistributionError(`${refusal(foreign[0]!.version!)}; install the same version, or use another queue`)
    for (const study of foreign) {
      if (!refused.has(study.id)) onNotice(refusal(study.version!))
      refused.add(study.id)
    }
    for (const study of open)
      if (study.version === version && !serving.has(study.id)) serving.set(study.id, serve(study.id))
    const ended = studies.filter((study) => study.version === undefined).map(({ id }) => id)
    const gone = [...serving.keys()].filter((id) => !open.some((study) => study.id === id))
    // What others forgot, too.
    await Promise.all([...new Set([...ended, ...gone])].map(leave))
  }
  const beats = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await delay(beatInterval, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      try {
        await within(beat(false), stopping.signal)
      } catch (error) {
        if (!stopping.signal.aborted) onNotice(`Redis at ${address.shown}: ${link.faultOf(error)}`)
      }
    }
  }

  try {
    await within(beat(true), signal)
  } catch (error) {
    stopping.abort()
    await Promise.all([...serving.values()].map((worker) => worker.close(true).catch(() => {})))
    // Who is refused stays in the list for some seconds, so that a study can say so.
    if (signal.aborted && link.up)
      await Promise.race([registry.leave(self).catch(() => {}), delay(farewell, undefined, { ref: false })])
    await pool.close()
    link.close()
    signal.throwIfAborted()
    throw error instanceof DistributionError ? error : new DistributionError(link.faultOf(error))
  }
  const ended = beats().then(async () => {
    const goodbye = async (): Promise<void> => {
      await Promise.all([...serving.values()].map((worker) => worker.close(failure !== undefined)))
      await registry.leave(self)
    }
    const said = new AbortController()
    const goodbyes = goodbye()
      .catch(() => {})
      .finally(() => said.abort())
    // Blocks take as long as they take; a Redis that goes away meanwhile, or is away, isn't waited for.
    const deserted = async (): Promise<void> => {
      for (let away = 0; away < farewell && !said.signal.aborted; ) {
        await delay(lookInterval, undefined, { signal: said.signal }).catch(() => {})
        away = failure === undefined && link.up ? 0 : away + lookInterval
      }
    }
    await Promise.race([goodbyes, deserted()])
    said.abort()
    await pool.close()
    link.close()
    if (failure !== undefined) throw failure
  })
  return {
    threads,
    version,
    ended,
    stop: async () => {
      stopping.abort()
      await ended
    },
  }
}

const failureText = ({ block, failure }: JobFailure): string =>
  `block ${block}: ${failure instanceof Error ? failure.message : String(failure)}`
