/** e-folds that a rule for the gamma law must resolve, so that it errs by much less than a rate's tolerance. */
export const precisionOf = (relativeTolerance: number): number => 5 - Math.log(relativeTolerance)

/**
 * The step in $p = \ln w$ with which the trapezoidal rule integrates an analytic function, bounded for $|\mathrm{Im}\,p| < d$, against the density
 * $e^{np - e^p}$ of $w \sim \Gamma(n, 1)$ to the relative error $e^{-P}$.
 *
 * Shifted by iφ the density's modulus integrates to $(\cos\varphi)^{-n}$, so the error of step h is below
 * $2e^{-2\pi\varphi/h}(\cos\varphi)^{-n}$ for every φ < min(d, π/2); the best is $\tan\varphi = 2\pi/nh$.
 *
 * @param shape - n > 0.
 * @param strip - d > 0.
 * @param precision - P.
 */
export const gammaLawStep = (shape: number, strip: number, precision: number): number => {
  const bound = (omega: number): number => {
    const phi = Math.min(Math.atan(omega / shape), 0.97 * strip)
    return omega * phi + shape * Math.log(Math.cos(phi))
  }
  let low = 0
  let high = 1
  const needed = precision + 1
  while (bound(high) < needed) high *= 2
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2
    if (bound(middle) < needed) low = middle
    else high = middle
  }
  return (2 * Math.PI) / high
}
