import type { NetworkParameters } from '@isacnet/model'
import type { SpatialAllocation } from '../src/problem/allocation.js'
import type { AllocationProblem } from '../src/problem/allocation-problem.js'

/** One allocation by the definitions alone. */
export interface BruteForcePoint {
  readonly allocation: SpatialAllocation
  readonly Rc: number
  readonly Rs: number
  readonly Tc: number
  readonly Ts: number
}

/**
 * Every allocation of a problem, by four loops over all numbers up to M_t and J_max and the constraints as they are written. It
 * shares nothing with the package but the rates. Minimum rates are met exactly or not: for rates without numerical error.
 */
export const bruteForce = ({ network, rates, constraints = {} }: AllocationProblem): BruteForcePoint[] => {
  const { transmitAntennas: Mt, maxTargetsPerCell: Jmax, baseStationDensity: lambda } = network
  const points: BruteForcePoint[] = []
  for (let Q = 1; Q <= Mt; Q++)
    for (let J = 1; J <= Jmax; J++)
      for (let L = 1; L <= Mt; L++)
        for (let K = 1; K <= Mt; K++) {
          if (K * L + J * (Q - 1) > Mt) break
          if (L < (constraints.minCommunicationClusterSize ?? 1)) continue
          if (Q < (constraints.minSensingClusterSize ?? 1)) continue
          const Rc = rates.communication(K, L, Mt - K * L - J * (Q - 1) + 1).value
          const Rs = rates.sensing(K, Q).value
          if (Rc < (constraints.minCommunicationRate ?? 0) || Rs < (constraints.minSensingRate ?? 0)) continue
          const allocation = {
            usersPerCell: K,
            communicationClusterSize: L,
            targetsPerCell: J,
            sensingClusterSize: Q,
          }
          points.push({ allocation, Rc, Rs, Tc: lambda * K * Rc, Ts: lambda * J * Rs })
        }
  return points
}

/** Pareto points by the definition, each against each; several allocations may have one point. */
export const bruteForceFrontier = (
  points: readonly BruteForcePoint[],
  x: 'Rc' | 'Tc',
  y: 'Rs' | 'Ts',
): BruteForcePoint[] =>
  points.filter((p) => !points.some((q) => q[x] >= p[x] && q[y] >= p[y] && (q[x] > p[x] || q[y] > p[y])))

export const nameOf = (a: Pick<NetworkParameters, keyof SpatialAllocation>): string =>
  `K=${a.usersPerCell} L=${a.communicationClusterSize} J=${a.targetsPerCell} Q=${a.sensingClusterSize}`
