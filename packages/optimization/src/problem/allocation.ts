import type { Performance } from '@isacnet/analysis'
import type { NetworkParameters } from '@isacnet/model'

/** How a base station spends its antennas: what is to be chosen. */
export type SpatialAllocation = Pick<
  NetworkParameters,
  'usersPerCell' | 'communicationClusterSize' | 'targetsPerCell' | 'sensingClusterSize'
>

/** An allocation and what it achieves. */
export interface AllocationPerformance extends Performance {
  readonly allocation: SpatialAllocation
  /** M_t − KL − J(Q−1). */
  readonly degreesOfFreedomLeft: number
}

/** An allocation, what it achieves, and what the objective makes of it. */
export interface RatedAllocation extends AllocationPerformance {
  readonly value: number
  /** Numerical error of the value. */
  readonly errorEstimate: number
}
