import type { NetworkParameters } from '@isacnet/model'
import { interferenceExcess } from '../../transforms/interference-excess.js'
import { interferenceSeries } from '../series/interference-series.js'
import type { ClusterLaw } from './cluster-law.js'
import { communicationCluster, type InterfererLaw, ratioPart } from './communication-cluster.js'

/**
 * The law that {@link theorem1} as printed implies: the transform $1/(1+H) = q/(q+F(zq^{\alpha/2})-1)$ in place of $F^{-L}$, as if the distance to the serving BS
 * were independent of η (erratum E1). At L = 1 it is the exact one.
 */
export const theorem1Cluster = (network: NetworkParameters, interferers: InterfererLaw): ClusterLaw => {
  const { communicationClusterSize: L, pathLossExponent: alpha } = network
  const exact = communicationCluster(network, interferers)
  if (L === 1) return exact
  const { visit, rule } = ratioPart(
    { clusterSize: L, upper: 1, power: alpha / 2, transitionPower: Math.max(1, alpha / 2 - 1) },
    interferenceSeries(interferers.shape, alpha),
    interferers,
    alpha,
  )
  return {
    ...exact,
    shape: 1,
    parts: [
      {
        rule,
        visit: (y, n, level, between, receive) =>
          visit(y, n, level, between, (weight, lnQ, f, factor) => {
            const q = Math.exp(lnQ)
            // q/(q + F − 1), the numerator in the weight so that q may underflow in neither
            f[0] = q + interferenceExcess(Math.exp(y + (alpha / 2) * lnQ), interferers.shape, alpha)
            receive(weight * q, lnQ, f, factor)
          }),
      },
    ],
  }
}
