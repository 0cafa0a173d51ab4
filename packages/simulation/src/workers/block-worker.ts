import { errorCodeOf } from '@isacnet/model'
import { simulatorCache } from '../run/simulator-cache.js'
import type { WorkerAnswer, WorkerTask } from './worker-answer.js'

const simulatorOf = simulatorCache(8)

/** What a worker does: one block after another. */
export default ({ definition, block }: WorkerTask): WorkerAnswer => {
  try {
    return { sums: simulatorOf(definition).simulate(block) }
  } catch (failure) {
    return { failure, code: errorCodeOf(failure) }
  }
}
