import { regularizedLowerIncompleteGamma } from '@isacnet/special-functions'
import type { AreaRule } from './cell-area.js'

/** Users and targets that there are per BS on average; infinite where cells are saturated. */
export interface CellLoad {
  readonly users: number
  readonly targets: number
}

/**
 * $\pi_k$ for k = 0 … K: the probability that a BS sends k streams. It sends min(N, K) of them to the N users in its cell, one where it has
 * targets but no users, and none where it has neither.
 */
export const streamLaw = (rule: AreaRule, { users, targets }: CellLoad, usersPerCell: number): Float64Array =>
  mixed(rule, usersPerCell, (area, law) => {
    const x = users * area
    poissonCounts(x, usersPerCell, 0, law)
    const idle = targets === Number.POSITIVE_INFINITY ? 0 : law[0]! * Math.exp(-targets * area)
    law[1]! += law[0]! - idle
    law[0] = idle
  })

/** The cell of a typical user, by the number k = min(1 + N, K) of users that it serves, N being the others in it. */
export interface OwnCellLaw {
  /** Probabilities of k. */
  readonly probabilities: Float64Array
  /** The same times the share of the time in which the user is served, min(1, K/(1 + N)). */
  readonly served: Float64Array
}

/**
 * The law of the cell in which a typical user is, given the law of that cell's area. With $x = \rho A$ the mean number of other users, the
 * share in which it is served where all K are is $\mathrm E[K/(1+N);\,N \ge K-1] = (K/x)P(N \ge K)$.
 */
export const ownCellLaw = (rule: AreaRule, users: number, usersPerCell: number): OwnCellLaw => ({
  probabilities: mixed(rule, usersPerCell, (area, law) => {
    poissonCounts(users * area, usersPerCell - 1, 1, law)
  }),
  served: mixed(rule, usersPerCell, (area, law) => {
    const x = users * area
    poissonCounts(x, usersPerCell - 1, 1, law)
    law[usersPerCell] =
      x === 0 ? Number(usersPerCell === 1) : (usersPerCell / x) * regularizedLowerIncompleteGamma(usersPerCell, x)
  }),
})

/** Writes P(N = n) of a Poisson number of mean x from an index on, for n below `largest`, and P(N ≥ largest) behind them. */
const poissonCounts = (x: number, largest: number, at: number, law: Float64Array): void => {
  let lnTerm = -x
  for (let n = 0; n < largest; n++) {
    law[at + n] = Math.exp(lnTerm)
    lnTerm += Math.log(x) - Math.log(n + 1)
  }
  law[at + largest] = largest === 0 ? 1 : regularizedLowerIncompleteGamma(largest, x)
}

/** The mean over areas of a law of 0 … K, which a function writes for each. */
const mixed = (
  { areas, probabilities }: AreaRule,
  usersPerCell: number,
  write: (area: number, law: Float64Array) => void,
): Float64Array => {
  const sum = new Float64Array(usersPerCell + 1)
  const law = new Float64Array(usersPerCell + 1)
  for (let i = 0; i < areas.length; i++) {
    law.fill(0)
    write(areas[i]!, law)
    for (let k = 0; k <= usersPerCell; k++) sum[k]! += probabilities[i]! * law[k]!
  }
  return sum
}
