import { echoGain, type NetworkParameters } from '@isacnet/model'
import type { GaussRule } from '@isacnet/quadrature'
import { gammaLawRule, gammaLawStep } from './gamma-law.js'
import { gammaTransformComplement } from './gamma-transform.js'
import { interferenceFunction } from './interference-function.js'
import { inversePower } from './inverse-power.js'
import { MethodNotApplicableError } from './method-not-applicable-error.js'
import { type Rate, rateByTwoRules } from './rate.js'

/**
 * Theorem 3 as printed, (18) and (48), with α and β put right (erratum E6):
 *
 * $$\int_0^\infty \frac{1-(1+cz)^{-K}}{z}\;\mathrm E_{R,r_Q}\Bigl[e^{-\pi\lambda r_Q^2\,(F(zR^{2\beta}r_Q^{-\alpha})-1)}\Bigr]\,dz.$$
 *
 * It ignores the hole, and takes $r_Q$, the distance from the serving BS beyond which others interfere, as that of the Q-th
 * nearest point of a PPP independent of R: $u = \pi\lambda R^2 \sim \mathrm{Exp}(1)$, $v = \pi\lambda r_Q^2 \sim \Gamma(Q,1)$. It is the
 * (Q−1)-th (E9), so the rate comes out too high.
 *
 * With $\zeta = zR^{2\beta}r_Q^{-\alpha}$ and $w = vF \sim \Gamma(Q,1)$ it is
 * $\int F^{-Q}\,\mathrm E_{u,w}[1-(1+c(\pi\lambda)^{\beta-\alpha/2}\,\zeta F^{-\alpha/2}\,w^{\alpha/2}u^{-\beta})^{-K}]\,d\zeta/\zeta$.
 *
 * @throws {MethodNotApplicableError} for Q = 1, and with clutter or noise, which it leaves out.
 * @throws {NonConvergenceError} when the tolerance isn't met.
 */
export const theorem3 = (network: NetworkParameters, relativeTolerance: number): Rate => {
  const { usersPerCell: K, sensingClusterSize: Q, pathLossExponent: alpha, echoPathLossExponent: beta } = network
  if (Q === 1) throw new MethodNotApplicableError('theorem-3', 'sensingClusterSize (Q) ≥ 2', '1')
  const interference = interferenceFunction(K, alpha)
  const scale = echoGain(network) * (Math.PI * network.baseStationDensity) ** (beta - alpha / 2)
  return rateByTwoRules((nodes) => {
    const factor = distanceFactorRule(Q, alpha, beta, scale, nodes)
    return (x) => {
      const zeta = Math.exp(x)
      const exponent = interference(zeta)
      const echo = scale * zeta * exponent ** (-alpha / 2)
      let sum = 0
      for (let i = 0; i < factor.nodes.length; i++)
        sum += factor.weights[i]! * gammaTransformComplement(echo * factor.nodes[i]!, K)
      return sum * inversePower(exponent, Q)
    }
  }, relativeTolerance)
}

/**
 * A rule for $w^{\alpha/2}u^{-\beta}$ with independent $w \sim \Gamma(Q,1)$ and $u \sim \mathrm{Exp}(1)$: the two rules in logarithms
 * have commensurate steps, so that their product is a convolution.
 */
const distanceFactorRule = (Q: number, alpha: number, beta: number, scale: number, nodes: number): GaussRule => {
  const step = Math.min((gammaLawStep(Q, nodes) * alpha) / 2, gammaLawStep(1, nodes) * beta, 16 / nodes)
  const cluster = gammaLawRule({ shape: Q, step: (2 * step) / alpha, growth: 0, saturation: 1 })
  const saturation = Math.min(1, scale * 1e-3)
  const target = gammaLawRule({ shape: 1, step: step / beta, growth: beta, saturation })
  const count = cluster.nodes.length + target.nodes.length - 1
  const weights = new Float64Array(count)
  cluster.weights.forEach((a, i) => {
    // Descending in u, so that the product ascends.
    target.weights.forEach((b, j) => {
      const k = i + target.nodes.length - 1 - j
      weights[k] = weights[k]! + a * b
    })
  })
  const smallest = (alpha / 2) * Math.log(cluster.nodes[0]!) - beta * Math.log(target.nodes[target.nodes.length - 1]!)
  return { nodes: weights.map((_, k) => Math.exp(smallest + k * step)), weights }
}
