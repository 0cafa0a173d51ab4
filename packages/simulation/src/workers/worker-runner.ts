/// <reference types="node" />
import { availableParallelism } from 'node:os'
import { pathToFileURL } from 'node:url'
import { aFunction, assertOptions, integerFrom, type OptionChecks } from '@isacnet/model'
import { assertSimulationDefinition, type SimulationDefinition } from '../definition/simulation-definition.js'
import type { BlockRunner } from '../run/block-runner.js'
import { blockSimulator } from '../run/simulate-block.js'
import { type WorkerDeath, WorkerDeathError } from './worker-death.js'
import { workerPool } from './worker-pool.js'

/** How a simulation is spread over worker threads; no number depends on it. */
export interface WorkerOptions {
  /** How many, an integer ≥ 1; default: as many as the machine runs at once. */
  readonly threads?: number
  /** Called when a worker died; its block is done again by another. */
  readonly onWorkerDeath?: (death: WorkerDeath) => void
}

const optionChecks: OptionChecks<WorkerOptions> = { threads: integerFrom(1), onWorkerDeath: aFunction }

/** Worker threads that simulations share. */
export interface WorkerThreads {
  /**
   * What computes the blocks of a simulation; its `run` rejects with what `blockSimulator` throws. Closing it leaves the threads to
   * others.
   */
  runnerFor(definition: SimulationDefinition): BlockRunner
  /** Ends the threads. Blocks that aren't there yet are lost. */
  close(): Promise<void>
}

/**
 * Starts worker threads of Node that compute blocks of any simulations, with the same bits as in this thread. The caller closes them.
 *
 * A block whose worker dies is done again, up to three times; then `run` rejects with a {@link WorkerDeathError}.
 *
 * @throws {UnknownNameError} for an option that is not known.
 * @throws {InvalidParameterError} unless threads is an integer ≥ 1.
 */
export const workerThreads = (options: WorkerOptions = {}): WorkerThreads => {
  assertOptions('workerThreads', options, optionChecks)
  const { threads = availableParallelism(), onWorkerDeath } = options
  const pool = workerPool({ file: workerFile, threads, onWorkerDeath })
  return {
    runnerFor: (definition) => {
      const text = JSON.stringify(definition)
      return {
        // One block for each thread, and one more that it needn't wait for.
        concurrency: 2 * threads,
        run: async (block) => {
          // Of a copy with changes a worker would define a network anew, and this thread would not.
          assertSimulationDefinition(definition)
          return pool.run({ definition: text, block }).catch((error: unknown) => {
            // Errors lose their type on their way out of a worker; what is wrong with a definition is said with its type.
            if (!(error instanceof WorkerDeathError)) blockSimulator(definition)
            throw error
          })
        },
        close: async () => {},
      }
    },
    close: pool.close,
  }
}

/**
 * Computes blocks of one simulation in worker threads of its own, see {@link workerThreads}. The caller closes the runner.
 *
 * @param definition - as `defineSimulation` gives it.
 * @throws {UnknownNameError} for an option that is not known.
 * @throws {InvalidParameterError} unless threads is an integer ≥ 1.
 */
export const workerRunner = (definition: SimulationDefinition, options: WorkerOptions = {}): BlockRunner => {
  const threads = workerThreads(options)
  return { ...threads.runnerFor(definition), close: threads.close }
}

/** CommonJS knows where a file is by another name. */
const here = typeof __filename === 'undefined' ? import.meta.url : pathToFileURL(__filename).href

/** Beside this file, be it built or a source. */
const workerFile = new URL(here.endsWith('.ts') ? './block-worker.ts' : './block-worker.js', here)
