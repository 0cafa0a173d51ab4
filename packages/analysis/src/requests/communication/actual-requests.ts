import type { Assumption, NetworkParameters, SensingClusters } from '@isacnet/model'
import type { MethodDefinition } from '../../method/method.js'
import { precisionOf } from '../../rules/averages/gamma-law.js'
import { type Rate, rateByTwoRules, separateRules } from '../../rules/rate.js'
import { latticeTable } from '../../rules/work/lattice-table.js'
import { addedNoise } from '../../transforms/added-interference.js'
import { clearPoints } from '../cluster/cluster-layouts.js'
import { clusterTransform } from '../cluster/cluster-transform.js'
import { userExponents } from '../cluster/exponents.js'
import { radiusMeans } from '../cluster/radius-mean.js'
import { diversityOrderSlopes, diversityOrders } from '../counts/capacity.js'
import { finestTolerance } from '../effects/finest-tolerance.js'
import { requestEffects } from '../effects/request-effects.js'
import { clusterStations, meanResponse, respond } from '../effects/request-responses.js'
import { interferenceTables } from '../gains/gain-transform.js'
import { signalPolynomial } from '../gains/signal-polynomial.js'
import { singleCellByActualRequests } from './single-cell.js'
import { userScales } from './user-scales.js'

/**
 * The average data rate of the typical user where the number of requests to null that each BS gets is random, as it is: a BS that gets N accepts
 * $\min(N, M_t-K)$ of them, drawn at random, which leaves it the diversity order $D = M_t-K-\min(N,M_t-K)+1$, and a BS of the user's cluster has
 * given the user's request up with probability $p_i = \mathrm E(1-(M_t-K)/N)^+$, i being its rank of distance.
 *
 * $$R_c = \int_0^\infty\frac{dz}{z}\Bigl(f(z)\,[\Lambda+\Lambda'](z) + g(z)\,\mathrm E\bigl[\delta\,e^{-zI}\bigr]\Bigr),\qquad
 *   f(z) = \mathrm E_N\bigl[1-(1+z)^{-D}\bigr],$$
 *
 * with {@link clusterTransform} Λ. N depends on the geometry, and the interference that is heard selects geometries: δ is by how much its mean at the
 * serving BS deviates where $e^{-zI}$ weighs the networks, a {@link responseOf response}, g the derivative of f with respect to the mean of N, and
 * $\Lambda'$ what the responses of the $p_i$ add. Gains of interferers are those of zero-forced beams, {@link zeroForcedGain}.
 *
 * The responses are fitted to sampled networks, for L, Q ≤ 8. Against simulations of 109 networks (ACTUAL-REQUESTS.md) the rate errs by up to 0.72 %,
 * 0.22 % in the root mean square.
 */
const actualCommunicationRate = (
  network: NetworkParameters,
  sensingClusters: SensingClusters,
  relativeTolerance: number,
  assumptions: readonly Assumption[],
): Rate => {
  const { communicationClusterSize: L, pathLossExponent: alpha } = network
  const effects = requestEffects(network, sensingClusters, assumptions)
  if (L === 1) return singleCellByActualRequests(network, sensingClusters, relativeTolerance, effects)
  const { serving } = effects.laws
  const outside = interferenceTables(effects.gain, alpha)
  const given = latticeTable(effects.givenGain)
  const signal = signalPolynomial(effects.servingOrders)
  const added = addedNoise(network)
  const tolerance = Math.max(relativeTolerance, finestTolerance)
  const stations = clusterStations(network, sensingClusters, 'user', effects)
  const { single, inDegree } = meanResponse(network, sensingClusters, 'user', 0, serving)
  const bySingle = signalPolynomial(diversityOrderSlopes(serving.law, effects.capacity))
  const byDegree = signalPolynomial(diversityOrders(serving.inDegree?.slope ?? new Float64Array(1), effects.capacity))
  const open = added.none
    ? undefined
    : radiusMeans({ shape: L, added, signalGrowth: 0, signalOffset: 0, precision: precisionOf(tolerance) })
  return rateByTwoRules(
    separateRules((nodes) => {
      const points = clearPoints(Math.floor(nodes / 4))
      const exponentsAt = userExponents(points, { pathLossExponent: alpha, outside, given })
      const transform = clusterTransform(points, stations, effects.random)
      return (x) => {
        const exponents = exponentsAt(x)
        const { lnExponents } = exponents
        const radius = open?.(x, Math.min(...lnExponents), Math.max(...lnExponents))
        const { mean, correction, together, features } = transform(exponents, radius)
        if (!effects.random) return signal(x) * mean
        return (
          signal(x) * (mean + correction) +
          bySingle(x) * (respond(single, features) + together) +
          byDegree(x) * respond(inDegree, features)
        )
      }
    }),
    userScales(network, effects.capacity),
    tolerance,
    { fewestNodes: 24, mostNodes: 96, step: 0.6 },
  )
}

/** The row of the method. */
export const communicationByActualRequests = {
  method: 'actual-requests',
  title: 'actual requests',
  milliseconds: 4,
  actualRequests: true,
  rate: (network, relativeTolerance, assumptions) =>
    actualCommunicationRate(network, 'bs-centric', relativeTolerance, assumptions),
  targetCentricRate: (network, relativeTolerance, assumptions) =>
    actualCommunicationRate(network, 'target-centric', relativeTolerance, assumptions),
} as const satisfies MethodDefinition
