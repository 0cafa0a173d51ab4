import type { SimulationSums } from '../estimate/simulation-sums.js'

/** What a worker is asked for. */
export interface WorkerTask {
  /** Of the simulation, as JSON. */
  readonly definition: string
  readonly block: number
}

/** What a worker says of a block. A failure would be the same in any worker; one that dies gives no answer. */
export type WorkerAnswer = { readonly sums: SimulationSums } | { readonly failure: unknown }
