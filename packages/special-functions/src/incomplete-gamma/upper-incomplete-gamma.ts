import { requireNonNegative, requireShape } from '../arithmetic/domain.js'
import { keptGammaOf, upperGammaPart } from './incomplete-gamma-part.js'

/**
 * The upper incomplete gamma function (DLMF 8.2.2),
 *
 * $$\Gamma(s, x) = \int_x^\infty t^{s-1} e^{-t}\,dt .$$
 *
 * Domain: finite $s > 0$, not subnormal, at most $10^9$; $x \ge 0$, and `Infinity` is permitted. Endpoints: `gamma(s)` at $x = 0$, 0 at $x = \infty$.
 * Power series (DLMF 8.7.1), continued fraction (DLMF 8.9.2), or the whole less one of them, chosen so that no digits
 * cancel. Overflows to `Infinity` only where the true value does.
 *
 * Accuracy: relative error below 5e-15 for $s \in [0.01, 50]$ and $x \in [10^{-10}, 200]$ (README, accuracy table).
 *
 * @example
 * upperIncompleteGamma(2, 1).toFixed(12) // '0.735758882343'
 *
 * @throws RangeError naming `s` or `x`, its value and its domain.
 */
export function upperIncompleteGamma(s: number, x: number): number {
  requireShape('upperIncompleteGamma', 's', s)
  requireNonNegative('upperIncompleteGamma', 'x', x)
  if (x === 0) return keptGammaOf(s)
  if (x === Number.POSITIVE_INFINITY) return 0
  return upperGammaPart(s, x, false)
}
