import type { RandomStream } from '@isacnet/stochastic-geometry'

/** The gains of the BSs of one drop. */
export interface StationGains {
  /** Σ_j |hᴴw_j|² of BS b at a receiver whose channel it didn't null. */
  interference(b: number, random: RandomStream): number
  /** Σ_k |aᴴ(θ)w_k|² of BS b towards a target at the angle θ, in radians. */
  target(b: number, angle: number, random: RandomStream): number
  /** |hᴴw|² of a user of BS b. */
  desired(b: number, user: number, random: RandomStream): number
  /** The mean of the former. */
  meanDesired(b: number): number
  /** The variance of `interference`. */
  variance(b: number): number
}
