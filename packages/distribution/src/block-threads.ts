import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { threadLoading } from '@isacnet/simulation/workers'
import { Piscina } from 'piscina'
import type { BlockJob, JobAnswer } from './block-job.js'

/** The threads of a worker. */
export interface BlockThreads {
  /** @throws whatever ended the thread, where it has no answer. */
  compute(job: BlockJob): Promise<JobAnswer>
  close(): Promise<void>
}

interface ThreadOptions {
  readonly threads: number
  /** Called when no thread lives any more. */
  readonly onExtinction: (reason: Error) => void
  /** A module whose default export gives a {@link JobAnswer} to a {@link BlockJob}; by default the one that computes. */
  readonly file?: URL | undefined
}

/** CommonJS knows where a file is by another name. */
const here = typeof __filename === 'undefined' ? import.meta.url : pathToFileURL(__filename).href

/** Beside this file, be it built or a source. */
const threadFile = new URL(here.endsWith('.ts') ? './block-thread.ts' : './block-thread.js', here)

/** What lets Node read a thread that isn't built. */
const sourceArguments = (): string[] => [
  '--import',
  pathToFileURL(createRequire(here).resolve('tsx')).href,
  '--conditions',
  '@isacnet/source',
]

/** Threads that compute jobs of any simulations; one that dies is replaced. */
export const blockThreads = ({ threads, onExtinction, file = threadFile }: ThreadOptions): BlockThreads => {
  const pool = new Piscina({
    filename: file.href,
    minThreads: threads,
    maxThreads: threads,
    recordTiming: false,
    ...(file.pathname.endsWith('.ts') ? { execArgv: sourceArguments() } : {}),
  })
  const loaded = threadLoading(pool)
  let closed = false
  let lastWords = new Error('no thread started')
  pool.on('error', (error: Error) => {
    lastWords = error
  })
  // A thread that dies while it starts isn't replaced, and takes no job with it: without any thread, all wait for ever.
  pool.on('workerDestroy', () =>
    setImmediate(() => {
      if (!closed && pool.threads.length === 0) onExtinction(lastWords)
    }),
  )
  return {
    compute: (job) => pool.run(job) as Promise<JobAnswer>,
    close: async () => {
      closed = true
      await loaded()
      await pool.destroy()
    },
  }
}
