/// <reference types="node" />
import { availableParallelism } from 'node:os'
import { pathToFileURL } from 'node:url'
import { InvalidParameterError } from '@isacnet/model'
import type { BlockRunner } from './block-runner.js'
import { blockSimulator } from './simulate-block.js'
import type { SimulationDefinition } from './simulation-definition.js'
import type { WorkerDeath } from './worker-death.js'
import { workerPool } from './worker-pool.js'

/** How a simulation is spread over workers; no number depends on it. */
export interface WorkerOptions {
  /** Threads, an integer ≥ 1; default: as many as the machine runs at once. */
  readonly workers?: number
  /** Called when a worker died; its block is done again by another. */
  readonly onWorkerDeath?: (death: WorkerDeath) => void
}

/**
 * Computes blocks in worker threads of Node, with the same bits as in this thread. Each worker gets the definition once.
 *
 * A block whose worker dies is done again, up to three times; then `run` rejects with a {@link WorkerDeathError}. The caller closes
 * the runner.
 *
 * @param definition - as `defineSimulation` gives it.
 * @throws {InvalidParameterError} unless workers is an integer ≥ 1; what `blockSimulator` throws.
 */
export const workerRunner = (definition: SimulationDefinition, options: WorkerOptions = {}): BlockRunner => {
  const { workers = availableParallelism(), onWorkerDeath } = options
  if (!Number.isSafeInteger(workers) || workers < 1)
    throw new InvalidParameterError('workers', workers, 'an integer ≥ 1')
  // What is wrong with a definition is said here, with its type; errors lose it on their way out of a worker.
  blockSimulator(definition)
  return workerPool({ file: workerFile, data: definition, workers, onWorkerDeath })
}

/** CommonJS knows where a file is by another name. */
const here = typeof __filename === 'undefined' ? import.meta.url : pathToFileURL(__filename).href

/** Beside this file, be it built or a source. */
const workerFile = new URL(here.endsWith('.ts') ? './block-worker.ts' : './block-worker.js', here)
