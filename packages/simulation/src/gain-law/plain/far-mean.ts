import type { Trial } from '../../trials/trial.js'

/**
 * A trial in whose interference the far part F enters by its mean. With I for the rest, the rate is by that too low, by at most
 * $\tfrac12\operatorname{Var}(F)\,(I^{-2}-(I+\bar S)^{-2})$, $\bar S$ the mean signal: $\ln(1+S/I)$ is convex in I with a decreasing
 * curvature, and concave in S.
 */
export const recordWithFarMean = (
  trial: Trial,
  signal: { readonly drawn: number; readonly mean: number },
  interference: { readonly near: number; readonly farMean: number; readonly farVariance: number },
): void => {
  const { near, farMean, farVariance } = interference
  trial.sir = signal.drawn / (near + farMean)
  trial.rate = Math.log1p(trial.sir)
  trial.bias = (farVariance / 2) * (1 / (near * near) - 1 / (near + signal.mean) ** 2)
}
