import type { NetworkParameters } from '@isacnet/model'
import { gainSeries, interferenceSeries, type SeriesAt } from '../series/interference-series.js'
import { stepOfLevel } from '../series/levels.js'
import { multiplyByPower } from '../series/positive-series.js'
import type { AddedExponent, ClusterLaw, ShapePart } from './cluster-law.js'
import { type RatioAverage, visitRatios } from './ratio-lattice.js'

/** The parameters of a law of interference besides the network. */
export interface InterfererLaw {
  /** The shape of the interferers' gains: K, or bK for moments of order b. */
  readonly shape: number
  /** D or K: of the desired gain. */
  readonly signalShape: number
  /** Probability that a BS of the cluster has abandoned the request, and interferes. */
  readonly abandonment: number
}

/**
 * The interference of {@link exactCommunicationRate}: $v = \pi\lambda r_L^2 \sim \Gamma(L,1)$, $q = (r_1/r_L)^2 \sim$ Beta(1, L − 1), and
 * $\mathcal E = F(zq^{\alpha/2})$.
 */
export const communicationCluster = (network: NetworkParameters, interferers: InterfererLaw): ClusterLaw => {
  const { communicationClusterSize: L, pathLossExponent: alpha } = network
  const series = interferenceSeries(interferers.shape, alpha)
  const part =
    L === 1 ? alone(series) : ratioPart({ clusterSize: L, upper: 1, power: alpha / 2 }, series, interferers, alpha)
  return { shape: L, lnScale: 0, distanceExcess: 0, parts: [part], added: noiseAt(network, alpha / 2, interferers) }
}

/** $N_0K/P_t\cdot(u/\pi\lambda)^\gamma z$. */
export const noiseAt = (
  { noisePower, usersPerCell, transmitPower, baseStationDensity }: NetworkParameters,
  gamma: number,
  interferers: InterfererLaw,
): readonly AddedExponent[] =>
  noisePower === 0
    ? []
    : [
        {
          lnCoefficient:
            Math.log(noisePower) +
            // K times as much for each of the b factors of a moment
            Math.log(usersPerCell) +
            Math.log(interferers.shape / usersPerCell) -
            Math.log(transmitPower) -
            gamma * Math.log(Math.PI * baseStationDensity),
          ofZ: 1,
          ofU: gamma,
        },
      ]

/** A cluster of one: nothing to average over. */
const alone = (series: SeriesAt): ShapePart => {
  let f = new Float64Array(64)
  return {
    rule: 'exact',
    visit: (y, n, _level, _between, visit) => {
      if (f.length <= n) f = new Float64Array(2 * n)
      series(y, n, f)
      visit(1, 0, f, undefined)
    },
  }
}

/**
 * The average over q of a cluster beyond which the interferers are a plain PPP, $\mathcal E = F(sq^\gamma)$. With abandoned requests each of
 * the n − 2 BSs between, and the n-th, interferes with probability $p_a$:
 *
 * $$(1-q)^{n-2} \to \bigl(1-q-p_a[q(F_1(s)-1)-(F(sq^\gamma)-1)]\bigr)^{n-2}\,\bigl(1-p_a+p_a(1+sq^\gamma)^{-K}\bigr),$$
 *
 * where $1 + F_1 - 1$ is the exponent at q = 1: of all BSs but the serving one.
 *
 * @param all - the series at q = 1; default that of F.
 */
export const ratioPart = (
  average: Pick<RatioAverage, 'clusterSize' | 'upper' | 'power' | 'transitionPower'>,
  series: SeriesAt,
  { shape: K, signalShape, abandonment }: InterfererLaw,
  alpha: number,
  all: SeriesAt = series,
): ShapePart => {
  const { clusterSize: n, power } = average
  const ratio: RatioAverage = {
    ...average,
    lnTransition: Math.log(signalShape) - Math.log(K),
    lnSmallest: Math.max(0, (2 / alpha) * Math.log(K)),
  }
  const gain = gainSeries(K)
  let f = new Float64Array(64)
  return {
    rule: 'nested',
    visit: (y, order, level, between, visit) => {
      if (f.length <= order) f = new Float64Array(2 * order)
      const step = stepOfLevel(between ? level - 1 : level)
      if (abandonment === 0) {
        visitRatios(ratio, y, step, between, (lnQ, rest, weight) => {
          series(y + power * lnQ, order, f)
          visit(weight * rest ** (n - 2), lnQ, f, undefined)
        })
        return
      }
      const total = new Float64Array(order + 1)
      const betweens = new Float64Array(order + 1)
      const factor = new Float64Array(order + 1)
      all(y, order, total)
      visitRatios(ratio, y, step, between, (lnQ, rest, weight) => {
        const q = Math.exp(lnQ)
        series(y + power * lnQ, order, f)
        gain(y + power * lnQ, order, factor)
        for (let k = 0; k <= order; k++) {
          factor[k]! *= abandonment
          betweens[k] = Math.max(0, abandonment * (q * total[k]! - f[k]!))
        }
        factor[0]! += 1 - abandonment
        betweens[0] = Math.max(0, rest - abandonment * (q * (total[0]! - 1) - (f[0]! - 1)))
        multiplyByPower(factor, betweens, n - 2, order)
        visit(weight, lnQ, f, factor)
      })
    },
  }
}
