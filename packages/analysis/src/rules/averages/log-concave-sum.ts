import { NonConvergenceError } from '@isacnet/quadrature'
import { exponentialDecay } from '../../transforms/exponential-lattice.js'
import { spendWork } from '../work/work.js'

/** A sum of exponentials, as its logarithm. */
export interface LogSum {
  readonly logarithm: number
  /** Index of the largest term. */
  readonly mode: number
}

/** Terms below $e^{-c}$ of the largest are left out; c is at least this much. */
const leastCut = 20

/** Terms permitted. */
const maxTerms = 20_000

/**
 * $\ln\sum_j e^{\ell(j)}$ over all integers j for a concave $\ell$ that falls on both sides: from `start` it climbs to the largest term,
 * and adds up both sides until the terms are below $e^{-c}$ of it. Nothing overflows or underflows on the way.
 *
 * @param start - best near the largest term; anywhere will do.
 * @param cut - c.
 * @throws {NonConvergenceError} after 20 000 terms.
 */
export const logConcaveSum = (term: (j: number) => number, start: number, cut: number): LogSum => {
  const { mode, highest } = climb(term, start)
  let sum = 1
  let terms = 1
  for (const direction of [1, -1])
    for (let j = mode + direction; ; j += direction) {
      const excess = term(j) - highest
      if (!(excess > -Math.max(cut, leastCut))) break
      sum += exponentialDecay(-excess)
      if (terms++ >= maxTerms) {
        const reached = { value: sum, errorEstimate: Number.POSITIVE_INFINITY, evaluations: terms }
        throw new NonConvergenceError(
          'sum of log-concave terms',
          reached,
          sum,
          `more than ${maxTerms} terms are needed`,
        )
      }
    }
  spendWork(terms)
  return { logarithm: highest + Math.log(sum), mode }
}

/** The largest term, by steps that double while they lead up and halve when they don't. Where a term is 0, it lies to the left. */
export const climb = (
  term: (j: number) => number,
  start: number,
): { readonly mode: number; readonly highest: number } => {
  let mode = start
  let highest = term(mode)
  for (let stride = 1; highest === Number.NEGATIVE_INFINITY && stride < 2 ** 20; stride *= 2) {
    mode -= stride
    highest = term(mode)
  }
  let climbed = true
  while (climbed) {
    climbed = false
    for (const direction of [1, -1]) {
      let stride = 1
      for (;;) {
        const next = term(mode + direction * stride)
        if (!(next > highest)) break
        mode += direction * stride
        highest = next
        stride *= 2
        climbed = true
      }
    }
  }
  return { mode, highest }
}
