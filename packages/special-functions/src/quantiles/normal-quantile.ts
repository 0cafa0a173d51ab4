import { requireBetweenZeroAndOne } from '../arithmetic/domain.js'
import { regularizedUpperIncompleteGamma } from '../incomplete-gamma/regularized-upper-incomplete-gamma.js'

/**
 * The value that a standard normal variate exceeds in absolute value with a given probability: half the width of a two-sided confidence
 * interval in standard errors. By bisection of (DLMF 7.11.2)
 *
 * $$P(\lvert Z\rvert > z) = Q(1/2, z^2/2).$$
 *
 * Domain: $0 < p < 1$, not subnormal.
 *
 * Accuracy: relative error below 1e-15 for $10^{-300} \le p \le 1/2$ (README, quantiles).
 *
 * @param significance - p, one less the confidence.
 * @throws RangeError naming `significance`, its value and its domain.
 *
 * @example
 * normalQuantile(0.05).toPrecision(12) // '1.95996398454'
 */
export function normalQuantile(significance: number): number {
  requireBetweenZeroAndOne('normalQuantile', 'significance', significance)
  let low = 0
  let high = 40
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return high
    if (regularizedUpperIncompleteGamma(0.5, (middle * middle) / 2) > significance) low = middle
    else high = middle
  }
}
