import { ln1pExp } from '../series/interference-series.js'
import { spendLawWork } from '../series/law-work.js'

/** How a squared ratio of distances, $q \sim$ Beta$(1, n-1)$, is averaged over. */
export interface RatioAverage {
  /** n ≥ 2. */
  readonly clusterSize: number
  /** q stays below it, in (0, 1]. */
  readonly upper: number
  /** γ: what is averaged depends on $e^yq^\gamma$. */
  readonly power: number
  /** Where the lower scale is, $e^yq^p \approx 1$, if not at p = γ. */
  readonly transitionPower?: number
  /** $\ln$ of the $e^yq^\gamma$ around which it changes. */
  readonly lnTransition: number
  /** How much less than 1 the average may be, as a logarithm: the lattice reaches further by it. */
  readonly lnSmallest: number
}

/** A node of the lattice. */
export type RatioVisit = (lnQ: number, rest: number, weight: number) => void

/** How far the lattice goes beyond its scales, in e-folds of the integrand. */
const margin = 38

/**
 * Nodes for $\int_0^b f(q)\,(n-1)(1-q)^{n-2}dq$ by the trapezoidal rule in τ, where $q = b/(1+e^{-\sigma})$ and
 *
 * $$\sigma = \sigma_0 + \frac{A}{\kappa}\sinh\frac{\tau}{A},$$
 *
 * dense between the scales $q \approx b$ and $e^yq^\gamma \approx 1$, of which the second may be many orders of magnitude
 * below, and at the pace κ of the function itself, which is singular at $\gamma\,\mathrm{Im}\ln q = \pi$.
 *
 * @param step - in τ.
 * @param midpoints - nodes at odd multiples of half a step in place of those at multiples of a step.
 * @param visit - receives $\ln q$, 1 − q and the weight $(n-1)\,dq$, without $(1-q)^{n-2}$.
 */
export const visitRatios = (
  { clusterSize: n, upper, power, transitionPower = power, lnTransition, lnSmallest }: RatioAverage,
  y: number,
  step: number,
  midpoints: boolean,
  visit: RatioVisit,
): void => {
  const lnUpper = Math.log(upper)
  const pace = Math.max(1, power / 3)
  const transition = -ln1pExp(y - lnTransition + transitionPower * lnUpper) / transitionPower
  const centre = transition / 2
  const spread = Math.max(2, (pace * Math.abs(transition)) / 2 + 1)
  const low = transition - margin - lnSmallest
  const high = upper === 1 ? margin / (n - 1) + 1 : margin + 1
  const toTau = (sigma: number): number => spread * Math.asinh(((sigma - centre) * pace) / spread)
  const shift = midpoints ? 0.5 : 0
  const last = Math.floor(toTau(high) / step)
  for (let j = Math.ceil(toTau(low) / step); j <= last; j++) {
    spendLawWork(100)
    const tau = (j + shift) * step
    const sigma = centre + (spread / pace) * Math.sinh(tau / spread)
    const lnShare = -ln1pExp(-sigma)
    const lnComplement = -ln1pExp(sigma)
    const lnQ = lnUpper + lnShare
    const rest = upper === 1 ? Math.exp(lnComplement) : -Math.expm1(lnQ)
    visit(lnQ, rest, (n - 1) * (step / pace) * Math.cosh(tau / spread) * Math.exp(lnQ + lnComplement))
  }
}
