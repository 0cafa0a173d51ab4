import { degreesOfFreedom, type NetworkParameters } from '@isacnet/model'
import { type GaussRule, integrateLogTrapezoid } from '@isacnet/quadrature'
import { gammaLawRule, gammaLawStep } from './gamma-law.js'
import { gammaTransformComplement } from './gamma-transform.js'
import { interferenceFunction } from './interference-function.js'
import { inversePower } from './inverse-power.js'
import { type Rate, rateByTwoRules } from './rate.js'
import { squaredDistanceRatioRule } from './squared-distance-ratio.js'

/**
 * The exact average data rate of the typical user,
 *
 * $$R_c = \int_0^\infty \frac{dz}{z}\bigl(1-(1+z)^{-D}\bigr)\int_0^1 2(L-1)\eta(1-\eta^2)^{L-2}
 *   \bigl(1+\eta^2 H(z,K,\alpha,\eta)\bigr)^{-L}d\eta, \qquad D = M_t - KL - J(Q-1) + 1,$$
 *
 * which for L = 1 is $\int (1-(1+z)^{-D})/(1+H(z,K,\alpha,1))\,dz/z$. Theorem 1 as printed takes r₁ and η as independent; they are
 * not: $\pi\lambda r_L^2 \sim \Gamma(L,1)$ is what is independent of η (erratum E1).
 *
 * It is evaluated with distances in units of $r_L$: by $\zeta = z\eta^\alpha$ the interference, $F(\zeta)^{-L}$, separates from the
 * signal, so that the costly function is needed on one lattice only:
 *
 * $$R_c = \int \frac{d\zeta}{\zeta}\,F(\zeta)^{-L}\;\mathrm E_\eta\bigl[1 - (1+\zeta\eta^{-\alpha})^{-D}\bigr].$$
 *
 * Noise adds $N_0K/P_t\cdot r^\alpha$ to the interference at z, which in these units is $\nu\zeta r_L^\alpha$ with $\nu = N_0K/P_t$, and doesn't
 * depend on η either: $\mathrm E\,e^{-v(F(\zeta)-1) - \nu\zeta(v/\pi\lambda)^{\alpha/2}}$ over $v \sim \Gamma(L,1)$ replaces $F^{-L}$.
 *
 * @param network - validated parameters.
 * @param relativeTolerance - of the integration.
 * @throws {NonConvergenceError} when the tolerance isn't met.
 */
export const exactCommunicationRate = (network: NetworkParameters, relativeTolerance: number): Rate => {
  const { communicationClusterSize: L, pathLossExponent: alpha } = network
  const D = degreesOfFreedom(network).diversityOrder
  const interference = clusterInterference(network)
  if (L === 1)
    return integrateLogTrapezoid(
      (x) => {
        const z = Math.exp(x)
        return gammaTransformComplement(z, D) * interference(z)
      },
      { relativeTolerance },
    )
  return rateByTwoRules(
    (nodes) => {
      const rule = signalRule(L, alpha, nodes)
      return (x) => {
        const zeta = Math.exp(x)
        return interference(zeta) * meanSignal(rule, zeta, D)
      }
    },
    relativeTolerance,
    24,
  )
}

/**
 * $\mathrm E\,e^{-\zeta r_L^\alpha I}$, the transform of what the BSs beyond the cluster contribute, with distances in units of $r_L$,
 * averaged over $v = \pi\lambda r_L^2 \sim \Gamma(L, 1)$: $F(\zeta)^{-L}$ without noise.
 */
const clusterInterference = (network: NetworkParameters): ((zeta: number) => number) => {
  const { usersPerCell: K, communicationClusterSize: L, pathLossExponent: alpha } = network
  const interference = interferenceFunction(K, alpha)
  if (network.noisePower === 0) return (zeta) => inversePower(interference(zeta), L)
  const { nodes, weights } = gammaLawRule({ shape: L, step: gammaLawStep(L, 64), growth: 0, saturation: 1 })
  const power = nodes.map((w) => w ** (alpha / 2))
  const noise = (network.noisePower * K) / network.transmitPower
  return (zeta) => {
    const exponent = interference(zeta)
    const perPower = noise * zeta * (Math.PI * network.baseStationDensity * exponent) ** (-alpha / 2)
    let sum = 0
    for (let i = 0; i < weights.length; i++) sum += weights[i]! * Math.exp(-perPower * power[i]!)
    return sum * inversePower(exponent, L)
  }
}

/** Nodes $\eta^{-\alpha}$ and weights for the mean over η. */
const signalRule = (clusterSize: number, alpha: number, nodes: number): GaussRule => {
  const rule = squaredDistanceRatioRule(clusterSize, nodes)
  return { nodes: rule.nodes.map((q) => q ** (-alpha / 2)), weights: rule.weights }
}

/** $\mathrm E_\eta[1-(1+\zeta\eta^{-\alpha})^{-D}]$. */
const meanSignal = ({ nodes, weights }: GaussRule, zeta: number, diversityOrder: number): number => {
  let sum = 0
  for (let i = 0; i < nodes.length; i++) sum += weights[i]! * gammaTransformComplement(zeta * nodes[i]!, diversityOrder)
  return sum
}
