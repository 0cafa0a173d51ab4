import { InvalidParameterError } from '@isacnet/model'
import { type Integral, integrateAdaptive, integrateLogTrapezoid, NonConvergenceError } from '@isacnet/quadrature'
import type { Estimate } from './estimate.js'

/** A function of the SIR. */
export type SirFunction = (sir: number) => number

/** The end of both tails, beyond which the density is negligible whatever a bounded function is. */
const furthest = 690

/**
 * $\mathrm E\,\varphi(\mathrm{SIR}) = \int\varphi(e^y)\,\varrho(y)\,dy$ with the density ϱ of ln SIR: by the trapezoidal rule, which converges exponentially for
 * an analytic φ and closes the tail $\theta^{-2/\alpha}$; by adaptive quadrature where φ has kinks or jumps, or changes its sign.
 *
 * @param density - the density of ln SIR.
 * @param middle - y around which it lies.
 * @throws {InvalidParameterError} where φ isn't a finite number.
 * @throws {NonConvergenceError} when the tolerance isn't met, as where the mean is infinite.
 */
export const meanOverSir = (
  phi: SirFunction,
  density: (y: number) => number,
  middle: number,
  relativeTolerance: number,
): Estimate => {
  const checked = (sir: number): number => {
    const value = phi(sir)
    if (typeof value !== 'number' || !Number.isFinite(value))
      throw new InvalidParameterError(`phi(${sir})`, value, 'a finite number')
    return value
  }
  const integrand = (y: number): number => {
    const weight = density(y)
    return weight === 0 ? 0 : weight * checked(Math.exp(y))
  }
  const { value, errorEstimate } = integrated(integrand, middle, relativeTolerance)
  return { value, errorEstimate: errorEstimate + (relativeTolerance / 10) * Math.abs(value) }
}

/** A mean that is no larger counts as 0. */
const smallest = 1e-12

const integrated = (integrand: (y: number) => number, middle: number, relativeTolerance: number): Integral => {
  const start = Math.max(-furthest, Math.min(furthest, middle))
  try {
    return integrateLogTrapezoid(integrand, {
      relativeTolerance: 0.8 * relativeTolerance,
      start,
      cover: [Math.max(-furthest, start - 4), Math.min(furthest, start + 4)],
      step: 0.5,
      maxHalvings: 3,
      maxEvaluations: 4000,
    })
  } catch (error) {
    if (!(error instanceof NonConvergenceError)) throw error
    const integral = integrateAdaptive((x) => integrand(start + x), -furthest - start, furthest - start, {
      relativeTolerance: 0.8 * relativeTolerance,
      absoluteTolerance: smallest,
      maxBisections: 300,
    })
    const requested = relativeTolerance * Math.max(Math.abs(integral.value), smallest)
    const left = Math.max(Math.abs(integrand(-furthest)), Math.abs(integrand(furthest)))
    if (!(left <= requested / 100))
      throw new NonConvergenceError('mean over the SIR', integral, requested, 'its tails do not end')
    return integral
  }
}
