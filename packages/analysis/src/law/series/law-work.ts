import { NonConvergenceError } from '@isacnet/quadrature'

/** Multiplications that a value at one threshold may cost: two seconds or so. */
const ofOneThreshold = 1.5e9

let budget = ofOneThreshold
let spent = 0

/**
 * Starts counting: once for each call of a law's function.
 *
 * @param thresholds - how many times as much as the value at one threshold the call may cost.
 */
export const beginLawWork = (thresholds = 1): void => {
  budget = thresholds * ofOneThreshold
  spent = 0
}

/**
 * Counts multiplications, roughly, so that every call ends.
 *
 * @throws {NonConvergenceError} when the call that is under way has cost more than it may.
 */
export const spendLawWork = (multiplications: number): void => {
  spent += multiplications
  if (spent > budget) {
    const reached = { value: Number.NaN, errorEstimate: Number.POSITIVE_INFINITY, evaluations: Math.round(spent) }
    throw new NonConvergenceError('law of the SIR', reached, Number.NaN, `it costs more than ${budget} multiplications`)
  }
}

/** Returns the work spent so far, for errors that say how much a result has cost. */
export const lawWorkSpent = (): number => Math.round(spent)
