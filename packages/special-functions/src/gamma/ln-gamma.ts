import { requirePositive } from '../arithmetic/domain.js'
import { lnGammaSlopeAtTwo } from './gamma-near-two.js'
import { stirlingCorrection } from './stirling-correction.js'

const HALF_LN_TWO_PI = 0.9189385332046728

/** ln Γ(s) for a validated s > 0. */
export function lnGammaOfPositive(s: number): number {
  if (s < 0.5) return s * lnGammaSlopeAtTwo(s) - Math.log1p(s) - Math.log(s)
  if (s < 1.5) return (s - 1) * lnGammaSlopeAtTwo(s - 1) - Math.log1p(s - 1)
  if (s < 10) {
    let product = 1
    let t = s
    while (t >= 2.5) {
      t -= 1
      product *= t
    }
    const nearTwo = (t - 2) * lnGammaSlopeAtTwo(t - 2)
    return product === 1 ? nearTwo : Math.log(product) + nearTwo
  }
  return (s - 0.5) * (Math.log(s) - 1) + (HALF_LN_TWO_PI - 0.5 + stirlingCorrection(s))
}

/**
 * The logarithm of the gamma function of a positive number (DLMF 5.2.1),
 *
 * $$\ln\Gamma(s) = \ln \int_0^\infty t^{s-1} e^{-t}\,dt .$$
 *
 * Domain: finite $s > 0$, not subnormal; `Infinity` from $2.56\cdot10^{305}$ on, where the value exceeds the largest double. Exactly
 * 0 at $s = 1$ and $s = 2$. Below 10 by recurrence to $[3/2, 5/2]$, where
 * $\ln\Gamma(2+t)/t$ is a polynomial (DLMF 5.7.3 is its Taylor series); from 10 on by Stirling's formula (DLMF 5.11.1).
 *
 * Accuracy: relative error below 1e-15 on $[10^{-3}, 400]$, both sides of the zeros at 1 and 2 included.
 *
 * @example
 * lnGamma(1000).toFixed(10) // '5905.2204232092'
 *
 * @throws RangeError naming `s`, its value and its domain.
 */
export function lnGamma(s: number): number {
  requirePositive('lnGamma', 's', s)
  return lnGammaOfPositive(s)
}
