import { degreesOfFreedom, type NetworkParameters } from '@isacnet/model'
import type { GaussRule } from '@isacnet/quadrature'
import { type MethodDefinition, whereFeasible } from '../method/method.js'
import { precisionOf } from '../rules/averages/gamma-law.js'
import { lnSignal, ratioAverage } from '../rules/averages/signal.js'
import { resolvesRatio, squaredDistanceRatioRule } from '../rules/averages/squared-distance-ratio.js'
import {
  integrateRate,
  type Rate,
  type RateScales,
  rateByTwoRules,
  separateRules,
  withFallback,
} from '../rules/rate.js'
import { separableIntegrand } from '../rules/separable-rate.js'
import { chebyshevTable } from '../rules/work/chebyshev-table.js'
import { rememberLast } from '../rules/work/remember-last.js'
import { addedNoise } from '../transforms/added-interference.js'
import { gammaTransformComplement } from '../transforms/gamma-transform.js'
import { interferenceFunction, interferenceScale } from '../transforms/interference-function.js'

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
 * The mean over η is a Gauss rule's where that is good enough, else {@link ratioAverage}.
 *
 * @param network - validated parameters.
 * @param relativeTolerance - tolerance of the integration.
 * @throws {NonConvergenceError} when the tolerance isn't met.
 */
export const exactCommunicationRate = (network: NetworkParameters, relativeTolerance: number): Rate => {
  const { usersPerCell: K, communicationClusterSize: L, pathLossExponent: alpha } = network
  const D = degreesOfFreedom(network).diversityOrder
  const interference = interferenceFunction(K, alpha)
  const precision = precisionOf(relativeTolerance)
  const scales = communicationScales(network)
  const added = addedNoise(network)
  const cluster = rememberLast(
    separableIntegrand({
      shape: L,
      lnExponent: (x) => Math.log(interference(Math.exp(x))),
      lnSignal: L === 1 ? chebyshevTable((y) => lnSignal(y, D)) : () => 0,
      signalGrowth: 0,
      signalOffset: 0,
      added,
      precision,
    }),
  )
  if (L === 1) return integrateRate(cluster, scales, relativeTolerance)
  return withFallback(
    ratioIsResolved(network),
    () =>
      rateByTwoRules(
        separateRules((nodes) => {
          const rule = signalRule(L, alpha, nodes)
          return (x) => cluster(x) * meanSignal(rule, Math.exp(x), D)
        }),
        scales,
        relativeTolerance,
        { fewestNodes: 32, mostNodes: 96 },
      ),
    () => {
      const average = ratioAverage({ clusterSize: L, upper: 1, strip: (2 * Math.PI) / alpha, precision })
      const integrand = (x: number) => cluster(x) * Math.exp(average((lnQ) => lnSignal(x - (alpha / 2) * lnQ, D)))
      return integrateRate(integrand, scales, relativeTolerance)
    },
  )
}

/** The row of the exact rate. */
export const exactCommunication = {
  method: 'exact',
  title: 'exact',
  milliseconds: 1,
  rate: whereFeasible(exactCommunicationRate),
} as const satisfies MethodDefinition

/** Where signal, interference and noise change the integrand, in ln ζ. */
export const communicationScales = (network: NetworkParameters): RateScales => {
  const { usersPerCell: K, communicationClusterSize: L, pathLossExponent: alpha } = network
  const signal = -Math.log(degreesOfFreedom(network).diversityOrder)
  const interference = interferenceScale(K, alpha, L)
  const [noise] = addedNoise(network).scales(Math.log(L))
  return {
    crossovers: [signal, interference, noise, -Math.log(K), 0],
    end: Math.min(interference, noise),
    open: network.noisePower > 0,
  }
}

/** Whether a Gauss rule over η² sees the signal saturate where interference or noise end the integrand. */
export const ratioIsResolved = (network: NetworkParameters): boolean =>
  resolvesRatio(
    ((Math.log(degreesOfFreedom(network).diversityOrder) + communicationScales(network).end) * 2) /
      network.pathLossExponent,
  )

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
