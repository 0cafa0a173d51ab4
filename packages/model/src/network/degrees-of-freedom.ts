import { IsacnetError } from '../errors/isacnet-error.js'
import type { NetworkParameters } from './network-parameters.js'

/** How the M_t spatial degrees of freedom of a BS are spent. */
export interface DegreesOfFreedom {
  /** M_t. */
  readonly available: number
  /** K·L + J(Q−1): users served, and nulls for users and targets of other cells. */
  readonly used: number
  /** D = M_t − K·L − J(Q−1) + 1, the shape of the desired gain's gamma law; ≥ 1 when feasible. */
  readonly diversityOrder: number
}

/** The parameters that {@link degreesOfFreedom} reads. */
export type Allocation = Pick<
  NetworkParameters,
  'transmitAntennas' | 'usersPerCell' | 'communicationClusterSize' | 'targetsPerCell' | 'sensingClusterSize'
>

/**
 * Degrees of freedom available and used, $KL + J(Q-1) \le M_t$ (Section II-B), and the diversity order
 * $D = M_t - KL - J(Q-1) + 1$ of (10). It does not judge feasibility: {@link assertFeasible} does.
 *
 * @example
 * degreesOfFreedom(defineNetwork({ K: 5, L: 2 })) // { available: 20, used: 10, diversityOrder: 11 }
 */
export const degreesOfFreedom = (network: Allocation): DegreesOfFreedom => {
  const used =
    network.usersPerCell * network.communicationClusterSize + network.targetsPerCell * (network.sensingClusterSize - 1)
  return { available: network.transmitAntennas, used, diversityOrder: network.transmitAntennas - used + 1 }
}

/**
 * Whether KL + J(Q−1) ≤ M_t.
 *
 * @example
 * isFeasible({ ...defineNetwork(), usersPerCell: 21 }) // false
 */
export const isFeasible = (network: Allocation): boolean => degreesOfFreedom(network).diversityOrder >= 1

/**
 * On average, a BS is asked for more spatial degrees of freedom than it has antennas: a network that takes method `actual-requests`, or the
 * fidelity `channel`, in which BSs give requests up.
 */
export class InfeasibleAllocationError extends IsacnetError {
  override readonly name = 'InfeasibleAllocationError'
  override readonly code = 'infeasible-allocation'
  readonly available: number
  readonly used: number

  constructor(network: Allocation) {
    const { available, used } = degreesOfFreedom(network)
    const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = network
    super(
      `K·L + J·(Q−1) = ${K}·${L} + ${J}·(${Q}−1) = ${used} degrees of freedom are asked for, ` +
        `but transmitAntennas (M_t) = ${available} permits at most ${available} where every request is granted; ` +
        'method ‘actual-requests’ and fidelity ‘channel’ take such a network',
    )
    this.available = available
    this.used = used
  }
}

/**
 * Refuses an allocation that asks for more degrees of freedom than there are antennas.
 *
 * @example
 * assertFeasible({ ...defineNetwork(), usersPerCell: 21 }) // throws 'K·L + J·(Q−1) = 21·1 + 1·(1−1) = 21 degrees of freedom are asked for, but transmitAntennas (M_t) = 20 permits at most 20 where every request is granted; method ‘actual-requests’ and fidelity ‘channel’ take such a network'
 *
 * @throws {InfeasibleAllocationError} when KL + J(Q−1) > M_t.
 */
export const assertFeasible = (network: Allocation): void => {
  if (!isFeasible(network)) throw new InfeasibleAllocationError(network)
}
