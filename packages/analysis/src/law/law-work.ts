import { NonConvergenceError } from '@isacnet/quadrature'

/** Multiplications that a call may cost: a few seconds. */
const budget = 1.5e9

let spent = 0

/** Starts counting: once for each call of a law's function. */
export const beginLawWork = (): void => {
  spent = 0
}

/**
 * Counts multiplications, roughly, so that every call ends.
 *
 * @throws {NonConvergenceError} when the call that is under way has cost more than 1.5e9.
 */
export const spendLawWork = (multiplications: number): void => {
  spent += multiplications
  if (spent > budget) {
    const reached = { value: Number.NaN, errorEstimate: Number.POSITIVE_INFINITY, evaluations: Math.round(spent) }
    throw new NonConvergenceError('law of the SIR', reached, Number.NaN, `it costs more than ${budget} multiplications`)
  }
}

/** What has been spent, for errors that say how much a result has cost. */
export const lawWorkSpent = (): number => Math.round(spent)
