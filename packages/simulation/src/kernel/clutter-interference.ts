import type { Network } from '@isacnet/model'
import type { RandomStream } from '@isacnet/stochastic-geometry'

/** Clutter at one serving BS: what the nearest scatterers send back, the mean of what the others do, and the variance of that. */
export interface ClutterSample {
  readonly sampled: number
  readonly mean: number
  readonly variance: number
}

/**
 * Clutter as Remark 1 has it: scatterers form a PPP of density $\lambda_x$ around the serving BS. With $v=\pi\lambda_b d^2$ for a scatterer
 * at distance d, which is one of a PPP of rate $\lambda_x/\lambda_b$, and $\sigma_x$ what cancellation leaves of its coefficient,
 *
 * $$\textstyle\sum_x \sigma_x d_x^{-2\beta} = \sigma_x(\pi\lambda_b)^\beta \sum_x v_x^{-\beta}.$$
 *
 * The `near` nearest scatterers are sampled; beyond them, at w, the mean is $\tfrac{\lambda_x}{\lambda_b}w^{1-\beta}/(\beta-1)$ and the
 * variance $\tfrac{\lambda_x}{\lambda_b}w^{1-2\beta}/(2\beta-1)$ in these units (Campbell).
 *
 * @returns `undefined` without clutter; else a function that samples $\sigma_x\sum v_x^{-\beta}$. It returns the same object each time.
 */
export const clutterSampler = (
  network: Network,
  near: number,
): ((random: RandomStream) => ClutterSample) | undefined => {
  const { clutterDensity, baseStationDensity, clutterCrossSection, clutterResidual } = network
  const { echoPathLossExponent: beta } = network
  const rate = clutterDensity / baseStationDensity
  const strength = clutterCrossSection * clutterResidual
  if (rate === 0 || strength === 0) return undefined
  const sample = { sampled: 0, mean: 0, variance: 0 }
  return (random) => {
    let v = 0
    let sum = 0
    for (let i = 0; i < near; i++) {
      v += random.exponential() / rate
      sum += v ** -beta
    }
    sample.sampled = strength * sum
    sample.mean = (strength * rate * v ** (1 - beta)) / (beta - 1)
    sample.variance = (strength * strength * rate * v ** (1 - 2 * beta)) / (2 * beta - 1)
    return sample
  }
}
