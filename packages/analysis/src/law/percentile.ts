import { NonConvergenceError } from '@isacnet/quadrature'
import type { ReceiverLaw } from './receiver-law.js'

/** $y = \ln\mathrm{SIR}$ that the share p of the receivers doesn't reach. */
export interface LogPercentile {
  readonly y: number
  /** Error of y, absolute. */
  readonly errorEstimate: number
}

/** Newton steps end there: in 1e-10 dB. */
const close = 2e-11
const mostSteps = 200
/** A law that is known no better leads there until steps are as small as it. */
const coarse = 1e-3
/** $|y|$ beyond which θ is no double. */
const furthest = 700

/**
 * Solves $P(\mathrm{SIR}\le e^y) = p$ by Newton's method for the log-odds, which are nearly straight lines in y on both sides, safeguarded by
 * bisection.
 *
 * @throws {NonConvergenceError} when the law can't be computed on the way, or no y in [−700, 700] has the probability.
 */
export const logPercentile = (law: ReceiverLaw, p: number): LogPercentile => {
  const target = Math.log(p) - Math.log1p(-p)
  let low = -furthest
  let high = furthest
  let y = Math.max(low + 1, Math.min(high - 1, law.middle))
  let near = false
  for (let step = 0; step < mostSteps; step++) {
    const { coverage, outage, slope } = law.sides(y, near ? undefined : coarse)
    const excess = Math.log(outage.value) - Math.log(coverage.value) - target
    const steepness = slope / (outage.value * coverage.value)
    // Far out a step may lead beyond where anything is known.
    const change = Math.max(-20, Math.min(20, -excess / steepness))
    if (!near && Math.abs(change) < 10 * coarse) {
      near = true
      low = -furthest
      high = furthest
      y += change
      continue
    }
    if (excess > 0) high = y
    else low = y
    if (near && Math.abs(change) < close) {
      const uncertainty = coverage.errorEstimate / coverage.value + outage.errorEstimate / outage.value
      return { y: y + change, errorEstimate: uncertainty / steepness + Math.abs(change) * 1e-3 }
    }
    const next = y + change
    y = next > low && next < high ? next : (low + high) / 2
    if (high - low < close) return { y, errorEstimate: high - low }
  }
  const reached = { value: Math.exp(y), errorEstimate: Math.exp(high) - Math.exp(low), evaluations: mostSteps }
  throw new NonConvergenceError('percentile of the SIR', reached, close * Math.exp(y))
}
