/**
 * Two values that stand for a random interference F ≥ 0 with known cumulants: Gauss's rule for its law,
 *
 * $$\mathrm Ef(F) = w\,f(x_1) + (1-w)\,f(x_2) + \tfrac1{24}\mathrm E\bigl[f''''(\xi)(F-x_1)^2(F-x_2)^2\bigr],$$
 *
 * exact for cubic f, with ξ between the least and the greatest of $x_1$, $x_2$ and F. For a rate, $f(F)=\mathrm E\ln(1+S/(I+F))$,
 * whose derivatives alternate in sign; the last term isn't negative, and {@link FarFieldRule.remainder} bounds it.
 */
export class FarFieldRule {
  lower = 0
  upper = 0
  /** w */
  lowerWeight = 1
  private mean = 0
  private variance = 0
  private square = 0

  /** @param cumulants - mean, variance, third and fourth of F. */
  set([mean, variance, third, fourth]: Float64Array): void {
    const skew = third! / (2 * variance!)
    const radius = Math.sqrt(variance! + skew * skew)
    this.mean = mean!
    this.variance = variance!
    this.lower = Math.max(0, mean! + skew - radius)
    this.upper = mean! + skew + radius
    this.lowerWeight = (radius + skew) / (2 * radius)
    // E(F − x₁)²(F − x₂)²
    this.square = fourth! + 2 * variance! * variance! - (third! * third!) / variance!
  }

  /**
   * Bounds the remainder for the rate at a near interference I > 0 and the mean signal S.
   *
   * $f''''(F) \le 6((I+F)^{-4}-(I+F+S)^{-4})$ falls with F, by Jensen's inequality in the signal. Where F is at least
   * $t = \min(x_1, \tfrac12\mathrm EF)$, so is ξ; where it is less, $(F-x_1)^2(F-x_2)^2\le x_1^2x_2^2$, and Chernoff's bound
   * for a sum over a Poisson process, $\ln\mathrm Ee^{-zF}\le-z\,\mathrm EF+\tfrac12z^2\operatorname{Var}F$, gives
   * $P(F<t)\le e^{-(\mathrm EF-t)^2/(2\operatorname{Var}F)}$.
   */
  remainder(interference: number, signal: number): number {
    const { mean, variance, lower, upper } = this
    const least = Math.min(lower, mean / 2)
    const excess = mean - least
    const chance = Math.exp(-(excess * excess) / (2 * variance))
    const product = lower * upper
    return (
      (this.square * fourthDerivative(interference + least, signal) +
        (chance === 0 ? 0 : chance * product * product * fourthDerivative(interference, signal))) /
      24
    )
  }
}

/** The derivative of ln(1 + S/I) with respect to I. */
const fourthDerivative = (interference: number, signal: number): number => {
  const near = 1 / (interference * interference)
  const far = 1 / ((interference + signal) * (interference + signal))
  return 6 * (near * near - far * far)
}
