import { requireNonNegative, requireShape } from '../arithmetic/domain.js'
import { keptGammaOf, lowerGammaPart } from './incomplete-gamma-part.js'

/**
 * The lower incomplete gamma function (DLMF 8.2.1),
 *
 * $$\gamma(s, x) = \int_0^x t^{s-1} e^{-t}\,dt .$$
 *
 * Domain: finite $s > 0$, not subnormal, at most $10^9$; $x \ge 0$, and `Infinity` is permitted. Endpoints: 0 at $x = 0$, `gamma(s)` at $x = \infty$.
 * Power series (DLMF 8.7.1), continued fraction (DLMF 8.9.2), or the whole less one of them, chosen so that no digits
 * cancel. Overflows to `Infinity` only where the true value does.
 *
 * Accuracy: relative error below 5e-15 for $s \in [0.01, 50]$ and $x \in [10^{-10}, 200]$ (README, accuracy table).
 *
 * @example
 * lowerIncompleteGamma(2, 1).toFixed(12) // '0.264241117657'
 *
 * @throws RangeError naming `s` or `x`, its value and its domain.
 */
export function lowerIncompleteGamma(s: number, x: number): number {
  requireShape('lowerIncompleteGamma', 's', s)
  requireNonNegative('lowerIncompleteGamma', 'x', x)
  if (x === 0) return 0
  if (x === Number.POSITIVE_INFINITY) return keptGammaOf(s)
  return lowerGammaPart(s, x, false)
}
