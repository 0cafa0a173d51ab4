/// <reference types="node" />
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import type { ErrorCode } from '@isacnet/model'
import { Piscina } from 'piscina'
import type { SimulationSums } from '../estimate/simulation-sums.js'
import { threadLoading } from './thread-loading.js'
import type { WorkerAnswer, WorkerTask } from './worker-answer.js'
import { type WorkerDeath, WorkerDeathError } from './worker-death.js'

interface WorkerPoolOptions {
  /** A module whose default export gives a {@link WorkerAnswer} to a {@link WorkerTask}. */
  readonly file: URL
  /** What each worker gets as its `workerData`, if anything. */
  readonly data?: unknown
  readonly threads: number
  readonly onWorkerDeath?: ((death: WorkerDeath) => void) | undefined
}

/** How often a block is tried: once, and three times more. */
const mostAttempts = 4

/** What lets Node read a worker that isn't built. */
const sourceArguments = (file: URL): string[] => [
  '--import',
  pathToFileURL(createRequire(file).resolve('tsx')).href,
  '--conditions',
  '@isacnet/source',
]

/** Threads that answer with blocks of any simulations. */
interface WorkerPool {
  readonly run: (task: WorkerTask) => Promise<SimulationSums>
  readonly close: () => Promise<void>
}

/** Starts threads; those that die are replaced. */
export const workerPool = ({ file, data, threads, onWorkerDeath }: WorkerPoolOptions): WorkerPool => {
  const pool = new Piscina({
    filename: file.href,
    workerData: data,
    minThreads: threads,
    maxThreads: threads,
    recordTiming: false,
    ...(file.pathname.endsWith('.ts') ? { execArgv: sourceArguments(file) } : {}),
  })
  const loaded = threadLoading(pool)
  let closed = false
  // A worker that dies while it starts isn't replaced, and takes no block with it: without any worker, all wait for ever.
  let lastWords = new Error('no worker started')
  const waiting = new Set<(reason: Error) => void>()
  const lookForWorkers = (): void => {
    if (closed || pool.threads.length > 0) return
    for (const giveUp of waiting) giveUp(lastWords)
  }
  pool.on('error', (error: Error) => {
    lastWords = error
  })
  pool.on('workerDestroy', () => setImmediate(lookForWorkers))
  const attempt = async (task: WorkerTask): Promise<WorkerAnswer> => {
    let giveUp = (_: Error): void => {}
    const stranded = new Promise<never>((_, reject) => {
      giveUp = reject
    })
    waiting.add(giveUp)
    try {
      setImmediate(lookForWorkers)
      return await Promise.race([pool.run(task) as Promise<WorkerAnswer>, stranded])
    } finally {
      waiting.delete(giveUp)
    }
  }
  return {
    run: async (task) => {
      for (let attempts = 1; ; attempts++) {
        let answer: WorkerAnswer
        try {
          answer = await attempt(task)
        } catch (error) {
          if (closed) throw error
          const death: WorkerDeath = { block: task.block, attempts, reason: error as Error }
          onWorkerDeath?.(death)
          if (attempts === mostAttempts) throw new WorkerDeathError(death)
          continue
        }
        if ('failure' in answer) throw withCode(answer.failure, answer.code)
        return answer.sums
      }
    },
    close: async () => {
      closed = true
      for (const giveUp of waiting) giveUp(new Error('the workers are closed'))
      await loaded()
      await pool.destroy()
    },
  }
}

/** An error as it came out of a thread, with its code again. */
const withCode = (failure: unknown, code: ErrorCode | undefined): unknown =>
  failure instanceof Error && code !== undefined ? Object.assign(failure, { code }) : failure
