import type { MethodRate } from '@isacnet/analysis'
import type { Estimate, SimulatedRate } from '@isacnet/simulation'

/** `undecided` where a single batch of trials says nothing of the error. */
type Verdict = 'agrees' | 'rejected' | 'undecided'

/** How a theorem's value stands to the simulated one. */
export interface Judgement {
  /** The theorem's deviation from the simulation, relative. */
  readonly deviation: number
  /** The part of the deviation that the bias can't explain, in standard errors; `null` where these aren't known. */
  readonly zScore: number | null
  readonly verdict: Verdict
}

/** A theorem's rate beside the simulated one, or why there is none. */
export type TheoremComparison = { readonly method: string } & (
  | (Judgement & {
      /** In nats. */
      readonly rate: number
    })
  | { readonly notApplicable: string }
)

/**
 * Compares the rates of a service by its methods with a simulated one.
 *
 * The simulation's mean may be too low by its bias bound b. A rate in $[\\hat R, \\hat R + b]$ therefore agrees; else $z$ is its
 * distance from this interval in standard errors. It is rejected outside the interval of confidence $1 - p$ on either side.
 *
 * @param simulated - with its interval of confidence 1 − p, where p is the probability of rejecting what is true.
 */
export const compareTheorems = (
  found: readonly MethodRate[],
  { mean, standardError, interval, biasBound }: Estimate & Pick<SimulatedRate, 'biasBound'>,
): TheoremComparison[] =>
  found.map((result) => {
    const { method } = result
    if ('notApplicable' in result) return { method, notApplicable: result.notApplicable.message }
    const rate = result.rate.value
    const distance = rate - Math.min(Math.max(rate, mean), mean + biasBound)
    const deviation = rate / mean - 1
    if (!Number.isFinite(standardError)) return { method, rate, deviation, zScore: null, verdict: 'undecided' }
    return {
      method,
      rate,
      deviation,
      zScore: distance === 0 ? 0 : distance / standardError,
      verdict: Math.abs(distance) <= (interval[1] - interval[0]) / 2 ? 'agrees' : 'rejected',
    }
  })
