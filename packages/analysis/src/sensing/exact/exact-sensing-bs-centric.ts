import type { NetworkParameters } from '@isacnet/model'
import { lnGamma } from '@isacnet/special-functions'
import { gammaLawStep, precisionOf } from '../../rules/averages/gamma-law.js'
import { gammaMeans } from '../../rules/averages/gamma-mean.js'
import { lnSignal, ratioAverage } from '../../rules/averages/signal.js'
import { resolvesRatio, squaredDistanceRatioRule } from '../../rules/averages/squared-distance-ratio.js'
import { type Rate, type RuleIntegrands, rateByTwoRules, separateRules } from '../../rules/rate.js'
import { separableIntegrand } from '../../rules/separable-rate.js'
import { chebyshevTable } from '../../rules/work/chebyshev-table.js'
import { sharedFunction } from '../../rules/work/shared-function.js'
import { addedNoiseAndClutter } from '../../transforms/added-interference.js'
import { gammaTransform, gammaTransformComplement, vanishingTransform } from '../../transforms/gamma-transform.js'
import { interferenceFunction, interferenceScale } from '../../transforms/interference-function.js'
import { inversePower } from '../../transforms/inverse-power.js'
import {
  type ClearSignal,
  clearSignal,
  closedClutter,
  distanceExcess,
  echoOffset,
  echoScales,
  signalFactors,
} from '../echo/echo-law.js'
import { cumulativeHoleRule } from '../echo/interference-hole.js'
import { singleCellSensingRate } from './single-cell-sensing.js'

/**
 * The exact radar information rate when the Q − 1 BSs nearest to the serving BS null towards it (what Appendix F analyses):
 *
 * $$\mathrm E[e^{-zI}\mid u] = \int_0^\infty u\,a(t)\frac{(uA(t))^{Q-2}}{(Q-2)!}\,e^{-u(A(t)+S(s,t))}\,dt,$$
 *
 * t being the distance of the (Q−1)-th nearest of them, in units of R, in the PPP with the {@link HolePoints hole}. Averaged over
 * u that is, with $\mathcal E = 1 + A(t) + S(s,t)$,
 *
 * $$R_s = \int\frac{ds}{s}\int_0^\infty \,a(t)A(t)^{Q-2}\,\mathcal E^{-Q}\;\mathrm E_w[\cdot]\,dt.$$
 *
 * For t > 2, beyond the hole, $\mathcal E = t^2F(st^{-\alpha})$: there $q = t^{-2}$ and $\zeta = st^{-\alpha}$ are the variables, as in
 * communication, and u is averaged over as there. For t < 2, $\mathcal E = 4F(2^{-\alpha}s) - \int_t^2 (1+sy^{-\alpha})^{-K}a(y)\,dy$.
 *
 * @throws {NonConvergenceError} when the tolerance isn't met.
 */
export const exactSensingRateBsCentric = (network: NetworkParameters, relativeTolerance: number): Rate => {
  const { usersPerCell: K, sensingClusterSize: Q, pathLossExponent: alpha } = network
  if (Q === 1) return singleCellSensingRate(network, relativeTolerance)
  const scales = echoScales(network, [interferenceScale(K, alpha, Q), interferenceScale(K, alpha, 1)])
  const precision = precisionOf(relativeTolerance)
  const signal = clearSignal(network, Q, precision)
  return rateByTwoRules(
    signal === undefined
      ? openIntegrands(network, precision)
      : separateRules((nodes) => clearIntegrand(network, nodes, signal)),
    scales,
    relativeTolerance,
    { fewestNodes: 32, mostNodes: 256 },
  )
}

/** $\mathcal E$ at the nodes of a rule for the hole, without noise and clutter. */
const holeExponents = (
  { usersPerCell: K, pathLossExponent: alpha }: NetworkParameters,
  nodesPerPanel: number,
): ((s: number) => Float64Array) =>
  sharedFunction(`hole ${K} ${alpha} ${nodesPerPanel}`, 2 * nodesPerPanel, () => {
    const hole = cumulativeHoleRule(nodesPerPanel)
    const beyondHole = interferenceFunction(K, alpha)
    const saturated = 2 ** alpha * vanishingTransform(K)
    const power = hole.distance.map((t) => t ** -alpha)
    const transform = new Float64Array(power.length)
    return (s) => {
      const exponents = new Float64Array(power.length)
      const outer = 4 * beyondHole(s * 2 ** -alpha)
      if (s > saturated) return exponents.fill(outer)
      for (let i = 0; i < power.length; i++) transform[i] = gammaTransform(s * power[i]!, K)
      hole.integrateToEdge(transform, exponents)
      for (let i = 0; i < power.length; i++) exponents[i] = outer - exponents[i]!
      return exponents
    }
  })

/** The integrand where u is averaged over in closed form or in the signal alone. */
const clearIntegrand = (network: NetworkParameters, nodes: number, signal: ClearSignal): ((x: number) => number) => {
  const { usersPerCell: K, sensingClusterSize: Q, pathLossExponent: alpha, echoPathLossExponent: beta } = network
  const beyondCluster = interferenceFunction(K, alpha)
  const clutter = closedClutter(network)
  const hole = holeSum(network, nodes)
  // Where the signal is the same all over the hole, the sum has what is left: with other antennas it is the same.
  const holeAlone = sharedFunction(`hole sum ${K} ${alpha} ${Q} ${nodes}`, 1, () => (s) => {
    hole.update(s, 0)
    return hole.sum(() => 1)
  })
  const { nodes: q, weights } = squaredDistanceRatioRule(Q, nodes, 1 / 4)
  const factors = signalFactors(
    weights,
    q.map((value) => -beta * Math.log(value)),
  )
  const within = (x: number, s: number, added: number): number => {
    if (signal.closed && added === 0) return holeAlone(s) * signal.at(x, 1, 0)
    hole.update(s, added)
    return signal.closed ? hole.sum(() => 1) * signal.at(x, 1, 0) : hole.sum((exponent) => signal.at(x, exponent, 0))
  }
  return (x) => {
    const s = Math.exp(x)
    const added = clutter(s)
    const exponent = beyondCluster(s) + added
    return (Q - 1) * within(x, s, added) + signal.sum(x, exponent, factors) * inversePower(exponent, Q)
  }
}

