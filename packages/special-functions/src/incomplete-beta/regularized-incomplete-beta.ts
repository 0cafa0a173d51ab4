import { requireShape, requireUnit } from '../arithmetic/domain.js'
import { incompleteBetaPart } from './incomplete-beta-part.js'

/**
 * The regularized incomplete beta function (DLMF 8.17.2), the distribution function of a beta variable,
 *
 * $$I_x(a, b) = \frac{1}{B(a, b)} \int_0^x t^{a-1} (1-t)^{b-1}\,dt .$$
 *
 * Domain: finite $a, b > 0$, not subnormal, at most $10^9$; $0 \le x \le 1$. Endpoints: 0 at $x = 0$, 1 at $x = 1$.
 * Underflows to 0 only where the true value does. Power series (DLMF 8.17.7), continued fraction (DLMF 8.17.22), or the whole less one of
 * them, chosen so that no digits cancel.
 *
 * Accuracy: relative error below 5e-15 for $a, b \in [0.01, 400]$ and $x \in [10^{-12}, 1 - 10^{-9}]$, one
 * ulp in the median (README, accuracy table).
 *
 * @example
 * regularizedIncompleteBeta(2, 3, 0.5).toFixed(12) // '0.687500000000'
 *
 * @throws RangeError naming `a`, `b` or `x`, its value and its domain.
 */
export function regularizedIncompleteBeta(a: number, b: number, x: number): number {
  requireShape('regularizedIncompleteBeta', 'a', a)
  requireShape('regularizedIncompleteBeta', 'b', b)
  requireUnit('regularizedIncompleteBeta', 'x', x)
  if (x === 0 || x === 1) return x
  const y = 1 - x
  return incompleteBetaPart(a, b, x, y, x < 0.5 ? (b * (1 - y - x)) / y : 0, true)
}

/**
 * The complement of the regularized incomplete beta function (DLMF 8.17.4),
 *
 * $$1 - I_x(a, b) = I_{1-x}(b, a) = \frac{1}{B(a, b)} \int_x^1 t^{a-1} (1-t)^{b-1}\,dt ,$$
 *
 * accurate relative to itself for the double $x$ it is given, however close to 1.
 *
 * Domain: finite $a, b > 0$, not subnormal, at most $10^9$; $0 \le x \le 1$. Endpoints: 1 at $x = 0$, 0 at $x = 1$.
 * Underflows to 0 only where the true value does. Power series (DLMF 8.17.7), continued fraction (DLMF 8.17.22), or the whole less one of
 * them, chosen so that no digits cancel.
 *
 * Accuracy: relative error below 5e-15 for $a, b \in [0.01, 400]$ and $x \in [10^{-12}, 1 - 10^{-9}]$, one
 * ulp in the median (README, accuracy table).
 *
 * @example
 * regularizedIncompleteBetaComplement(2, 3, 0.5) // 0.3125
 *
 * @throws RangeError naming `a`, `b` or `x`, its value and its domain.
 */
export function regularizedIncompleteBetaComplement(a: number, b: number, x: number): number {
  requireShape('regularizedIncompleteBetaComplement', 'a', a)
  requireShape('regularizedIncompleteBetaComplement', 'b', b)
  requireUnit('regularizedIncompleteBetaComplement', 'x', x)
  if (x === 0 || x === 1) return 1 - x
  const y = 1 - x
  return incompleteBetaPart(b, a, y, x, x < 0.5 ? (b * (1 - y - x)) / y : 0, true)
}
