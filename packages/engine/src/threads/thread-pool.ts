/// <reference types="node" />
import { Piscina } from 'piscina'
import type { BlockJob, JobAnswer } from '../blocks/block-job.js'
import { beside, threadArguments } from './sources.js'
import { threadLoading } from './thread-loading.js'

/** Threads that compute jobs of any tasks of one work; one that dies is replaced. */
export interface ThreadPool {
  /** @throws what ended the thread, where it has no answer; why none lives, where that is so. */
  compute(job: BlockJob): Promise<JobAnswer>
  /** Ends the threads; jobs that aren't done yet are rejected. */
  close(): Promise<void>
}

interface ThreadPoolOptions {
  /** The module of the work, as {@link BlockWork} has it. */
  readonly module: string
  readonly threads: number
  /** Data that threads find besides in their `workerData`, under this name. */
  readonly data?: unknown
  /** Called when no thread lives any more, before the jobs that wait are rejected. */
  readonly onExtinction?: ((reason: Error) => void) | undefined
}

/** Starts threads; they load the work's module first. */
export const threadPool = ({ module, threads, data, onExtinction }: ThreadPoolOptions): ThreadPool => {
  const execArgv = threadArguments()
  const pool = new Piscina({
    filename: beside('thread'),
    workerData: { module, data },
    minThreads: threads,
    maxThreads: threads,
    recordTiming: false,
    ...(execArgv === undefined ? {} : { execArgv: [...execArgv] }),
  })
  const loaded = threadLoading(pool)
  let closed = false
  // A thread that dies while it starts isn't replaced, and takes no job with it: without any thread, all wait for ever.
  let lastWords = new Error('no thread started')
  let extinct = false
  const waiting = new Set<(reason: Error) => void>()
  const lookForThreads = (): void => {
    if (closed || pool.threads.length > 0) return
    if (!extinct) onExtinction?.(lastWords)
    extinct = true
    for (const giveUp of waiting) giveUp(lastWords)
  }
  pool.on('error', (error: Error) => {
    lastWords = error
  })
  pool.on('workerDestroy', () => setImmediate(lookForThreads))
  return {
    compute: async (job) => {
      let giveUp = (_: Error): void => {}
      const stranded = new Promise<never>((_, reject) => {
        giveUp = reject
      })
      waiting.add(giveUp)
      try {
        setImmediate(lookForThreads)
        return await Promise.race([pool.run(job) as Promise<JobAnswer>, stranded])
      } finally {
        waiting.delete(giveUp)
      }
    },
    close: async () => {
      closed = true
      for (const giveUp of waiting) giveUp(new Error('the threads are closed'))
      await loaded()
      await pool.destroy()
    },
  }
}
