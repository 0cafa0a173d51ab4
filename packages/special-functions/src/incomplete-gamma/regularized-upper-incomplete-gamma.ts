import { requireNonNegative, requireShape } from '../arithmetic/domain.js'
import { upperGammaPart } from './incomplete-gamma-part.js'

/**
 * The regularized upper incomplete gamma function (DLMF 8.2.4),
 *
 * $$Q(s, x) = \frac{1}{\Gamma(s)} \int_x^\infty t^{s-1} e^{-t}\,dt .$$
 *
 * Domain: finite $s > 0$, not subnormal, at most $10^9$; $x \ge 0$, and `Infinity` is permitted. Endpoints: 1 at $x = 0$, 0 at $x = \infty$.
 * Power series (DLMF 8.7.1), continued fraction (DLMF 8.9.2), or the whole less one of them, chosen so that no digits
 * cancel.
 *
 * Accuracy: relative error below 5e-15 for $s \in [0.01, 50]$ and $x \in [10^{-10}, 200]$ (README, accuracy table).
 *
 * @example
 * regularizedUpperIncompleteGamma(1, 2).toFixed(12) // '0.135335283237'
 *
 * @throws RangeError naming `s` or `x`, its value and its domain.
 */
export function regularizedUpperIncompleteGamma(s: number, x: number): number {
  requireShape('regularizedUpperIncompleteGamma', 's', s)
  requireNonNegative('regularizedUpperIncompleteGamma', 'x', x)
  if (x === 0) return 1
  if (x === Number.POSITIVE_INFINITY) return 0
  return upperGammaPart(s, x, true)
}
