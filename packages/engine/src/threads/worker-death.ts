import { IsacnetError } from '@isacnet/model'

/** A worker ended before it had done its block. */
export interface WorkerDeath {
  readonly block: number
  /** How often the block has been tried, this time included. */
  readonly attempts: number
  /** Node's description of its end. */
  readonly reason: Error
}

/** A block at which every worker died, such as for want of memory. */
export class WorkerDeathError extends IsacnetError {
  override readonly name = 'WorkerDeathError'
  override readonly code = 'worker-death'
  readonly block: number
  readonly attempts: number

  constructor({ block, attempts, reason }: WorkerDeath) {
    super(`block ${block}: ${attempts} workers died of it, the last with ‘${reason.message}’`, { cause: reason })
    this.block = block
    this.attempts = attempts
  }
}
