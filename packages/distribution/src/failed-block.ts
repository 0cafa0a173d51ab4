import type { SimulationDefinition } from '@isacnet/simulation'
import type { BlockJob } from './block-job.js'
import { DistributionError } from './distribution-error.js'

/** What is said of blocks that failed wherever they were tried: which, why, and of which simulation. */
export const failedBlockError = ({ definition, first, count }: BlockJob, reason: string): DistributionError => {
  const { network, ...others } = JSON.parse(definition) as SimulationDefinition
  const parameters = Object.entries({ ...network, ...others })
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join('+') || 'none' : value}`)
    .join(', ')
  const blocks = count === 1 ? `block ${first}` : `blocks ${first} to ${first + count - 1}`
  return new DistributionError(
    `${blocks} failed on every worker that tried, the last time with ‘${reason}’; ${parameters}`,
  )
}
