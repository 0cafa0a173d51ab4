/// <reference types="node" />
import { availableParallelism } from 'node:os'
import { aFunction, assertOptions, type ErrorCode, integerFrom, type OptionChecks } from '@isacnet/model'
import type { BlockEngine, BlockRunner } from '../blocks/block-engine.js'
import type { BlockJob, JobAnswer } from '../blocks/block-job.js'
import type { BlockWork } from '../blocks/block-work.js'
import { threadPool } from './thread-pool.js'
import { type WorkerDeath, WorkerDeathError } from './worker-death.js'

/** How blocks are spread over worker threads; no result depends on it. */
export interface WorkerOptions {
  /** How many, an integer ≥ 1; default: as many as the machine runs at once. */
  readonly threads?: number
  /** Called when a worker died; its block is done again by another. */
  readonly onWorkerDeath?: (death: WorkerDeath) => void
}

const optionChecks: OptionChecks<WorkerOptions> = { threads: integerFrom(1), onWorkerDeath: aFunction }

/** How often a block is tried: once, and three times more. */
const mostAttempts = 4

/**
 * Starts worker threads of Node that compute the blocks of any tasks, with the same results as in this thread. The caller closes them.
 *
 * A block whose worker dies is done again, up to three times; then `run` rejects with a {@link WorkerDeathError}. What is wrong with a
 * task rejects as the work's `prepare` throws it.
 *
 * @example
 * const engine = workerThreads(simulationBlocks, { threads: 2 })
 * const runner = engine.runnerFor(defineSimulation(defineNetwork()))
 * (await runner.run(0)).trials // 4096
 * await engine.close()
 *
 * @throws {UnknownNameError} for an option that is not known.
 * @throws {InvalidParameterError} unless threads is an integer ≥ 1.
 */
export const workerThreads = <Task, Result>(
  work: BlockWork<Task, Result>,
  options: WorkerOptions = {},
): BlockEngine<Task, Result> => {
  assertOptions('workerThreads', options, optionChecks)
  return startThreads(work, options)
}

/** {@link workerThreads}, with what tests give to threads. */
export const startThreads = <Task, Result>(
  work: BlockWork<Task, Result>,
  { threads = availableParallelism(), onWorkerDeath }: WorkerOptions,
  data?: unknown,
): BlockEngine<Task, Result> => {
  const pool = threadPool({ module: work.module, threads, data })
  let closed = false
  const answerTo = async (job: BlockJob): Promise<JobAnswer> => {
    for (let attempts = 1; ; attempts++) {
      try {
        return await pool.compute(job)
      } catch (error) {
        if (closed) throw error
        const death: WorkerDeath = { block: job.first, attempts, reason: error as Error }
        onWorkerDeath?.(death)
        if (attempts === mostAttempts) throw new WorkerDeathError(death)
      }
    }
  }
  return {
    runnerFor: (task) => {
      const text = JSON.stringify(task)
      return {
        // One block for each thread, and one more that it needn't wait for.
        concurrency: 2 * threads,
        run: async (block) => {
          // A thread only sees what JSON says of a task, in which nothing may be wrong any more.
          work.check(task)
          const answer = await answerTo({ task: text, first: block, count: 1 })
          if (!('failure' in answer)) return (JSON.parse(answer.results) as [Result])[0]
          // Errors lose their type on their way out of a thread; what is wrong with a task is said with its type.
          work.prepare(task)
          throw withCode(answer.failure, answer.code)
        },
        close: async () => {},
      }
    },
    close: async () => {
      closed = true
      await pool.close()
    },
  }
}

/**
 * Computes the blocks of one task in worker threads of its own, see {@link workerThreads}. The caller closes the runner.
 *
 * @example
 * const runner = workerRunner(simulationBlocks, defineSimulation(defineNetwork()), { threads: 2 })
 * (await runner.run(0)).trials // 4096
 * await runner.close()
 *
 * @throws {UnknownNameError} for an option that is not known.
 * @throws {InvalidParameterError} unless threads is an integer ≥ 1.
 */
export const workerRunner = <Task, Result>(
  work: BlockWork<Task, Result>,
  task: Task,
  options: WorkerOptions = {},
): BlockRunner<Result> => {
  assertOptions('workerRunner', options, optionChecks)
  const threads = startThreads(work, options)
  return { ...threads.runnerFor(task), close: threads.close }
}

/** An error as it came out of a thread, with its code again. */
const withCode = (failure: unknown, code: ErrorCode | undefined): unknown =>
  failure instanceof Error && code !== undefined ? Object.assign(failure, { code }) : failure
