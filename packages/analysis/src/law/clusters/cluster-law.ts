/**
 * Receives one node of an average over the cluster's shape.
 *
 * @param weight - the weight of the rule's node.
 * @param lnQ - $\ln(u/v)$, u being πλ times the squared distance to the serving BS and v what is averaged over last.
 * @param exponent - the series $\mathcal E(w) = f_0 - \sum f_kw^k$ whose $e^{-v\mathcal E}$ is the conditional transform.
 * @param factor - a series that multiplies it, if any.
 */
export type ShapeVisit = (weight: number, lnQ: number, exponent: Float64Array, factor: Float64Array | undefined) => void

/** A part of the average over the cluster's shape, by rules of levels that resolve more and more. */
export interface ShapePart {
  /**
   * `exact` where there is nothing to average over; `nested` where level ℓ + 1 is made of level ℓ and of the nodes between, as by a
   * trapezoidal rule whose step halves; `plain` where each level has nodes of its own.
   */
  readonly rule: 'exact' | 'nested' | 'plain'
  /**
   * @param y - $\ln s$ at v = 1.
   * @param n - the order of the series.
   * @param between - only the nodes that level ℓ has more than ℓ − 1; for nested parts.
   */
  readonly visit: (y: number, n: number, level: number, between: boolean, visit: ShapeVisit) => void
}

/** The addition of noise or clutter to an exponent: $e^{\ln c + a\ln z + b\ln u}(1-w)^a$. */
export interface AddedExponent {
  readonly lnCoefficient: number
  /** a. */
  readonly ofZ: number
  /** b. */
  readonly ofU: number
}

/**
 * The law of the interference that a receiver meets, as the mean of conditional transforms
 *
 * $$\mathrm E\,e^{-zI} = \int_0^\infty\frac{v^{n-1}}{\Gamma(n)}\sum_i w_i\,e^{-v\mathcal E_i(s) - N(z,u)}\,dv, \qquad s = zv^ec_s,\quad u = q_iv,$$
 *
 * over nodes i of the cluster's shape: $e^{-v}$ of v's own density is part of $\mathcal E$.
 */
export interface ClusterLaw {
  /** n: L or Q. */
  readonly shape: number
  /** $\ln c_s$. */
  readonly lnScale: number
  /** e = β − α/2; 0 for communication. */
  readonly distanceExcess: number
  readonly parts: readonly ShapePart[]
  readonly added: readonly AddedExponent[]
}
