import type { NetworkParameters } from '@isacnet/model'
import { lnGamma } from '@isacnet/special-functions'
import { addedNoiseAndClutter } from './added-interference.js'
import { chebyshevTable } from './chebyshev-table.js'
import { type ClearSignal, clearSignal, closedClutter, distanceExcess, echoOffset, echoScales } from './echo-law.js'
import { gammaLawStep, precisionOf } from './gamma-law.js'
import { gammaMeans } from './gamma-mean.js'
import { gammaTransform, gammaTransformComplement, vanishingTransform } from './gamma-transform.js'
import { interferenceFunction, interferenceScale } from './interference-function.js'
import { type CumulativeHoleRule, cumulativeHoleRule } from './interference-hole.js'
import { inversePower } from './inverse-power.js'
import { type Rate, rateByTwoRules } from './rate.js'
import { separableIntegrand } from './separable-rate.js'
import { lnSignal, ratioAverage } from './signal.js'
import { singleCellSensingRate } from './single-cell-sensing.js'
import { resolvesRatio, squaredDistanceRatioRule } from './squared-distance-ratio.js'

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
    (nodes) =>
      signal === undefined ? openIntegrand(network, nodes, precision) : clearIntegrand(network, nodes, signal),
    scales,
    relativeTolerance,
    { fewestNodes: 32, mostNodes: 256 },
  )
}

/** $\mathcal E$ at the nodes of a rule for the hole, written into `exponents`. */
const holeExponents = (
  { usersPerCell: K, pathLossExponent: alpha }: NetworkParameters,
  hole: CumulativeHoleRule,
): ((s: number, added: number, exponents: Float64Array) => void) => {
  const beyondHole = interferenceFunction(K, alpha)
  const saturated = 2 ** alpha * vanishingTransform(K)
  const power = hole.distance.map((t) => t ** -alpha)
  const transform = new Float64Array(power.length)
  const toEdge = new Float64Array(power.length)
  return (s, added, exponents) => {
    const outer = 4 * beyondHole(s * 2 ** -alpha) + added
    if (s > saturated) toEdge.fill(0)
    else {
      for (let i = 0; i < power.length; i++) transform[i] = gammaTransform(s * power[i]!, K)
      hole.integrateToEdge(transform, toEdge)
    }
    for (let i = 0; i < power.length; i++) exponents[i] = outer - toEdge[i]!
  }
}

/** The integrand where u is averaged over in closed form or in the signal alone. */
const clearIntegrand = (network: NetworkParameters, nodes: number, signal: ClearSignal): ((x: number) => number) => {
  const { usersPerCell: K, sensingClusterSize: Q, pathLossExponent: alpha, echoPathLossExponent: beta } = network
  const beyondCluster = interferenceFunction(K, alpha)
  const clutter = closedClutter(network)
  const hole = cumulativeHoleRule(Math.ceil(nodes / 2))
  const exponents = new Float64Array(hole.distance.length)
  const writeExponents = holeExponents(network, hole)
  const { nodes: q, weights } = squaredDistanceRatioRule(Q, nodes, 1 / 4)
  const lnEchoPower = q.map((value) => -beta * Math.log(value))
  return (x) => {
    const s = Math.exp(x)
    const added = clutter(s)
    writeExponents(s, added, exponents)
    let within = 0
    for (let i = 0; i < exponents.length; i++) {
      const exponent = exponents[i]!
      // A^(Q−2) E^(−Q), of which the first factor alone overflows for large Q.
      const weight = (hole.measure[i]! * inversePower(exponent / hole.within[i]!, Q - 2)) / (exponent * exponent)
      within += weight * signal.at(x, exponent, 0)
    }
    const exponent = beyondCluster(s) + added
    let outside = 0
    for (let j = 0; j < lnEchoPower.length; j++) outside += weights[j]! * signal.at(x, exponent, lnEchoPower[j]!)
    return (Q - 1) * within + outside * inversePower(exponent, Q)
  }
}

/**
 * Otherwise u is averaged over last. Beyond the hole that leaves one variable, $v = u/q \sim \Gamma(Q,1)$, with the signal's mean over q
 * as a table. Within it, signal, noise and clutter depend on s and u only, and
 * $\frac{u^{Q-1}}{(Q-2)!}\int_0^2 a A^{Q-2}e^{-u\mathcal E}dt$ is their weight.
 */
const openIntegrand = (network: NetworkParameters, nodes: number, precision: number): ((x: number) => number) => {
  const { usersPerCell: K, sensingClusterSize: Q, pathLossExponent: alpha, echoPathLossExponent: beta } = network
  const interference = interferenceFunction(K, alpha)
  const added = addedNoiseAndClutter(network)
  const offset = echoOffset(network)
  const excess = distanceExcess(network)
  const resolved = resolvesRatio(
    (echoScales(network, [interferenceScale(K, alpha, Q)], Math.log(Q)).end +
      offset -
      excess * Math.log(Q) +
      Math.log(K)) /
      beta,
  )
  const { nodes: q, weights } = squaredDistanceRatioRule(Q, nodes, 1 / 4)
  const average = ratioAverage({ clusterSize: Q, upper: 1 / 4, strip: Math.PI / beta, precision })
  const outside = separableIntegrand({
    shape: Q,
    lnExponent: (x) => Math.log(interference(Math.exp(x))),
    lnSignal: chebyshevTable(
      resolved
        ? lnMeanSignal(
            weights,
            q.map((value) => value ** -beta),
            K,
          )
        : (y) => average((lnQ) => lnSignal(y - beta * lnQ, K)),
    ),
    signalGrowth: -excess,
    signalOffset: offset,
    added,
    precision,
  })

  const hole = cumulativeHoleRule(Math.ceil(nodes / 2))
  const exponents = new Float64Array(hole.distance.length)
  const writeExponents = holeExponents(network, hole)
  const step = gammaLawStep(Q, Math.min(added.strip, Math.PI / (2 * Math.abs(excess))), precision)
  const means = gammaMeans(Q, step, precision)
  const constant = -lnGamma(Q - 1)
  return (x) => {
    writeExponents(Math.exp(x), 0, exponents)
    let least = Number.POSITIVE_INFINITY
    let greatest = 0
    for (const exponent of exponents) {
      least = Math.min(least, exponent)
      greatest = Math.max(greatest, exponent)
    }
    const mean = means(
      (p) => lnSignal(x + offset - excess * p, K) - added.exponent(x, p),
      Math.log(least),
      Math.log(greatest),
    )
    let within = 0
    for (let i = 0; i < exponents.length; i++) {
      const exponent = exponents[i]!
      const weight = (hole.measure[i]! * inversePower(exponent / hole.within[i]!, Q - 2)) / (exponent * exponent)
      within += weight * mean.at(Math.log(exponent))
    }
    return outside(x) + within * Math.exp(constant + mean.lnScale)
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
