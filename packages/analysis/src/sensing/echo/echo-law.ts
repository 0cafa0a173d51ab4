import type { NetworkParameters } from '@isacnet/model'
import { lnSignalOfGammaFactors } from '../../rules/averages/mean-signal.js'
import { lnSignal } from '../../rules/averages/signal.js'
import type { RateScales } from '../../rules/rate.js'
import { separableIntegrand } from '../../rules/separable-rate.js'
import { chebyshevTable } from '../../rules/work/chebyshev-table.js'
import { addedNoiseAndClutter, lnClutter } from '../../transforms/added-interference.js'
import { gammaTransformComplement } from '../../transforms/gamma-transform.js'
import { lnEchoGain } from './ln-echo-gain.js'

/**
 * The last average of a sensing rate, that over the distance R of the target.
 *
 * Let $u = \pi\lambda R^2$ and $s = zR^{2\beta-\alpha}$, in which the interference seen from the serving BS, with distances in units of
 * R, doesn't depend on R: its conditional transform is $e^{-u\mathcal E(s)}$ (the factor $e^{-u}$ of u's density included). Integrating over s
 * instead of z, the signal is $1-(1+cs(\pi\lambda/u)^{\beta-\alpha/2})^{-K}$. With α = 2β and without noise, u is only in the
 * exponent, to which clutter adds in proportion to u: the average is closed, and λ disappears.
 */
const isClosed = (network: NetworkParameters): boolean => distanceExcess(network) === 0 && network.noisePower === 0

/** β − α/2: how much faster the echo decays with the distance of its target than the interference. */
export const distanceExcess = ({ echoPathLossExponent, pathLossExponent }: NetworkParameters): number =>
  echoPathLossExponent - pathLossExponent / 2

/** $\ln(cs(\pi\lambda)^{\beta-\alpha/2})$ less ln s: where the signal's argument starts from. */
export const echoOffset = (network: NetworkParameters): number =>
  lnEchoGain(network) + distanceExcess(network) * Math.log(Math.PI * network.baseStationDensity)

/**
 * The addition to $\mathcal E$ at s in the closed case: clutter. It is then proportional to $s^{2/\alpha}$, so that in units of
 * a cluster's radius, with $\zeta = sq^{\alpha/2}$, the same function of ζ is to be added to $q\mathcal E$.
 */
export const closedClutter = (network: NetworkParameters): ((s: number) => number) => {
  const clutter = lnClutter(network)
  return clutter === Number.NEGATIVE_INFINITY
    ? () => 0
    : (s) => Math.exp(clutter + Math.log(s) / network.echoPathLossExponent)
}

/** Factors of a signal's argument, with their weights in a sum. */
export interface SignalFactors {
  readonly weights: Float64Array
  readonly factors: Float64Array
  readonly lnFactors: Float64Array
}

export const signalFactors = (weights: Float64Array, lnFactors: Float64Array): SignalFactors => ({
  weights,
  factors: lnFactors.map(Math.exp),
  lnFactors,
})

/** The signal's mean over $w = v\mathcal E \sim \Gamma(Q,1)$, where it is that of one number. */
export interface ClearSignal {
  /** Whether it doesn't depend on $\mathcal E$: α = 2β. */
  readonly closed: boolean
  /**
   * $\mathrm E_w[1-(1+e^{x+y_0+t}(w/\mathcal E)^{\alpha/2-\beta})^{-K}]$.
   *
   * @param x - ln ζ.
   * @param exponent - $\mathcal E$.
   * @param t - ln of what else multiplies the signal.
   */
  readonly at: (x: number, exponent: number, t: number) => number
  /** $\sum_j w_j\,$ of it at $t_j$. */
  readonly sum: (x: number, exponent: number, factors: SignalFactors) => number
}

/** `undefined` where noise, or clutter with α ≠ 2β, depends on w too. */
export const clearSignal = (network: NetworkParameters, shape: number, precision: number): ClearSignal | undefined => {
  const K = network.usersPerCell
  const offset = echoOffset(network)
  const excess = distanceExcess(network)
  if (isClosed(network))
    return {
      closed: true,
      at: (x, _exponent, t) => gammaTransformComplement(Math.exp(x + offset + t), K),
      sum: (x, _exponent, { weights, factors }) => {
        const echo = Math.exp(x + offset)
        let sum = 0
        for (let j = 0; j < factors.length; j++) sum += weights[j]! * gammaTransformComplement(echo * factors[j]!, K)
        return sum
      },
    }
  if (!addedNoiseAndClutter(network).none) return undefined
  const table = chebyshevTable(lnSignalOfGammaFactors(K, [{ shape, power: -excess }], precision))
  const at = (x: number, exponent: number, t: number): number =>
    Math.exp(table(x + offset + t + excess * Math.log(exponent)))
  return {
    closed: false,
    at,
    sum: (x, exponent, { weights, lnFactors }) => {
      let sum = 0
      for (let j = 0; j < lnFactors.length; j++) sum += weights[j]! * at(x, exponent, lnFactors[j]!)
      return sum
    },
  }
}

/** The integrand over ln s when nothing but u is left to be averaged over: one BS in the cluster. */
export const openEcho = (
  network: NetworkParameters,
  exponent: (s: number) => number,
  precision: number,
): ((x: number) => number) => {
  const K = network.usersPerCell
  const offset = echoOffset(network)
  if (isClosed(network)) {
    const clutter = closedClutter(network)
    return (x) => Math.exp(lnSignal(x + offset, K)) / (exponent(Math.exp(x)) + clutter(Math.exp(x)))
  }
  return separableIntegrand({
    shape: 1,
    lnExponent: (x) => Math.log(exponent(Math.exp(x))),
    lnSignal: chebyshevTable((y) => lnSignal(y, K)),
    signalGrowth: -distanceExcess(network),
    signalOffset: offset,
    added: addedNoiseAndClutter(network),
    precision,
  })
}

/**
 * Where signal, interference, noise and clutter change the integrand of a sensing rate, in ln s.
 *
 * @param interference - where interference does.
 * @param lnArea - ln of the typical v that distances are measured by.
 */
export const echoScales = (network: NetworkParameters, interference: readonly number[], lnArea = 0): RateScales => {
  const K = network.usersPerCell
  const signal = -Math.log(K) - echoOffset(network) + distanceExcess(network) * lnArea
  const [noise, clutter] = addedNoiseAndClutter(network).scales(lnArea)
  const crossovers = [signal, ...interference, noise, clutter, -Math.log(K), 0, network.pathLossExponent * Math.LN2]
  return { crossovers, end: Math.min(...interference, noise, clutter), open: !isClosed(network) }
}
