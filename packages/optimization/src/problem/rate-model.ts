import type { Rate } from '@isacnet/analysis'
import type { Service } from '@isacnet/model'

/**
 * Where rates come from: a theorem, an approximation, a simulation's table, or anything else. What an optimum or a region is, is
 * decided by nothing but this, so that methods can be compared by what they recommend.
 *
 * Every rate of the model depends on the allocation through these arguments only: sensing takes nulls from communication, which
 * enters as the diversity order $D = M_t - KL - J(Q-1) + 1$, and the sensing rate knows the power gain of K beams, but neither L
 * nor J.
 */
export interface RateModel {
  /**
   * $R_c$ in nats.
   *
   * @param usersPerCell - K ≥ 1.
   * @param clusterSize - L ≥ 1.
   * @param diversityOrder - D ≥ 1.
   */
  readonly communication: (usersPerCell: number, clusterSize: number, diversityOrder: number) => Rate
  /**
   * $R_s$ in nats.
   *
   * @param usersPerCell - K ≥ 1.
   * @param clusterSize - Q ≥ 1.
   */
  readonly sensing: (usersPerCell: number, clusterSize: number) => Rate
  /** Whether it is proved that $R_c(K,L,D)$ never falls when D grows. Bounds are drawn from it; `false` costs time only. */
  readonly communicationGrowsWithDiversity: boolean
  /** The Q from which on it is proved that $R_s(K,Q)$ never falls when Q grows; `Infinity` where nothing is proved. */
  readonly sensingGrowsFrom: number
  /**
   * Another quantity, by a name such as `communication-coverage:3dB`; left out by models that know rates only.
   *
   * @throws {UnknownNameError} for a name that it doesn't know.
   */
  readonly quantity?: (name: string) => QuantityModel
}

/** Where the values of a quantity beside the rates come from. As a rate, it depends on the allocation through these arguments only. */
export interface QuantityModel {
  readonly service: Service
  /**
   * Its value for one receiver.
   *
   * @param usersPerCell - K ≥ 1.
   * @param clusterSize - L or Q ≥ 1.
   * @param diversityOrder - D ≥ 1, for communication only.
   */
  readonly value: (usersPerCell: number, clusterSize: number, diversityOrder?: number) => Rate
  /** Whether more is better, as of a coverage, or less, as of an error. */
  readonly grows: boolean
  /** The D (at given K and L) or Q (at given K) from which on it is proved that it never gets worse; `Infinity` where nothing is proved. */
  readonly improvesFrom: number
  /** Whether the quantity is the value times the receivers of a square kilometre. */
  readonly perArea: boolean
}
