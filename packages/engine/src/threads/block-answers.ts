/// <reference types="node" />
import { errorCodeOf } from '@isacnet/model'
import type { BlockJob, JobAnswer } from '../blocks/block-job.js'
import type { PrepareBlocks } from '../blocks/block-work.js'
import { recentlyUsed } from './recently-used.js'

/** Tasks that a thread keeps prepared: a study may go back and forth between a few. */
const mostPrepared = 8

/** Computes, in a thread, the blocks of one job after another. */
export const blockAnswers = (prepare: PrepareBlocks): ((job: BlockJob) => Promise<JobAnswer>) => {
  const prepared = recentlyUsed(mostPrepared, prepare)
  return async ({ task, first, count }) => {
    let block = first
    try {
      const compute = await prepared(task)
      const begin = performance.now()
      const results: unknown[] = []
      for (; block < first + count; block++) results.push(await compute(block))
      return { results: JSON.stringify(results), milliseconds: performance.now() - begin }
    } catch (failure) {
      return { block, failure, code: errorCodeOf(failure) }
    }
  }
}
