import type { NetworkParameters } from '@isacnet/model'
import { lnGamma } from '@isacnet/special-functions'
import { exponentialLattice, scaledExponentials } from './exponential-lattice.js'

/**
 * The part of a signal that noise and clutter take, given the squared distance $v = \pi\lambda_b r^2$ that the other distances are measured in:
 *
 * $$\mathrm E\,e^{-\zeta r^\alpha(N + I_X)} = e^{-\nu\zeta (v/\pi\lambda_b)^{\alpha/2} - \chi\,\zeta^{1/\beta}(v/\pi\lambda_b)^{\alpha/2\beta}},\qquad
 *   \nu = N_0K/P_t,\quad \chi = \pi\lambda_x\sigma_x^{1/\beta}\Gamma(1-1/\beta).$$
 *
 * In $x = \ln\zeta$ and $p = \ln v$ both exponents are exponentials of linear functions, so that they are kept as such: nothing overflows.
 */
export interface AddedInterference {
  /** Whether there is neither noise nor clutter. */
  readonly none: boolean
  /** The exponent, ≥ 0. */
  readonly exponent: (x: number, p: number) => number
  /** The same at x and $p = p_0 + jh$, for sums over integers j. */
  readonly onLattice: (h: number) => (x: number, p0: number) => (j: number) => number
  /** Half-width of the strip around real p in which the factor is bounded. */
  readonly strip: number
  /** The x at which each exponent is 1, given p; infinite without noise or clutter. */
  readonly scales: (p: number) => readonly [noise: number, clutter: number]
}

/** Noise, which both services have. */
export const addedNoise = (network: NetworkParameters): AddedInterference =>
  added(network, lnNoise(network), Number.NEGATIVE_INFINITY)

/** Noise and clutter, which a sensing BS has. */
export const addedNoiseAndClutter = (network: NetworkParameters): AddedInterference =>
  added(network, lnNoise(network), lnClutter(network))

const added = (network: NetworkParameters, noise: number, clutter: number): AddedInterference => {
  const { pathLossExponent: alpha, echoPathLossExponent: beta } = network
  const noisy = noise !== Number.NEGATIVE_INFINITY
  const cluttered = clutter !== Number.NEGATIVE_INFINITY
  return {
    none: !(noisy || cluttered),
    exponent: (x, p) =>
      (noisy ? Math.exp(noise + x + (alpha / 2) * p) : 0) +
      (cluttered ? Math.exp(clutter + (x + (alpha / 2) * p) / beta) : 0),
    onLattice: (h) => {
      const noiseStep = (alpha / 2) * h
      const clutterStep = noiseStep / beta
      const noiseGrowth = exponentialLattice(noiseStep)
      const clutterGrowth = exponentialLattice(clutterStep)
      return (x, p0) => {
        const fromNoise = scaledExponentials(noise + x + (alpha / 2) * p0, noiseStep, noiseGrowth)
        if (!cluttered) return fromNoise
        const fromClutter = scaledExponentials(clutter + (x + (alpha / 2) * p0) / beta, clutterStep, clutterGrowth)
        return noisy ? (j) => fromNoise(j) + fromClutter(j) : fromClutter
      }
    },
    strip: Math.min(noisy ? Math.PI / alpha : Math.PI, cluttered ? (Math.PI * beta) / alpha : Math.PI),
    scales: (p) => [-noise - (alpha / 2) * p, -beta * clutter - (alpha / 2) * p],
  }
}

/** $\ln(\nu(\pi\lambda_b)^{-\alpha/2})$. */
const lnNoise = (network: NetworkParameters): number =>
  Math.log(network.noisePower) +
  Math.log(network.usersPerCell) -
  Math.log(network.transmitPower) -
  (network.pathLossExponent / 2) * Math.log(Math.PI * network.baseStationDensity)

/** $\ln(\chi(\pi\lambda_b)^{-\alpha/2\beta})$; with α = 2β that of `clutterCoefficient`. */
export const lnClutter = (network: NetworkParameters): number => {
  const { clutterDensity, clutterCrossSection, clutterResidual, pathLossExponent, echoPathLossExponent } = network
  if (clutterDensity === 0 || clutterCrossSection === 0 || clutterResidual === 0) return Number.NEGATIVE_INFINITY
  return (
    Math.log(Math.PI) +
    Math.log(clutterDensity) +
    (Math.log(clutterCrossSection) + Math.log(clutterResidual)) / echoPathLossExponent +
    lnGamma(1 - 1 / echoPathLossExponent) -
    (pathLossExponent / (2 * echoPathLossExponent)) * Math.log(Math.PI * network.baseStationDensity)
  )
}
