import type { NetworkParameters } from '@isacnet/model'
import { gaussLegendre } from '@isacnet/quadrature'
import { beta } from '@isacnet/special-functions'
import { echoLaw } from './echo-law.js'
import { interferenceFunction } from './interference-function.js'
import { inversePower } from './inverse-power.js'
import { type Rate, rateByTwoRules } from './rate.js'

/**
 * The radar information rate without the interference hole, as the benchmark of Fig. 7: the serving BS sees a homogeneous PPP
 * around it, whatever its distance to the target, so $a(t) = 2t$ and $A(t) = t^2$ in place of the exact ones. It underestimates
 * the rate, because BSs that can't exist interfere.
 *
 * For Q = 1, $1+S = 1 + K B(1-\delta, K+\delta)\,s^\delta$ with δ = 2/α. For Q ≥ 2 (bs-centric clusters) with $q = 1/(1+t^2)$,
 * which is Beta(1, Q−1), and $\zeta = sq^{\alpha/2}$,
 *
 * $$q\,\mathcal E = q + (1-q)F\bigl(\zeta(1-q)^{-\alpha/2}\bigr).$$
 *
 * @throws {NonConvergenceError} when the tolerance isn't met.
 */
export const noHole = (network: NetworkParameters, relativeTolerance: number): Rate => {
  const { usersPerCell: K, sensingClusterSize: Q, pathLossExponent: alpha } = network
  const interference = interferenceFunction(K, alpha)
  if (Q === 1) {
    const delta = 2 / alpha
    const plane = K * beta(1 - delta, K + delta)
    return rateByTwoRules((nodes) => {
      const echo = echoLaw(network, 1, nodes)
      return (x) => {
        const s = Math.exp(x)
        const exponent = 1 + plane * s ** delta + echo.addedExponent(s)
        return echo.mean(s, exponent) / exponent
      }
    }, relativeTolerance)
  }
  return rateByTwoRules((nodes) => {
    const echo = echoLaw(network, Q, nodes)
    const { q, p, weights } = ringRule(Q, nodes)
    const power = q.map((value) => value ** (-alpha / 2))
    const nearPower = p.map((value) => value ** (-alpha / 2))
    return (x) => {
      const zeta = Math.exp(x)
      const added = echo.addedExponent(zeta)
      let sum = 0
      for (let j = 0; j < q.length; j++) {
        const exponent = q[j]! + p[j]! * interference(zeta * nearPower[j]!) + added
        sum += weights[j]! * inversePower(exponent, Q) * echo.mean(zeta * power[j]!, exponent / q[j]!)
      }
      return sum
    }
  }, relativeTolerance)
}

/**
 * A rule for $q = 1/(1+t^2) \sim$ Beta(1, Q−1), with $p = 1-q$: Gauss–Legendre in v with $q = (1-v^2)^5$, which smooths the
 * powers of q at a distant, and those of p at a near (Q−1)-th neighbour.
 */
const ringRule = (Q: number, nodes: number) => {
  const rule = gaussLegendre(nodes)
  const q = rule.nodes.map((v) => (1 - v * v) ** 5)
  const p = rule.nodes.map((v) => -Math.expm1(5 * Math.log1p(-v * v)))
  const weights = rule.weights.map((weight, i) => {
    const v = rule.nodes[i]!
    return weight * 10 * v * (1 - v * v) ** 4 * (Q - 1) * p[i]! ** (Q - 2)
  })
  return { q, p, weights }
}
