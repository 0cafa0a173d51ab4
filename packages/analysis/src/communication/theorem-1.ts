import { degreesOfFreedom, type NetworkParameters } from '@isacnet/model'
import { type MethodDefinition, whereFeasible, withoutNoise } from '../method/method.js'
import { precisionOf } from '../rules/averages/gamma-law.js'
import { lnSignal, ratioAverage } from '../rules/averages/signal.js'
import { squaredDistanceRatioRule } from '../rules/averages/squared-distance-ratio.js'
import { integrateRate, type Rate, rateByTwoRules, separateRules, withFallback } from '../rules/rate.js'
import { gammaTransformComplement } from '../transforms/gamma-transform.js'
import { interferenceExcessFunction } from '../transforms/interference-function.js'
import { communicationScales, exactCommunicationRate, ratioIsResolved } from './exact-communication-rate.js'

/**
 * Theorem 1 as printed, (11):
 *
 * $$\int_0^\infty \frac{1-(1+z)^{-D}}{z}\int_0^1 \frac{2(L-1)\eta(1-\eta^2)^{L-2}}{H(z,K,\alpha,\eta)+1}\,d\eta\,dz,$$
 *
 * with the lost parentheses of (40) restored (erratum E3) and L = 1 read as the limit η = 1 (E2), where it is exact. For
 * L ≥ 2 it averages $e^{-\pi\lambda r^2 H}$ over an r independent of η, which is wrong (E1):
 * {@link exactCommunicationRate} is right.
 *
 * Evaluated in $\zeta = z\eta^\alpha$, where $H = \eta^{-2}(F(\zeta) - 1)$, by a Gauss rule where that is good enough, else by
 * {@link ratioAverage}.
 *
 * @throws {NonConvergenceError} when the tolerance isn't met.
 */
const theorem1 = (network: NetworkParameters, relativeTolerance: number): Rate => {
  const { usersPerCell: K, communicationClusterSize: L, pathLossExponent: alpha } = network
  if (L === 1) return exactCommunicationRate(network, relativeTolerance)
  const D = degreesOfFreedom(network).diversityOrder
  const excess = interferenceExcessFunction(K, alpha)
  const scales = communicationScales(network)
  return withFallback(
    ratioIsResolved(network),
    () =>
      rateByTwoRules(
        separateRules((nodes) => {
          const { nodes: q, weights } = squaredDistanceRatioRule(L, nodes)
          const power = q.map((value) => value ** (-alpha / 2))
          return (x) => {
            const zeta = Math.exp(x)
            const interference = excess(zeta)
            let sum = 0
            for (let i = 0; i < q.length; i++)
              sum += (weights[i]! * gammaTransformComplement(zeta * power[i]!, D)) / (1 + interference / q[i]!)
            return sum
          }
        }),
        scales,
        relativeTolerance,
        { fewestNodes: 32, mostNodes: 96 },
      ),
    () => {
      const precision = precisionOf(relativeTolerance)
      const average = ratioAverage({ clusterSize: L, upper: 1, strip: (2 * Math.PI) / alpha, precision })
      return integrateRate(
        (x) => {
          const interference = excess(Math.exp(x))
          return Math.exp(
            average((lnQ) => lnSignal(x - (alpha / 2) * lnQ, D) - Math.log1p(interference * Math.exp(-lnQ))),
          )
        },
        scales,
        relativeTolerance,
      )
    },
  )
}

/** The row of Theorem 1. */
export const communicationByTheorem1 = {
  method: 'theorem-1',
  title: 'Theorem 1, as printed',
  milliseconds: 2,
  rate: whereFeasible(withoutNoise('theorem-1', theorem1)),
} as const satisfies MethodDefinition
