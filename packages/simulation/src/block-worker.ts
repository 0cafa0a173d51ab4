/// <reference types="node" />
import { workerData } from 'node:worker_threads'
import { blockSimulator } from './simulate-block.js'
import type { SimulationDefinition } from './simulation-definition.js'
import type { WorkerAnswer } from './worker-answer.js'

// Cloned once for the worker, not for each block.
const { simulate } = blockSimulator(workerData as SimulationDefinition)

/** What a worker does: one block after another of the definition that it was started with. */
export default (block: number): WorkerAnswer => {
  try {
    return { sums: simulate(block) }
  } catch (failure) {
    return { failure }
  }
}
