import type { GaussRule } from '@isacnet/quadrature'

/** What a {@link gammaLawRule} is to be good for. */
export interface GammaLawRuleOptions {
  /** n > 0: the shape of the law. */
  readonly shape: number
  /** Step in ln w. */
  readonly step: number
  /**
   * The integrand grows at most as $w^{-\gamma}$ towards 0, until it saturates …
   */
  readonly growth: number
  /** … where $w^\gamma$ is this small. */
  readonly saturation: number
}

/** Relative weight below which the tails of the law are cut: $e^{-32}$. */
const cut = 32

/**
 * A rule for $w \sim \Gamma(n, 1)$, $\sum_i w_i f(x_i) \approx \mathrm E f(w)$: the trapezoidal rule in $\ln w$, whose error
 * falls exponentially because the density $e^{np - e^p}$ of $p = \ln w$ is entire and decays on both sides. Weights sum to 1.
 */
export const gammaLawRule = ({ shape, step, growth, saturation }: GammaLawRuleOptions): GaussRule => {
  const n = shape
  const mode = Math.log(n)
  const height = n * mode - n
  const density = (p: number): number => n * p - Math.exp(p) - height
  const gamma = Math.max(0, growth)
  // Downwards until density·(what the integrand grows by) is negligible.
  const floor = gamma === 0 ? 0 : Math.min(0, Math.log(saturation) / gamma)
  let from = mode
  while (density(from) + gamma * Math.max(0, mode - Math.max(from, floor)) > -cut) from -= step
  let to = mode
  while (density(to) + Math.max(0, -growth) * (to - mode) > -cut) to += step
  const count = Math.round((to - from) / step) + 1
  const nodes = new Float64Array(count)
  const weights = new Float64Array(count)
  let total = 0
  for (let i = 0; i < count; i++) {
    const p = from + i * step
    nodes[i] = Math.exp(p)
    weights[i] = Math.exp(density(p))
    total += weights[i]!
  }
  for (let i = 0; i < count; i++) weights[i] = weights[i]! / total
  return { nodes, weights }
}

/** A step in ln w that integrates against Γ(n, 1), whose width there is 1/√n, to about 1e-14 when `nodes` is 32. */
export const gammaLawStep = (shape: number, nodes: number): number =>
  (Math.min(0.2, 0.6 / Math.sqrt(shape)) * 32) / nodes
