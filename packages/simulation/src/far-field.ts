/**
 * Interference from beyond the simulated interferers, in the units of $v = \pi\lambda r^2$: a PPP of unit rate on $v > v_N$, each of
 * whose points contributes $g v^{-\alpha/2}$ with $g \sim \Gamma(K, 1)$.
 */
export interface FarField {
  /**
   * $K v_N^{1-\alpha/2}/(\alpha/2-1)$: what is added in its place. Seen from a point at $u = \pi\lambda R^2$ from the centre there is
   * $\tfrac{\alpha}{2} K u\,v_N^{-\alpha/2}$ more, to first order in $u/v_N$.
   */
  readonly mean: (edge: number, offset: number) => number
  /** $K(K+1) v_N^{1-\alpha}/(\alpha-1)$: what bounds the bias of doing so. */
  readonly variance: (edge: number) => number
}

/** By Campbell's theorem, for K users per cell and the path-loss exponent α > 2. */
export const farField = (usersPerCell: number, pathLossExponent: number): FarField => {
  const K = usersPerCell
  const half = pathLossExponent / 2
  return {
    mean: (edge, offset) => K * edge ** -half * (edge / (half - 1) + half * offset),
    variance: (edge) => (K * (K + 1) * edge ** (1 - pathLossExponent)) / (pathLossExponent - 1),
  }
}

/**
 * Half of Var(F) times the curvature of ln(1 + S/I) in the interference I: by how much a rate is underestimated, to second order,
 * when a far field F is replaced by its mean.
 */
export const farFieldBias = (signal: number, interference: number, variance: number): number =>
  (variance / 2) * (1 / interference ** 2 - 1 / (interference + signal) ** 2)
