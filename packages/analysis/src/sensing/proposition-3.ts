import type { NetworkParameters } from '@isacnet/model'
import { type MethodDefinition, whereFeasible } from '../method/method.js'
import { MethodNotApplicableError } from '../method/method-not-applicable-error.js'
import type { Rate } from '../rules/rate.js'
import { singleCellSensingRate } from './exact/single-cell-sensing.js'

/**
 * Proposition 3, (15)–(17), for Q = 1, with α and β as (6) has them (erratum E6: with β = 2 the printed $B(1, 1-2/\beta, \cdot)$ is
 * infinite) and R integrated once (E7). So read, it is exact, and is {@link singleCellSensingRate}.
 *
 * @throws {MethodNotApplicableError} for Q ≥ 2, of which it says nothing.
 * @throws {NonConvergenceError} when the tolerance isn't met.
 */
const proposition3 = (network: NetworkParameters, relativeTolerance: number): Rate => {
  if (network.sensingClusterSize !== 1)
    throw new MethodNotApplicableError('proposition-3', 'sensingClusterSize (Q) = 1', `${network.sensingClusterSize}`)
  return singleCellSensingRate(network, relativeTolerance)
}

/** The row of Proposition 3. */
export const sensingByProposition3 = {
  method: 'proposition-3',
  title: 'Proposition 3',
  milliseconds: 0.3,
  rate: whereFeasible(proposition3),
  largestClusterSize: 1,
} as const satisfies MethodDefinition
