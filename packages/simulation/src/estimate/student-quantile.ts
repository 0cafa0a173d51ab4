import { regularizedIncompleteBeta } from '@isacnet/special-functions'

/**
 * The value that a Student variate exceeds in absolute value with probability $1-p$: half the width of a two-sided confidence
 * interval in standard errors. By bisection of
 *
 * $$P(\lvert T\rvert > t) = I_{\nu/(\nu+t^2)}(\nu/2, 1/2).$$
 *
 * @param confidence - p, 0 < p < 1.
 * @param degreesOfFreedom - ν ≥ 1; `Infinity` is returned below.
 */
export const studentQuantile = (confidence: number, degreesOfFreedom: number): number => {
  if (degreesOfFreedom < 1) return Number.POSITIVE_INFINITY
  const outside = (t: number): number =>
    regularizedIncompleteBeta(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + t * t))
  let low = 0
  let high = 1
  while (outside(high) > 1 - confidence) high *= 2
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (outside(middle) > 1 - confidence) low = middle
    else high = middle
  }
}
