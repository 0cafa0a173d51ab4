import {
  assertOptions,
  communicationAreaSpectralEfficiency,
  defineNetwork,
  integerFrom,
  type OptionChecks,
  required,
} from '@isacnet/model'
import type { CommunicationMethod } from '../communication/communication-methods.js'
import { communicationRate } from '../communication/communication-rate.js'

/** Where the number of users and the size of the communication cluster are to be chosen. */
export interface ClusterSizeProblem {
  /** M_t. */
  readonly transmitAntennas: number
  /** J(Q−1): degrees of freedom that sensing takes; default 0. */
  readonly sensingNulls?: number
  /** K, if it is given; else it is optimised too. */
  readonly usersPerCell?: number
}

const problemChecks: OptionChecks<ClusterSizeProblem> = {
  transmitAntennas: required(integerFrom(1, 'M_t')),
  sensingNulls: integerFrom(0, 'J(Q−1)'),
  usersPerCell: integerFrom(1, 'K'),
}

/** The allocation that maximises the communication ASE. */
export interface ClusterSizeOptimum {
  readonly usersPerCell: number
  readonly communicationClusterSize: number
  /** T_c/λ_b in nats. */
  readonly asePerBaseStation: number
}

/**
 * The pair (K, L) that maximises $T_c = \lambda_b K R_c$ subject to $KL \le M_t - J(Q-1)$, by evaluating all of them.
 *
 * @example
 * optimalCommunicationClusterSize({ transmitAntennas: 10 }, 4).usersPerCell // 6
 *
 * @param pathLossExponent - α > 2.
 * @param method - of the rate; default `exact`.
 * @throws {UnknownNameError} for a member of the problem that is not known.
 * @throws {InvalidParameterError} for one outside its domain.
 * @throws {RangeError} when no allocation is feasible.
 */
export const optimalCommunicationClusterSize = (
  problem: ClusterSizeProblem,
  pathLossExponent: number,
  method: CommunicationMethod = 'exact',
): ClusterSizeOptimum =>
  largest(problem, (transmitAntennas, usersPerCell, communicationClusterSize) => {
    const network = defineNetwork({ transmitAntennas, usersPerCell, communicationClusterSize, pathLossExponent })
    return communicationAreaSpectralEfficiency(network, communicationRate(network, { method }).value)
  })

/**
 * Proposition 1: the optimum at given K as α → 2 of the ASE of Theorem 2. There $G_L \to 1$, and the rate grows with
 * $Y = (M_t - J(Q-1) + 1 - KL)/K$, so the L with the largest Y is found. The paper's statement is that $L^* = 1$.
 *
 * @example
 * proposition1({ transmitAntennas: 20, usersPerCell: 2 }) // 1
 *
 * @param problem - with `usersPerCell`.
 * @throws {UnknownNameError} for a member of the problem that is not known.
 * @throws {InvalidParameterError} for one outside its domain.
 * @throws {RangeError} when no allocation is feasible.
 */
export const proposition1 = (problem: ClusterSizeProblem & { readonly usersPerCell: number }): number => {
  required(integerFrom(1, 'K'))('usersPerCell', problem?.usersPerCell)
  return largest(problem, (antennas, K, L) => (antennas + 1 - K * L) / K).communicationClusterSize
}

/**
 * Proposition 2: the optimum at α = 4 of the ASE of Theorem 2, where $G_L = (L+1)/2$. The paper's statement is that $L^* = 1$ when K
 * is optimal.
 *
 * @example
 * proposition2({ transmitAntennas: 20 }).communicationClusterSize // 1
 *
 * @throws {UnknownNameError} for a member of the problem that is not known.
 * @throws {InvalidParameterError} for one outside its domain.
 * @throws {RangeError} when no allocation is feasible.
 */
export const proposition2 = (problem: ClusterSizeProblem): ClusterSizeOptimum =>
  optimalCommunicationClusterSize(problem, 4, 'theorem-2')

const largest = (
  problem: ClusterSizeProblem,
  objective: (antennas: number, usersPerCell: number, clusterSize: number) => number,
): ClusterSizeOptimum => {
  assertOptions('an optimal cluster size', problem, problemChecks)
  const { transmitAntennas, sensingNulls = 0, usersPerCell } = problem
  const antennas = transmitAntennas - sensingNulls
  let best: ClusterSizeOptimum | undefined
  for (let K = usersPerCell ?? 1; K <= (usersPerCell ?? antennas); K++)
    for (let L = 1; K * L <= antennas; L++) {
      const value = objective(antennas, K, L)
      if (best === undefined || value > best.asePerBaseStation)
        best = { usersPerCell: K, communicationClusterSize: L, asePerBaseStation: value }
    }
  if (best === undefined)
    throw new RangeError(
      `no allocation is feasible: usersPerCell (K) = ${usersPerCell ?? 1} and sensingNulls (J(Q−1)) = ${sensingNulls} ` +
        `exceed transmitAntennas (M_t) = ${transmitAntennas}`,
    )
  return best
}
