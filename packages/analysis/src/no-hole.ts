import type { NetworkParameters } from '@isacnet/model'
import { beta } from '@isacnet/special-functions'
import { echoLaw } from './echo-law.js'
import { interferenceFunction } from './interference-function.js'
import { inversePower } from './inverse-power.js'
import { type Rate, rateByTwoRules } from './rate.js'
import { squaredDistanceRatioRule } from './squared-distance-ratio.js'

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
    const { nodes: q, weights } = squaredDistanceRatioRule(Q, nodes)
    const power = q.map((value) => value ** (-alpha / 2))
    const nearPower = q.map((value) => (1 - value) ** (-alpha / 2))
    return (x) => {
      const zeta = Math.exp(x)
      const added = echo.addedExponent(zeta)
      let sum = 0
      for (let j = 0; j < q.length; j++) {
        const exponent = q[j]! + (1 - q[j]!) * interference(zeta * nearPower[j]!) + added
        sum += weights[j]! * inversePower(exponent, Q) * echo.mean(zeta * power[j]!, exponent / q[j]!)
      }
      return sum
    }
  }, relativeTolerance)
}
