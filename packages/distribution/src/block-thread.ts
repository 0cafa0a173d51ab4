/// <reference types="node" />
import { simulatorCache } from '@isacnet/simulation'
import type { BlockJob, JobAnswer } from './block-job.js'

/** A study may go back and forth between a few. */
const simulatorFor = simulatorCache(8)

/** What a thread of a worker does: the blocks of one job after another. */
export default ({ definition, first, count }: BlockJob): JobAnswer => {
  let block = first
  try {
    const { simulate } = simulatorFor(definition)
    const begin = performance.now()
    const sums = Array.from({ length: count }, (_, i) => {
      block = first + i
      return simulate(block)
    })
    return { sums: JSON.stringify(sums), milliseconds: performance.now() - begin }
  } catch (error) {
    return { failure: `block ${block}: ${error instanceof Error ? error.message : String(error)}` }
  }
}
