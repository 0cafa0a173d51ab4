import { requirePositive } from '../arithmetic/domain.js'
import { lnGammaOfPositive } from '../gamma/ln-gamma.js'
import { stirlingCorrection } from '../gamma/stirling-correction.js'
import { betaOfPositive } from './beta.js'
import { lnBetaNearZero } from './ln-beta-near-zero.js'

const HALF_LN_TWO_PI = 0.9189385332046728

/** ln B(a, b) for validated a, b > 0. */
function lnBetaOfPositive(a: number, b: number): number {
  if (a === 1 && b === 1) return 0
  const value = betaOfPositive(a, b)
  // the logarithm of a number next to one keeps no relative accuracy
  if (value > 0.75 && value < 1.33 && a < 1e6 && b < 1e6) return lnBetaNearZero(Math.min(a, b), Math.max(a, b))
  if (value > 1e-290 && value < 1e290) return Math.log(value)
  const small = Math.min(a, b)
  const large = Math.max(a, b)
  if (small < 1e-200) {
    // B(a, b) = 1/a + 1/b + O(1)
    return -Math.log(small) + Math.log1p(small / large)
  }
  const t = small / large
  if (small < 10) {
    // large is beyond 1e29 here: Γ(large)/Γ(large + small) = large^(−small)
    return lnGammaOfPositive(small) - small * Math.log(large)
  }
  const correction = stirlingCorrection(small) + (stirlingCorrection(large) - stirlingCorrection(small + large))
  const entropy = small * (Math.log(t) - Math.log1p(t)) - large * Math.log1p(t)
  return entropy + (HALF_LN_TWO_PI - 0.5 * (Math.log(small) - Math.log1p(t)) + correction)
}

/**
 * The logarithm of the beta function (DLMF 5.12.1),
 *
 * $$\ln B(a, b) = \ln\Gamma(a) + \ln\Gamma(b) - \ln\Gamma(a+b) .$$
 *
 * Domain: finite $a, b > 0$, not subnormal; finite where `beta` underflows too, and `-Infinity` only where the value is below the
 * lowest double (from $a = b \approx 1.3\cdot10^{308}$ on). Symmetric, to the bit.
 *
 * Accuracy: relative error below 1e-14 for $a, b \in [0.01, 400]$, next to the curve $B(a, b) = 1$ too as long as
 * $|\ln B| > 10^{-11}$ (double-double arithmetic, a few microseconds, where $3/4 < B < 4/3$); with a parameter above
 * $10^6$ it is absolute there, 4e-16.
 *
 * @example
 * lnBeta(1000, 1000).toFixed(10) // '-1388.4826016359'
 *
 * @throws RangeError naming `a` or `b`, its value and its domain.
 */
export function lnBeta(a: number, b: number): number {
  requirePositive('lnBeta', 'a', a)
  requirePositive('lnBeta', 'b', b)
  return lnBetaOfPositive(a, b)
}
