/// <reference types="node" />
import { workerData } from 'node:worker_threads'
import { InvalidParameterError } from '@isacnet/model'
import { noSimulationSums } from '../src/estimate/simulation-sums.js'
import type { WorkerAnswer, WorkerTask } from '../src/workers/worker-answer.js'

/** How often workers have died of block 0, 1, …, shared by all of them; and how often each shall. */
const { deaths, mortality } = workerData as { deaths: Int32Array; mortality: readonly number[] }

/** A worker that dies of some blocks, some times. */
export default ({ block }: WorkerTask): WorkerAnswer => {
  if (block === 100) return { failure: new RangeError('block 100 is beyond me') }
  if (block === 101)
    return { failure: new InvalidParameterError('block', block, 'an easier one'), code: 'invalid-parameter' }
  if (Atomics.add(deaths, block, 1) < mortality[block]!) process.exit(7)
  return { sums: { ...noSimulationSums, trials: block } }
}
