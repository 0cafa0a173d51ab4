/// <reference types="node" />
import { workerData } from 'node:worker_threads'

/** How often workers have died of block 0, 1, …, shared by all of them; and how often each shall. */
const { deaths, mortality } = workerData.data as { deaths: Int32Array; mortality: readonly number[] }

/** Blocks some of which kill their worker, some times. */
export default () =>
  (block: number): { readonly block: number } => {
    if (Atomics.add(deaths, block, 1) < mortality[block]!) process.exit(7)
    return { block }
  }
