import { meanGainRate, meanGainRateSlope, nullingGain } from '@isacnet/analysis'
import { integerFrom, numberThat, required } from '@isacnet/model'

/** The load of Lemma 2, and what was checked of it. */
export interface OptimalLoad {
  /** v* = K/(M_t − J(Q−1) + 1), in (0, 1/L). */
  readonly load: number
  /** The root lies within ± this of `load`. */
  readonly loadError: number
  /** G(v*): T_c is λ_b(M_t − J(Q−1) + 1)·G(v*) there, in nats. */
  readonly value: number
  /** How often G′ changed its sign on the lattice on which that was checked: once. */
  readonly signChanges: number
  /** Whether G′ fell from each point of that lattice to the next, as it does for a concave G. */
  readonly slopeFalls: boolean
}

/**
 * Lemma 2: the load that maximises Theorem 2's communication ASE at a given L when K may be any real number. With
 * $v = K/(M_t-J(Q-1)+1)$ the ASE is $\lambda_b(M_t-J(Q-1)+1)\,G(v)$,
 *
 * $$G(v) = v\,I\bigl(G_L(\tfrac1v - L)\bigr), \qquad I(y) = \int_0^\infty \frac{1-e^{-zy}}{z\,F(z,\alpha)}\,dz, \qquad 0 < v < \tfrac1L,$$
 *
 * so that v* depends on L and α only. (The paper prints $G'$ without the factor $G_L$, gives the sign of $G''$ the wrong way round, and
 * looks for v in [0, 1]: erratum E5.)
 *
 * **There is one root of G′.** $I$ is strictly concave, since $I''(y) = -\int z e^{-zy}/F < 0$, and $G$ is the perspective $v\,h(1/v)$ of the
 * concave $h(t) = I(G_L(t-L))$, hence strictly concave: $G'(v) = I(y) - \tfrac{G_L}{v}I'(y)$ falls strictly. It goes to $+\infty$ at 0,
 * because I grows as $\ln y$ while $yI'(y)$ stays bounded, and to $-\infty$ at 1/L, because $I(0) = 0$ and $I'(y) \to \infty$ as
 * $y \to 0$. The root is bracketed by bisection; that the computed G′ changes its sign once, and falls, is checked on a lattice.
 *
 * @example
 * optimalLoad(1, 4).load.toFixed(6) // '0.591996'
 *
 * @param communicationClusterSize - L, integer ≥ 1.
 * @param pathLossExponent - α > 2.
 * @throws {InvalidParameterError} outside that domain.
 * @throws {NonConvergenceError} when an integral can't be had to 1e-11.
 */
export const optimalLoad = (communicationClusterSize: number, pathLossExponent: number): OptimalLoad => {
  const L = communicationClusterSize
  const alpha = pathLossExponent
  aClusterSize('communicationClusterSize', L)
  anExponent('pathLossExponent', alpha)
  const gain = nullingGain(L, alpha)
  const signal = (v: number): number => gain * (1 / v - L)
  const slope = (v: number): number =>
    meanGainRate(signal(v), alpha, tolerance).value - (gain / v) * meanGainRateSlope(signal(v), alpha, tolerance).value

  const lattice = Array.from({ length: latticePoints }, (_, i) => (i + 1) / (latticePoints + 1) / L)
  const slopes = lattice.map(slope)
  const signChanges = slopes.filter((value, i) => i > 0 && value > 0 !== slopes[i - 1]! > 0).length
  const slopeFalls = slopes.every((value, i) => i === 0 || value < slopes[i - 1]!)

  // G′ is +∞ and −∞ at the ends, so that the bracket needn't be within the lattice.
  const after = slopes.findIndex((value) => value <= 0)
  let low = after === 0 ? 0 : lattice.at(after === -1 ? -1 : after - 1)!
  let high = after === -1 ? 1 / L : lattice[after]!
  for (;;) {
    const middle = (low + high) / 2
    if (high - low <= 1e-12 * high || middle <= low || middle >= high) break
    if (slope(middle) > 0) low = middle
    else high = middle
  }
  const load = (low + high) / 2
  return {
    load,
    loadError: (high - low) / 2,
    value: load * meanGainRate(signal(load), alpha, tolerance).value,
    signChanges,
    slopeFalls,
  }
}

const aClusterSize = required(integerFrom(1, 'L'))
const anExponent = required(
  numberThat('a finite number > 2', (alpha) => alpha > 2 && alpha < Number.POSITIVE_INFINITY, 'α'),
)

const tolerance = 1e-11
const latticePoints = 31
