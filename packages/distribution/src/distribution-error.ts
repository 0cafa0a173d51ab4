/** Blocks can't be distributed: Redis isn't there, refuses, or a block failed on every worker that tried it. */
export class DistributionError extends Error {
  override readonly name = 'DistributionError'
}
