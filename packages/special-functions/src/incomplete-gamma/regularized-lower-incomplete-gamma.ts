import { requireNonNegative, requireShape } from '../arithmetic/domain.js'
import { lowerGammaPart } from './incomplete-gamma-part.js'

/**
 * The regularized lower incomplete gamma function (DLMF 8.2.4),
 *
 * $$P(s, x) = \frac{1}{\Gamma(s)} \int_0^x t^{s-1} e^{-t}\,dt .$$
 *
 * Domain: finite $s > 0$, not subnormal, at most $10^9$; $x \ge 0$, and `Infinity` is permitted. Endpoints: 0 at $x = 0$, 1 at $x = \infty$.
 * Power series (DLMF 8.7.1), continued fraction (DLMF 8.9.2), or the whole less one of them, chosen so that no digits
 * cancel.
 *
 * Accuracy: relative error below 5e-15 for $s \in [0.01, 50]$ and $x \in [10^{-10}, 200]$ (README, accuracy table).
 *
 * @example
 * regularizedLowerIncompleteGamma(1, 2).toFixed(12) // '0.864664716763'
 *
 * @throws RangeError naming `s` or `x`, its value and its domain.
 */
export function regularizedLowerIncompleteGamma(s: number, x: number): number {
  requireShape('regularizedLowerIncompleteGamma', 's', s)
  requireNonNegative('regularizedLowerIncompleteGamma', 'x', x)
  if (x === 0) return 0
  if (x === Number.POSITIVE_INFINITY) return 1
  return lowerGammaPart(s, x, true)
}
