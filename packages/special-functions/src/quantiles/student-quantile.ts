import { requireBetweenZeroAndOne } from '../arithmetic/domain.js'
import { regularizedIncompleteBeta } from '../incomplete-beta/regularized-incomplete-beta.js'

/**
 * The value that a Student variate with ν degrees of freedom exceeds in absolute value with a given probability: half the width of a
 * two-sided confidence interval in standard errors. By bisection of (DLMF 8.17.2)
 *
 * $$P(\lvert T\rvert > t) = I_{\nu/(\nu+t^2)}(\nu/2, 1/2).$$
 *
 * Domain: $0 < p < 1$; $1 \le \nu \le 2\cdot10^9$. For $\nu < 1$ it is `Infinity`: from one value nothing is known of the spread.
 *
 * Accuracy: relative error below 1e-13 for $10^{-6} \le p \le 1/2$ and $\nu \le 1000$ (README, quantiles).
 *
 * @param significance - p, one less the confidence.
 * @param degreesOfFreedom - ν, not necessarily an integer.
 * @throws RangeError naming the parameter, its value and its domain.
 *
 * @example
 * studentQuantile(0.05, 10).toPrecision(12) // '2.22813885199'
 */
export function studentQuantile(significance: number, degreesOfFreedom: number): number {
  requireBetweenZeroAndOne('studentQuantile', 'significance', significance)
  if (degreesOfFreedom < 1) return Number.POSITIVE_INFINITY
  const outside = (t: number): number =>
    regularizedIncompleteBeta(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + t * t))
  let low = 0
  let high = 1
  while (outside(high) > significance) high *= 2
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (outside(middle) > significance) low = middle
    else high = middle
  }
}