/**
 * Otherwise u is averaged over last. Beyond the hole that leaves one variable, $v = u/q \sim \Gamma(Q,1)$, with the signal's mean over q
 * as a table. Within it, signal, noise and clutter depend on s and u only, and
 * $\frac{u^{Q-1}}{(Q-2)!}\int_0^2 a A^{Q-2}e^{-u\mathcal E}dt$ is their weight.
 */
const openIntegrands = (network: NetworkParameters, precision: number): RuleIntegrands => {
  const { usersPerCell: K, sensingClusterSize: Q } = network
  const added = addedNoiseAndClutter(network)
  const offset = echoOffset(network)
  const excess = distanceExcess(network)
  const step = gammaLawStep(Q, Math.min(added.strip, Math.PI / (2 * Math.abs(excess))), precision)
  const means = gammaMeans(Q, step, precision)
  const addedOnLattice = added.onLattice(step)
  const signal = chebyshevTable((y) => lnSignal(y, K))
  const constant = -lnGamma(Q - 1)
  const outside = outsideIntegrand(network, precision)
  return (...nodes) => {
    const rules = nodes.map((n) => ({ outside: outside(n), hole: holeSum(network, n) }))
    return (x, values) => {
      let least = Number.POSITIVE_INFINITY
      let greatest = 0
      for (const { hole } of rules) {
        hole.update(Math.exp(x), 0)
        least = Math.min(least, hole.least())
        greatest = Math.max(greatest, hole.greatest())
      }
      const addedAt = addedOnLattice(x, 0)
      const mean = means(
        (j) => signal(x + offset - excess * step * j) - addedAt(j),
        Math.log(least),
        Math.log(greatest),
      )
      const scale = Math.exp(constant + mean.lnScale)
      rules.forEach((rule, i) => {
        values[i] = rule.outside(x) + scale * rule.hole.sum((exponent) => mean.at(Math.log(exponent)))
      })
    }
  }
}

/** The sum over a rule for the hole, of $aA^{Q-2}\mathcal E^{-Q}$ times what depends on $\mathcal E$ alone. */
const holeSum = (network: NetworkParameters, nodes: number) => {
  const Q = network.sensingClusterSize
  const nodesPerPanel = Math.ceil(nodes / 2)
  const hole = cumulativeHoleRule(nodesPerPanel)
  const exponentsAt = holeExponents(network, nodesPerPanel)
  let exponents: Float64Array = new Float64Array(hole.distance.length)
  return {
    update: (s: number, added: number): void => {
      const without = exponentsAt(s)
      exponents = added === 0 ? without : without.map((exponent) => exponent + added)
    },
    least: (): number => extreme(exponents, Math.min),
    greatest: (): number => extreme(exponents, Math.max),
    sum: (mean: (exponent: number) => number): number => {
      let sum = 0
      for (let i = 0; i < exponents.length; i++) {
        const exponent = exponents[i]!
        // A^(Q−2) E^(−Q), of which the first factor alone overflows for large Q.
        const weight = (hole.measure[i]! * inversePower(exponent / hole.within[i]!, Q - 2)) / (exponent * exponent)
        sum += weight * mean(exponent)
      }
      return sum
    },
  }
}

const extreme = (values: Float64Array, choose: (a: number, b: number) => number): number => {
  let chosen = values[0]!
  for (let i = 1; i < values.length; i++) chosen = choose(chosen, values[i]!)
  return chosen
}

/** The part beyond the hole, with n nodes for q. */
const outsideIntegrand = (
  network: NetworkParameters,
  precision: number,
): ((nodes: number) => (x: number) => number) => {
  const { usersPerCell: K, sensingClusterSize: Q, pathLossExponent: alpha, echoPathLossExponent: beta } = network
  const interference = interferenceFunction(K, alpha)
  const offset = echoOffset(network)
  const excess = distanceExcess(network)
  const end = echoScales(network, [interferenceScale(K, alpha, Q)], Math.log(Q)).end
  const resolved = resolvesRatio((end + offset - excess * Math.log(Q) + Math.log(K)) / beta)
  const average = ratioAverage({ clusterSize: Q, upper: 1 / 4, strip: Math.PI / beta, precision })
  return (nodes) => {
    const { nodes: q, weights } = squaredDistanceRatioRule(Q, nodes, 1 / 4)
    const echoPower = q.map((value) => value ** -beta)
    return separableIntegrand({
      shape: Q,
      lnExponent: (x) => Math.log(interference(Math.exp(x))),
      lnSignal: chebyshevTable(
        resolved ? lnMeanSignal(weights, echoPower, K) : (y) => average((lnQ) => lnSignal(y - beta * lnQ, K)),
      ),
      signalGrowth: -excess,
      signalOffset: offset,
      added: addedNoiseAndClutter(network),
      precision,
    })
  }
}

/** $\ln\sum_i w_i[1-(1+e^yx_i)^{-K}]$. */
const lnMeanSignal =
  (weights: Float64Array, points: Float64Array, K: number) =>
  (y: number): number => {
    const z = Math.exp(y)
    let sum = 0
    for (let i = 0; i < points.length; i++) sum += weights[i]! * gammaTransformComplement(z * points[i]!, K)
    return Math.log(sum)
  }
