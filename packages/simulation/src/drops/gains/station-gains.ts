import type { RandomStream } from '@isacnet/stochastic-geometry'

/** The gains of the BSs of one drop. */
export interface StationGains {
  /** Σ_j |hᴴw_j|² of BS b at a receiver whose channel it didn't null. */
  interference(b: number, random: RandomStream): number
  /** Σ_k |aᴴ(θ)w_k|² of BS b towards a target at the angle θ, in radians. */
  target(b: number, angle: number, random: RandomStream): number
  /** |hᴴw|² of a user of BS b. */
  desired(b: number, user: number, random: RandomStream): number
  /** Over all precoders of BS b, `desired` is Γ(s, 1), independent of all gains of other BSs. This is s, its mean. */
  desiredShape(b: number): number
  /** Likewise of `target`, if that is a gamma variate. */
  readonly targetShape: number | undefined
  /** The variance of `interference`. */
  variance(b: number): number
  /**
   * A variate Γ(K, 1), as the theorems assume, that came with the last draw of `interference` or `target` and is close to it; independent of all
   * else. Left out where there is none.
   */
  lastAssumed?(): number
}
