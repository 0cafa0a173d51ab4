import type { Rate, ServicePerformance } from '@isacnet/analysis'
import type { NetworkParameters, Service } from '@isacnet/model'

/** How a base station spends its antennas: what is to be chosen. */
export type SpatialAllocation = Pick<
  NetworkParameters,
  'usersPerCell' | 'communicationClusterSize' | 'targetsPerCell' | 'sensingClusterSize'
>

/** An allocation and what it achieves. */
export interface AllocationPerformance extends Readonly<Record<Service, ServicePerformance>> {
  readonly allocation: SpatialAllocation
  /** M_t − KL − J(Q−1). */
  readonly degreesOfFreedomLeft: number
  /** Quantities of the law of the SIR that the objective or a constraint asks for, by names such as `communication-coverage:3dB`. */
  readonly quantities?: Readonly<Record<string, Rate>>
}

/** An allocation, what it achieves, and what the objective makes of it. */
export interface RatedAllocation extends AllocationPerformance {
  readonly value: number
  /** Numerical error of the value. */
  readonly errorEstimate: number
}
