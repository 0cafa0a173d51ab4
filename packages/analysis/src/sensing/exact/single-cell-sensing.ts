import type { NetworkParameters } from '@isacnet/model'
import { precisionOf } from '../../rules/averages/gamma-law.js'
import { type Rate, rateByTwoRules, separateRules } from '../../rules/rate.js'
import { vanishingTransform, weightedGammaTransform } from '../../transforms/gamma-transform.js'
import { interferenceFunction, interferenceScale } from '../../transforms/interference-function.js'
import { echoScales, openEcho } from '../echo/echo-law.js'
import { holeRule } from '../echo/interference-hole.js'

/**
 * The exact radar information rate without nulling, Q = 1, where both readings of the sensing cluster coincide:
 *
 * $$R_s = \int_0^\infty \frac{dz}{z}\bigl(1-(1+cz)^{-K}\bigr)\,\mathrm E_u\bigl[e^{-uS(s,0)}\bigr], \qquad s = zR^{2\beta-\alpha},$$
 *
 * $u = \pi\lambda R^2 \sim \mathrm{Exp}(1)$ and $S(s,0) = \int_0^\infty (1-(1+sy^{-\alpha})^{-K})\,a(y)\,dy$ over the PPP with the
 * {@link HolePoints hole}. It is Proposition 3 with α and β put right (errata E6, E7). Evaluated as
 * $1 + S(s,0) = 4F(2^{-\alpha}s) - \int_0^2 (1+sy^{-\alpha})^{-K} a(y)\,dy$, in which F stands for what lies beyond the hole, and
 * averaged over u by {@link openEcho}.
 *
 * @throws {NonConvergenceError} when the tolerance isn't met.
 */
export const singleCellSensingRate = (network: NetworkParameters, relativeTolerance: number): Rate => {
  const { usersPerCell: K, pathLossExponent: alpha } = network
  const interference = interferenceFunction(K, alpha)
  const beyondHole = 2 ** -alpha
  const saturated = vanishingTransform(K) / beyondHole
  const precision = precisionOf(relativeTolerance)
  return rateByTwoRules(
    separateRules((nodes) => {
      const { distance, measure } = holeRule(nodes)
      const power = distance.map((t) => t ** -alpha)
      const exponent = (s: number): number =>
        4 * interference(s * beyondHole) - (s < saturated ? weightedGammaTransform(measure, power, s, K) : 0)
      return openEcho(network, exponent, precision)
    }),
    echoScales(network, [interferenceScale(K, alpha, 1)]),
    relativeTolerance,
    { mostNodes: 256 },
  )
}
