import { IsacnetError } from '@isacnet/model'

/** Blocks can't be distributed: Redis isn't there, refuses, or a block failed on every worker that tried it. */
export class DistributionError extends IsacnetError {
  override readonly name = 'DistributionError'
  override readonly code = 'distribution'
}
