import type { ErrorCode } from '@isacnet/model'

/** Blocks of one task, one after another: what a thread is given, and a job of the queue. */
export interface BlockJob {
  /** As JSON, which tells tasks apart. */
  readonly task: string
  /** The first block. */
  readonly first: number
  /** How many blocks, ≥ 1. */
  readonly count: number
}

/** The results of a job's blocks: a list as JSON, and how long they took once the task was prepared. */
export interface JobResults {
  readonly results: string
  readonly milliseconds: number
}

/**
 * Why a job has none: the block, and what it threw. It would be the same in any thread; one that dies gives no answer. Of an error no
 * more than the message leaves a thread, so its code is beside it.
 */
export interface JobFailure {
  readonly block: number
  readonly failure: unknown
  readonly code?: ErrorCode | undefined
}

export type JobAnswer = JobResults | JobFailure
