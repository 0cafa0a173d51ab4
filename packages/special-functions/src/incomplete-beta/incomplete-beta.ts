import { requireShape, requireUnit } from '../arithmetic/domain.js'
import { incompleteBetaPart, keptBetaOf } from './incomplete-beta-part.js'

/**
 * The incomplete beta function (DLMF 8.17.1),
 *
 * $$B_x(a, b) = \int_0^x t^{a-1} (1-t)^{b-1}\,dt .$$
 *
 * Domain: finite $a, b > 0$, not subnormal, at most $10^9$; $0 \le x \le 1$. Endpoints: 0 at $x = 0$, `beta(a, b)` at $x = 1$.
 * Underflows to 0 only where the true value does. Power series (DLMF 8.17.7), continued fraction (DLMF 8.17.22), or the whole less one of
 * them, chosen so that no digits cancel. The complete functions that the last $(a, b)$ needs are kept between calls; the
 * values do not depend on it.
 *
 * Accuracy: relative error below 5e-15 for $a, b \in [0.01, 400]$ and $x \in [10^{-12}, 1 - 10^{-9}]$, one
 * ulp in the median (README, accuracy table).
 *
 * @example
 * incompleteBeta(2, 3, 0.5).toFixed(12) // '0.057291666667'
 *
 * @throws RangeError naming `a`, `b` or `x`, its value and its domain.
 */
export function incompleteBeta(a: number, b: number, x: number): number {
  requireShape('incompleteBeta', 'a', a)
  requireShape('incompleteBeta', 'b', b)
  requireUnit('incompleteBeta', 'x', x)
  if (x === 0) return 0
  if (x === 1) return keptBetaOf(a, b)
  const y = 1 - x
  return incompleteBetaPart(a, b, x, y, x < 0.5 ? (b * (1 - y - x)) / y : 0, false)
}

/**
 * The complement of the incomplete beta function (DLMF 8.17.1, 8.17.4),
 *
 * $$B(a, b) - B_x(a, b) = \int_x^1 t^{a-1} (1-t)^{b-1}\,dt ,$$
 *
 * accurate relative to itself for the double $x$ it is given, however close to 1.
 *
 * Domain: finite $a, b > 0$, not subnormal, at most $10^9$; $0 \le x \le 1$. Endpoints: `beta(a, b)` at $x = 0$, 0 at $x = 1$.
 * Underflows to 0 only where the true value does. Power series (DLMF 8.17.7), continued fraction (DLMF 8.17.22), or the whole less one of
 * them, chosen so that no digits cancel. The complete functions that the last $(a, b)$ needs are kept between calls; the
 * values do not depend on it.
 *
 * Accuracy: relative error below 5e-15 for $a, b \in [0.01, 400]$ and $x \in [10^{-12}, 1 - 10^{-9}]$, one
 * ulp in the median (README, accuracy table).
 *
 * @example
 * incompleteBetaComplement(2, 3, 0.5).toFixed(12) // '0.026041666667'
 *
 * @throws RangeError naming `a`, `b` or `x`, its value and its domain.
 */
export function incompleteBetaComplement(a: number, b: number, x: number): number {
  requireShape('incompleteBetaComplement', 'a', a)
  requireShape('incompleteBetaComplement', 'b', b)
  requireUnit('incompleteBetaComplement', 'x', x)
  if (x === 0) return keptBetaOf(a, b)
  if (x === 1) return 0
  const y = 1 - x
  return incompleteBetaPart(b, a, y, x, x < 0.5 ? (b * (1 - y - x)) / y : 0, false)
}
