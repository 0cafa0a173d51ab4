import { degreesOfFreedom, InvalidParameterError, type NetworkParameters } from '@isacnet/model'
import { beta, lnBeta, lowerIncompleteGamma } from '@isacnet/special-functions'
import { type MethodDefinition, whereFeasible, withoutNoise } from '../method/method.js'
import { integrateRate, type Rate, type RateScales } from '../rules/rate.js'

/**
 * Theorem 2, (12), with F corrected (erratum E4):
 *
 * $$\tilde R_c = \int_0^\infty \frac{1 - e^{-zY}}{z\,F(z,\alpha)}\,dz, \qquad
 *   F(z,\alpha) = e^{-z} + z^{2/\alpha}\,\gamma(1-2/\alpha, z),$$
 *
 * where γ is the lower incomplete gamma function and $Y$ is {@link equivalentSignal}. It replaces the gains by their means and
 * nulling by a gain in mean interference-to-signal ratio; λ_b does not matter.
 *
 * @throws {NonConvergenceError} when the tolerance isn't met.
 */
const theorem2 = (network: NetworkParameters, relativeTolerance: number): Rate => {
  const D = degreesOfFreedom(network).diversityOrder
  const { usersPerCell, communicationClusterSize, pathLossExponent } = network
  const signal = (D / usersPerCell) * nullingGain(communicationClusterSize, pathLossExponent)
  return meanGainRate(signal, pathLossExponent, relativeTolerance)
}

/** The row of Theorem 2. */
export const communicationByTheorem2 = {
  method: 'theorem-2',
  title: 'Theorem 2',
  milliseconds: 0.3,
  rate: whereFeasible(withoutNoise('theorem-2', theorem2)),
} as const satisfies MethodDefinition

/**
 * $\int_0^\infty (1-e^{-zY})/(zF(z,\alpha))\,dz$: the rate at a mean signal Y over mean-gain interference with L = 1, as Theorem 2
 * and Lemma 2 use it.
 *
 * @example
 * meanGainRate(10, 4, 1e-9).value.toFixed(6) // '3.426088'
 *
 * @param signal - Y > 0.
 */
export const meanGainRate = (signal: number, pathLossExponent: number, relativeTolerance: number): Rate => {
  const interference = meanGainInterference(pathLossExponent)
  return integrateRate(
    (x) => {
      const z = Math.exp(x)
      return -Math.expm1(-z * signal) / interference(z)
    },
    meanGainScales(signal, pathLossExponent),
    relativeTolerance,
  )
}

/**
 * The derivative of {@link meanGainRate} by Y, $\int_0^\infty e^{-zY}/F(z,\alpha)\,dz$: positive and falling, so that the rate is concave.
 *
 * @example
 * meanGainRateSlope(10, 4, 1e-9).value.toFixed(6) // '0.091762'
 *
 * @param signal - Y > 0; the integral diverges at 0.
 */
export const meanGainRateSlope = (signal: number, pathLossExponent: number, relativeTolerance: number): Rate => {
  const interference = meanGainInterference(pathLossExponent)
  // In units of 1/Y, so that it is always around z = 1 that the integrand ends.
  const { crossovers } = meanGainScales(1 / signal, pathLossExponent)
  const { value, errorEstimate } = integrateRate(
    (x) => {
      const z = Math.exp(x)
      return (z * Math.exp(-z)) / interference(z / signal)
    },
    { crossovers: [...crossovers, Math.log(signal)], end: 0, open: false },
    relativeTolerance,
  )
  return { value: value / signal, errorEstimate: errorEstimate / signal }
}

/** Where the signal saturates, and where the interference begins to end it. */
const meanGainScales = (signal: number, pathLossExponent: number): RateScales => {
  const interference = Math.log((pathLossExponent - 2) / 2)
  return { crossovers: [-Math.log(signal), interference, 0], end: Math.min(interference, 0), open: false }
}

/** $F(z,\alpha)$. */
const meanGainInterference = (pathLossExponent: number): ((z: number) => number) => {
  const delta = 2 / pathLossExponent
  return (z) => Math.exp(-z) + z ** delta * lowerIncompleteGamma(1 - delta, z)
}

/**
 * $G_L = \Gamma(L+\alpha/2)/(\Gamma(L+1)\Gamma(1+\alpha/2))$: by how much nulling L − 1 interferers reduces the mean
 * interference-to-signal ratio (Haenggi 2014; Appendix C). $G_1 = 1$, and $(L+1)/2$ at α = 4. As a product for small L, else as
 * $1/\bigl(L(L+\alpha/2)B(L, 1+\alpha/2)\bigr)$, which doesn't cancel.
 *
 * @example
 * nullingGain(3, 4) // 2
 *
 * @param clusterSize - L, integer ≥ 1, below 2⁵³.
 * @param pathLossExponent - α, finite and ≥ 2.
 * @throws {InvalidParameterError} outside that domain, or if G_L exceeds the largest double.
 */
export const nullingGain = (clusterSize: number, pathLossExponent: number): number => {
  const L = clusterSize
  const h = pathLossExponent / 2
  if (!(Number.isSafeInteger(L) && L >= 1))
    throw new InvalidParameterError('clusterSize', L, 'an integer from 1 to 2⁵³ − 1', 'L')
  if (!(pathLossExponent >= 2 && pathLossExponent < Number.POSITIVE_INFINITY))
    throw new InvalidParameterError('pathLossExponent', pathLossExponent, 'a finite number ≥ 2', 'α')
  let gain = 1
  if (L <= 16) for (let k = 1; k < L; k++) gain *= (k + h) / (k + 1)
  else {
    const whole = beta(L, 1 + h)
    gain = whole > 1e-290 ? 1 / L / (L + h) / whole : Math.exp(-lnBeta(L, 1 + h) - Math.log(L) - Math.log(L + h))
    // what 1 + h rounds off, times the derivative of ln G
    gain *= 1 + (h - (1 + h - 1)) * Math.log((L + h) / (1 + h))
  }
  if (gain === Number.POSITIVE_INFINITY)
    throw new InvalidParameterError('pathLossExponent', pathLossExponent, `so small that G_${L} is a double`, 'α')
  return gain
}
