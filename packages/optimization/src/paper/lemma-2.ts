import { meanGainRate, nullingGain } from '@isacnet/analysis'
import {
  anything,
  assertOptions,
  InvalidParameterError,
  integerFrom,
  type OptionChecks,
  required,
} from '@isacnet/model'
import { type OptimalLoad, optimalLoad } from './optimal-load.js'

/** Where K is to be chosen. */
export interface UsersProblem {
  /** M_t. */
  readonly transmitAntennas: number
  /** J(Q−1): degrees of freedom that sensing takes; default 0. */
  readonly sensingNulls?: number
  /** L; default 1. */
  readonly communicationClusterSize?: number
  /** α > 2. */
  readonly pathLossExponent: number
}

const problemChecks: OptionChecks<UsersProblem> = {
  transmitAntennas: required(integerFrom(1, 'M_t')),
  sensingNulls: integerFrom(0, 'J(Q−1)'),
  // `optimalLoad` checks these two.
  communicationClusterSize: anything,
  pathLossExponent: anything,
}

/** The K that maximises Theorem 2's communication ASE. */
export interface OptimalUsers extends OptimalLoad {
  /** K* = v*·(M_t − J(Q−1) + 1), a real number. */
  readonly continuousUsers: number
  /** The best integer: one of the two next to K*, where they are feasible. */
  readonly usersPerCell: number
  /** T_c/λ_b of Theorem 2 there, in nats. */
  readonly asePerBaseStation: number
}

/**
 * Lemma 2 for a network: the continuous K* of {@link optimalLoad} and its rounding. Because G is concave, the best integer is a
 * neighbour of K*, or the largest feasible K if that is smaller; both neighbours are evaluated.
 *
 * @example
 * lemma2({ transmitAntennas: 20, pathLossExponent: 4 }).usersPerCell // 12
 *
 * @throws {UnknownNameError} for a parameter that is not known.
 * @throws {InvalidParameterError} when even K = 1 is infeasible, or a parameter is outside its domain.
 */
export const lemma2 = (problem: UsersProblem): OptimalUsers => {
  assertOptions('lemma2', problem, problemChecks)
  const { transmitAntennas, sensingNulls = 0, communicationClusterSize: L = 1, pathLossExponent } = problem
  const available = transmitAntennas - sensingNulls
  const optimum = optimalLoad(L, pathLossExponent)
  const largest = Math.floor(available / L)
  if (largest < 1)
    throw new InvalidParameterError(
      'communicationClusterSize',
      L,
      `at most M_t − J(Q−1) = ${transmitAntennas} − ${sensingNulls} for one user`,
      'L',
    )
  const continuousUsers = optimum.load * (available + 1)
  const ase = (K: number): number => {
    const signal = (nullingGain(L, pathLossExponent) * (available + 1 - K * L)) / K
    return K * meanGainRate(signal, pathLossExponent, 1e-11).value
  }
  const [usersPerCell, asePerBaseStation] = [Math.floor(continuousUsers), Math.ceil(continuousUsers)]
    .map((K) => Math.min(Math.max(K, 1), largest))
    .map((K): [number, number] => [K, ase(K)])
    .reduce((a, b) => (b[1] > a[1] ? b : a))
  return { ...optimum, continuousUsers, usersPerCell, asePerBaseStation }
}
