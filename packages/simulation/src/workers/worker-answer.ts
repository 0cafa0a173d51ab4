import type { ErrorCode } from '@isacnet/model'
import type { SimulationSums } from '../estimate/simulation-sums.js'

/** What a worker is asked for. */
export interface WorkerTask {
  /** Of the simulation, as JSON. */
  readonly definition: string
  readonly block: number
}

/**
 * What a worker says of a block. A failure would be the same in any worker; one that dies gives no answer. Of an error no more than the
 * message leaves a thread, so that its code is beside it.
 */
export type WorkerAnswer =
  | { readonly sums: SimulationSums }
  | { readonly failure: unknown; readonly code?: ErrorCode | undefined }
