import type { BlockJob } from '../../blocks/block-job.js'
import { DistributionError } from '../connection/distribution-error.js'

/** Describes blocks that failed wherever they were tried: which, why, and of which task. */
export const failedBlockError = ({ first, count }: BlockJob, reason: string, parameters: string): DistributionError => {
  const blocks = count === 1 ? `block ${first}` : `blocks ${first} to ${first + count - 1}`
  return new DistributionError(
    `${blocks} failed on every worker that tried, the last time with ‘${reason}’; ${parameters}`,
  )
}
