import { NonConvergenceError } from '@isacnet/quadrature'

/** Terms of inner sums that a rate may cost: about half a second. */
const budget = 1e7

let spent = 0

/** Starts counting: for each rate, which must not depend on what was computed before it, and for each way that is tried to it. */
export const beginWork = (): void => {
  spent = 0
}

/**
 * Counts the terms of an inner sum, so that every rate ends.
 *
 * @throws {NonConvergenceError} when the rate that is under way has cost more than 1e7.
 */
export const spendWork = (terms: number): void => {
  spent += terms
  if (spent > budget) {
    const reached = { value: Number.NaN, errorEstimate: Number.POSITIVE_INFINITY, evaluations: spent }
    throw new NonConvergenceError('rate', reached, Number.NaN, `its inner sums have more than ${budget} terms`)
  }
}
