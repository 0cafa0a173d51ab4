import { fractionPower, sumError } from '../arithmetic/compensated-power.js'
import { requirePositive } from '../arithmetic/domain.js'
import { digammaEstimate } from '../gamma/digamma-estimate.js'
import { gammaOfPositive } from '../gamma/gamma.js'
import { stirlingCorrection } from '../gamma/stirling-correction.js'

const SQRT_TWO_PI = 2.5066282746310002

/** B(a, b) for validated a, b > 0. */
export function betaOfPositive(a: number, b: number): number {
  const small = Math.min(a, b)
  const large = Math.max(a, b)
  const sum = small + large
  if (large < 10) {
    const ratio = gammaOfPositive(small) * (gammaOfPositive(large) / gammaOfPositive(sum))
    const slip = sumError(large, small)
    return slip === 0 ? ratio : ratio * (1 - slip * digammaEstimate(sum))
  }
  // Γ(small) large^(−small), which is below the smallest double from small = 10 on
  if (large > 1e100) return small < 10 ? gammaOfPositive(small) * large ** -small : 0
  if (small < 10) {
    // Γ(large)/Γ(sum) by Stirling's formula, in which (large/sum)^large e^small is of order one
    const power = sum ** -small * (1 - (small * sumError(large, small)) / sum)
    const shape = fractionPower(large, small, large - 0.5) * Math.exp(small)
    const correction = Math.exp(stirlingCorrection(large) - stirlingCorrection(sum))
    return gammaOfPositive(small) * (shape * correction * power)
  }
  if (small > 600) return 0
  const correction = Math.exp(stirlingCorrection(small) + (stirlingCorrection(large) - stirlingCorrection(sum)))
  const smallPower = fractionPower(small, large, small)
  const largePower = fractionPower(large, small, large)
  return SQRT_TWO_PI * Math.sqrt(1 / small + 1 / large) * correction * largePower * smallPower
}

/**
 * The beta function (DLMF 5.12.1),
 *
 * $$B(a, b) = \int_0^1 t^{a-1} (1-t)^{b-1}\,dt = \frac{\Gamma(a)\,\Gamma(b)}{\Gamma(a+b)} .$$
 *
 * Domain: finite $a, b > 0$, not subnormal. Symmetric, to the bit. Underflows to 0 only where the true value does (from
 * $a = b \approx 510$ on). As the ratio of gamma functions below 10, otherwise from Stirling's formula with the powers
 * of $a/(a+b)$ taken apart and compensated (DLMF 5.11.1), never as the exponential of a difference of logarithms.
 *
 * Accuracy: relative error below 1e-15 for $a, b \in [0.01, 400]$.
 *
 * @example
 * beta(2, 3) * 12 // 1
 *
 * @throws RangeError naming `a` or `b`, its value and its domain.
 */
export function beta(a: number, b: number): number {
  requirePositive('beta', 'a', a)
  requirePositive('beta', 'b', b)
  return betaOfPositive(a, b)
}
