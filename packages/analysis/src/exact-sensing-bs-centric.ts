import type { NetworkParameters } from '@isacnet/model'
import { echoLaw } from './echo-law.js'
import { gammaTransform, vanishingTransform } from './gamma-transform.js'
import { interferenceFunction } from './interference-function.js'
import { cumulativeHoleRule } from './interference-hole.js'
import { inversePower } from './inverse-power.js'
import { type Rate, rateByTwoRules } from './rate.js'
import { singleCellSensingRate } from './single-cell-sensing.js'
import { squaredDistanceRatioRule } from './squared-distance-ratio.js'

/**
 * The exact radar information rate when the Q − 1 BSs nearest to the serving BS null towards it (what Appendix F analyses):
 *
 * $$\mathrm E[e^{-zI}\mid u] = \int_0^\infty u\,a(t)\frac{(uA(t))^{Q-2}}{(Q-2)!}\,e^{-u(A(t)+S(s,t))}\,dt,$$
 *
 * t being the distance of the (Q−1)-th nearest of them, in units of R, in the PPP with the {@link HolePoints hole}. Averaged over
 * u (see {@link EchoLaw}) that is, with $\mathcal E = 1 + A(t) + S(s,t)$,
 *
 * $$R_s = \int\frac{ds}{s}\int_0^\infty \,a(t)A(t)^{Q-2}\,\mathcal E^{-Q}\;\mathrm E_w[\cdot]\,dt.$$
 *
 * For t > 2, beyond the hole, $\mathcal E = t^2F(st^{-\alpha})$: there $q = t^{-2}$ and $\zeta = st^{-\alpha}$ are the variables, as in
 * communication. For t < 2, $\mathcal E = 4F(2^{-\alpha}s) - \int_t^2 (1+sy^{-\alpha})^{-K}a(y)\,dy$.
 *
 * @throws {NonConvergenceError} when the tolerance isn't met.
 */
export const exactSensingRateBsCentric = (network: NetworkParameters, relativeTolerance: number): Rate => {
  const { usersPerCell: K, sensingClusterSize: Q, pathLossExponent: alpha } = network
  if (Q === 1) return singleCellSensingRate(network, relativeTolerance)
  const beyondCluster = interferenceFunction(K, alpha)
  const beyondHole = interferenceFunction(K, alpha)
  const saturated = 2 ** alpha * vanishingTransform(K)
  return rateByTwoRules((nodes) => {
    const echo = echoLaw(network, Q, nodes)
    const hole = cumulativeHoleRule(nodes / 2)
    const holePower = hole.distance.map((t) => t ** -alpha)
    const transform = new Float64Array(holePower.length)
    const toEdge = new Float64Array(holePower.length)
    const { nodes: q, weights } = squaredDistanceRatioRule(Q, nodes, 1 / 4)
    const power = q.map((value) => value ** (-alpha / 2))
    return (x) => {
      const s = Math.exp(x)
      const added = echo.addedExponent(s)
      const outer = 4 * beyondHole(s * 2 ** -alpha) + added
      if (s > saturated) toEdge.fill(0)
      else {
        for (let i = 0; i < holePower.length; i++) transform[i] = gammaTransform(s * holePower[i]!, K)
        hole.integrateToEdge(transform, toEdge)
      }
      let within = 0
      for (let i = 0; i < holePower.length; i++) {
        const exponent = outer - toEdge[i]!
        // A^(Q−2) E^(−Q), of which the first factor alone overflows for large Q.
        const weight = hole.measure[i]! * inversePower(exponent / hole.within[i]!, Q - 2)
        within += (weight * echo.mean(s, exponent)) / (exponent * exponent)
      }
      const exponent = beyondCluster(s) + added
      let outside = 0
      for (let j = 0; j < power.length; j++) outside += weights[j]! * echo.mean(s * power[j]!, exponent / q[j]!)
      return (Q - 1) * within + outside * inversePower(exponent, Q)
    }
  }, relativeTolerance)
}
