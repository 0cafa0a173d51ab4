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
 * @param density - the density of ln SIR, relative to itself or with an error that is small enough.
 * @param middle - y around which it lies.
 * @throws {InvalidParameterError} where φ isn't a finite number.
 * @throws {NonConvergenceError} when the tolerance isn't met, as where the mean is infinite.
 */
export const meanOverSir = (
  phi: SirFunction,
  density: (y: number, absoluteTolerance?: number) => number,
  middle: number,
  relativeTolerance: number,
): Estimate => {
  const checked = (sir: number): number => {
    const value = phi(sir)
    if (typeof value !== 'number' || !Number.isFinite(value))
      throw new InvalidParameterError(`phi(${sir})`, value, 'a finite number')
    return value
  }
  const strict = (y: number): number => {
    const weight = density(y)
    return weight === 0 ? 0 : weight * checked(Math.exp(y))
  }
  // Far out the density may not be known relative to itself, which a mean doesn't need.
  const unimportant = relativeTolerance / 1e5
  const missed = new Missed(unimportant)
  const lenient = (y: number): number => {
    const weight = density(y, unimportant)
    if (weight === 0) return 0
    const value = checked(Math.exp(y))
    missed.add(y, Math.abs(value))
    return weight * value
  }
  let failure: NonConvergenceError | undefined
  for (const rule of [trapezoid, adaptive])
    for (const integrand of [lenient, strict]) {
      const found = attempted(() => rule(integrand, middle, relativeTolerance))
      if ('failure' in found) failure ??= found.failure
      else if (integrand === strict || missed.bound <= (relativeTolerance / 10) * Math.abs(found.value))
        return withTolerance(found, relativeTolerance)
    }
  throw failure!
}

const withTolerance = ({ value, errorEstimate }: Integral, relativeTolerance: number): Estimate => ({
  value,
  errorEstimate: errorEstimate + (relativeTolerance / 10) * Math.abs(value),
})

/** The result, or why there is none. */
const attempted = (integrate: () => Integral): Integral | { readonly failure: NonConvergenceError } => {
  try {
    return integrate()
  } catch (failure) {
    if (failure instanceof NonConvergenceError) return { failure }
    throw failure
  }
}

/** How much all that isn't known of the densities can make of a mean. */
class Missed {
  private least = Number.POSITIVE_INFINITY
  private greatest = Number.NEGATIVE_INFINITY
  private largest = 0

  /** @param density - the absolute error that densities may have. */
  constructor(private readonly density: number) {}

  add(y: number, value: number): void {
    this.least = Math.min(this.least, y)
    this.greatest = Math.max(this.greatest, y)
    this.largest = Math.max(this.largest, value)
  }

  get bound(): number {
    return this.largest === 0 ? 0 : this.density * this.largest * (this.greatest - this.least + 1)
  }
}

/** A mean that is no larger counts as 0. */
const smallest = 1e-12

type Rule = (integrand: (y: number) => number, middle: number, relativeTolerance: number) => Integral

const startOf = (middle: number): number => Math.max(-furthest, Math.min(furthest, middle))

const trapezoid: Rule = (integrand, middle, relativeTolerance) => {
  const start = startOf(middle)
  return integrateLogTrapezoid(integrand, {
    relativeTolerance: 0.8 * relativeTolerance,
    start,
    cover: [Math.max(-furthest, start - 4), Math.min(furthest, start + 4)],
    step: 0.5,
    maxHalvings: 3,
    maxEvaluations: 4000,
  })
}

const adaptive: Rule = (integrand, middle, relativeTolerance) => {
  const start = startOf(middle)
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
