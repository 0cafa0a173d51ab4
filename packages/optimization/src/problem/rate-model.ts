import type { Rate } from '@isacnet/analysis'

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
}
