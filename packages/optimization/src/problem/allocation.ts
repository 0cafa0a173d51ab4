import type { NetworkParameters } from '@isacnet/model'

/** How a base station spends its antennas: what is to be chosen. */
export type SpatialAllocation = Pick<
  NetworkParameters,
  'usersPerCell' | 'communicationClusterSize' | 'targetsPerCell' | 'sensingClusterSize'
>

/** A rate and the area spectral efficiency that it makes, with the numerical errors of both. */
export interface ServicePerformance {
  /** Nats per user or target. */
  readonly rate: number
  /** λ_b K R_c or λ_b J R_s, in nats per km². */
  readonly ase: number
  /** Of the rate, numerical. */
  readonly errorEstimate: number
  readonly aseErrorEstimate: number
}

/** An allocation and what it achieves. */
export interface AllocationPerformance {
  readonly allocation: SpatialAllocation
  readonly communication: ServicePerformance
  readonly sensing: ServicePerformance
  /** M_t − KL − J(Q−1). */
  readonly degreesOfFreedomLeft: number
}

/** An allocation, what it achieves, and what the objective makes of it. */
export interface RatedAllocation extends AllocationPerformance {
  readonly value: number
  /** Of the value, numerical. */
  readonly errorEstimate: number
}
