/** The first two moments of a power gain. */
export interface GainMoments {
  readonly mean: number
  /** The variance of the law Γ(K, 1) that the theorems put in place of the true one. */
  readonly variance: number
}

/**
 * Lemma 1: the beamforming gain towards a target, $h_t = \sum_k |a^H(\theta)w_k|^2$, and the gain of an interfering BS at another's
 * receiver, $h_q = \sum_k |h^H w_k|^2$, both have the mean K, because the unit-norm beams $w_k$ are independent of $a(\theta)$ and of
 * the channel, and $\lVert a\rVert^2 = M_t = \mathrm E\lVert h\rVert^2$. The theorems take both as $\Gamma(K, 1)$; the true laws share its mean
 * only, because zero-forced beams of one BS are correlated: $\mathrm{Var}\,h_q = K(1+\tfrac{K-1}{M_t-N+2})$ with N columns of the
 * precoder (proof and test in `@isacnet/beamforming`).
 *
 * @example
 * lemma1(5) // { mean: 5, variance: 5 }
 *
 * @param usersPerCell - K, integer ≥ 1.
 */
export const lemma1 = (usersPerCell: number): GainMoments => ({ mean: usersPerCell, variance: usersPerCell })
