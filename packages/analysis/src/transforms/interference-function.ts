import { beta, incompleteBeta } from '@isacnet/special-functions'
import { sharedFunction } from '../rules/work/shared-function.js'
import { gammaTransform, vanishingTransform } from './gamma-transform.js'
import { inversePower } from './inverse-power.js'

/** $F(\zeta)$ for fixed K and α, ζ ≥ 0. */
export type InterferenceFunction = (zeta: number) => number

/**
 * The one function of which every conditional transform of PPP interference is made:
 *
 * $$F(\zeta) = 1 + \int_1^\infty \bigl(1 - (1+\zeta y^{-\alpha})^{-K}\bigr)\,2y\,dy = {}_2F_1(K, -\delta; 1-\delta; -\zeta),
 *   \qquad \delta = 2/\alpha,$$
 *
 * so that interferers with $\Gamma(K,1)$ gains, a PPP outside a disc of radius ρ, have the transform
 * $\mathrm E\,e^{-\zeta\rho^\alpha I} = e^{-\pi\lambda\rho^2 (F(\zeta)-1)}$. With $x = \zeta/(1+\zeta)$ it is
 * $F = K\zeta^\delta B(x; 1-\delta, K+\delta) + (1+\zeta)^{-K}$, and the H of (11) is $\eta^{-2}(F(z\eta^\alpha) - 1)$.
 *
 * This is the plain form; {@link interferenceFunction} is the fast one.
 */
export const plainInterferenceFunction = (usersPerCell: number, pathLossExponent: number): InterferenceFunction => {
  const K = usersPerCell
  const delta = 2 / pathLossExponent
  return (zeta) => K * zeta ** delta * incompleteBeta(1 - delta, K + delta, zeta / (1 + zeta)) + gammaTransform(zeta, K)
}

/** Terms of the power series that are kept. */
const terms = 14

/**
 * {@link plainInterferenceFunction} to about 1e-14, on the three stretches of ζ ≥ 0 that are easy each in its way: the power
 * series $\sum_n \frac{(K)_n}{n!}\frac{\delta}{\delta-n}(-\zeta)^n$ where 14 terms suffice, the incomplete beta function in the middle,
 * and $C\zeta^\delta$ with $C = K\,B(1-\delta, K+\delta)$ where $(1+\zeta)^{-K}$ is negligible. Points are remembered, because rules
 * that check each other, and networks with other antennas, ask for the same ones.
 */
export const interferenceFunction = (usersPerCell: number, pathLossExponent: number): InterferenceFunction =>
  sharedFunction(`interference ${usersPerCell} ${pathLossExponent}`, 1, () =>
    newInterferenceFunction(usersPerCell, pathLossExponent),
  )

const newInterferenceFunction = (usersPerCell: number, pathLossExponent: number): InterferenceFunction => {
  const K = usersPerCell
  const delta = 2 / pathLossExponent
  const a = 1 - delta
  const b = K + delta
  const complete = beta(a, b)
  const coefficients = new Float64Array(terms)
  let rising = 1
  for (let n = 0; n < terms; n++) {
    coefficients[n] = (rising * delta) / (delta - n)
    rising *= -(K + n) / (n + 1)
  }
  // The first term left out is below 2⁻⁵³ of F ≥ 1.
  const small = (2 ** -53 / Math.abs(rising)) ** (1 / terms)
  const large = vanishingTransform(K)
  return (zeta) => {
    if (zeta < small) {
      let sum = coefficients[terms - 1]!
      for (let n = terms - 2; n >= 0; n--) sum = sum * zeta + coefficients[n]!
      return sum
    }
    const power = K * Math.exp(delta * Math.log(zeta))
    if (zeta > large) return power * complete
    return zeta <= 1
      ? power * incompleteBeta(a, b, zeta / (1 + zeta)) + inversePower(1 + zeta, K)
      : power * (complete - incompleteBeta(b, a, 1 / (1 + zeta))) + inversePower(1 + zeta, K)
  }
}

/**
 * $F(\zeta) - 1$ with full relative accuracy, for ζ ≥ 0: by the first two terms of the power series where $K\zeta$ is below 1e-8.
 */
export const interferenceExcessFunction = (usersPerCell: number, pathLossExponent: number): InterferenceFunction => {
  const delta = 2 / pathLossExponent
  const interference = interferenceFunction(usersPerCell, pathLossExponent)
  const slope = (usersPerCell * delta) / (1 - delta)
  const curvature = (usersPerCell * (usersPerCell + 1) * delta) / (2 * (2 - delta))
  return (zeta) => (usersPerCell * zeta < 1e-5 ? zeta * (slope - curvature * zeta) : interference(zeta) - 1)
}

/** The $\ln\zeta$ at which $F^{-n}$ begins to fall: there $n(F-1) \approx 1$ by the slope of F at 0, or by its power further out. */
export const interferenceScale = (usersPerCell: number, pathLossExponent: number, shape: number): number => {
  const delta = 2 / pathLossExponent
  return -Math.log(shape) - Math.log(usersPerCell) - Math.log(delta / (1 - delta))
}
