import { echoGain, type NetworkParameters } from '@isacnet/model'
import { clutterCoefficient } from './clutter.js'
import { gammaLawRule, gammaLawStep } from './gamma-law.js'
import { gammaTransformComplement } from './gamma-transform.js'

/**
 * The last average of every sensing rate, that over the distance R of the target.
 *
 * Let $u = \pi\lambda R^2$ and $s = zR^{2\beta-\alpha}$, in which the interference seen from the serving BS, with distances in units of
 * R, doesn't depend on R: its conditional transform is $e^{-u\mathcal E(s)}$ (the factor $e^{-u}$ of u's density included) beside
 * $u^{Q-1}$. Integrating over s instead of z, the average over u is one over $w = u\mathcal E \sim \Gamma(Q, 1)$ of elementary
 * functions:
 *
 * $$\int_0^\infty \frac{u^{Q-1}}{(Q-1)!}\,e^{-u\mathcal E}\,\bigl[1-(1+cz)^{-K}\bigr]X\,du = \mathcal E^{-Q}\;
 *   \mathrm E_w\Bigl[\bigl(1-(1+cs(\pi\lambda\mathcal E/w)^{\beta-\alpha/2})^{-K}\bigr)X\Bigr],$$
 *
 * where X stands for clutter and noise. With α = 2β and without noise, the average is closed: λ disappears.
 */
export interface EchoLaw {
  /**
   * What is to be added to $\mathcal E$ at s: clutter, where that closes. It is then proportional to $s^{2/\alpha}$, so that in units of
   * a cluster's radius, with $\zeta = sq^{\alpha/2}$, the same function of ζ is to be added to $q\mathcal E$.
   */
  readonly addedExponent: (s: number) => number
  /** $\mathrm E_w[\cdot]$ at s and $\mathcal E$. */
  readonly mean: (s: number, exponent: number) => number
}

/**
 * @param network - validated parameters.
 * @param shape - Q, the shape of w's law.
 * @param nodes - resolution; 32 is good for about 1e-12.
 */
export const echoLaw = (network: NetworkParameters, shape: number, nodes: number): EchoLaw => {
  const { usersPerCell: K, baseStationDensity, pathLossExponent: alpha, echoPathLossExponent: beta } = network
  const c = echoGain(network)
  const clutter = clutterCoefficient(network)
  const noise = (network.noisePower * K) / network.transmitPower
  const excess = beta - alpha / 2
  if (excess === 0 && noise === 0)
    return {
      addedExponent: clutter === 0 ? () => 0 : (s) => clutter * s ** (1 / beta),
      mean: rememberLast((s) => gammaTransformComplement(c * s, K)),
    }

  const perArea = Math.PI * baseStationDensity
  const { nodes: w, weights } = gammaLawRule({
    shape,
    step: gammaLawStep(shape, nodes) / Math.max(1, Math.abs(excess) / 2),
    growth: excess,
    saturation: Math.min(1, c * perArea ** excess * 1e-3),
  })
  const echo = w.map((value) => value ** -excess)
  const clutterPower = w.map((value) => value ** (alpha / (2 * beta)))
  const noisePower = w.map((value) => value ** (alpha / 2))
  return {
    addedExponent: () => 0,
    mean: (s, exponent) => {
      const scale = c * s * (perArea * exponent) ** excess
      const clutterScale =
        clutter === 0 ? 0 : clutter * s ** (1 / beta) * perArea ** (excess / beta) * exponent ** (-alpha / (2 * beta))
      const noiseScale = noise === 0 ? 0 : noise * s * (perArea * exponent) ** (-alpha / 2)
      let sum = 0
      if (clutterScale === 0 && noiseScale === 0) {
        for (let i = 0; i < w.length; i++) sum += weights[i]! * gammaTransformComplement(scale * echo[i]!, K)
        return sum
      }
      for (let i = 0; i < w.length; i++)
        sum +=
          weights[i]! *
          gammaTransformComplement(scale * echo[i]!, K) *
          Math.exp(-clutterScale * clutterPower[i]! - noiseScale * noisePower[i]!)
      return sum
    },
  }
}

/** The same function, which doesn't compute its last value again. */
const rememberLast = (f: (x: number) => number): ((x: number) => number) => {
  let last = Number.NaN
  let value = Number.NaN
  return (x) => {
    if (x !== last) {
      last = x
      value = f(x)
    }
    return value
  }
}
