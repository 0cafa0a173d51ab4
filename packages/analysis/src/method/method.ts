import { type Assumption, assertFeasible, InvalidParameterError, type Network } from '@isacnet/model'
import type { Rate } from '../rules/rate.js'
import { MethodNotApplicableError } from './method-not-applicable-error.js'

/** A way to an average rate; the assumptions are those that it is asked to take over besides its own. */
export type Method = (network: Network, relativeTolerance: number, assumptions: readonly Assumption[]) => Rate

/** A row of the table of a service's methods: its names, its cost and its rate. */
export interface MethodDefinition {
  /** Its name in options, flags and files. */
  readonly method: string
  /** Its name in tables. */
  readonly title: string
  /** Milliseconds that a rate takes, roughly: to tell minutes from days. */
  readonly milliseconds: number
  /** The rate, for bs-centric clusters where the service has several kinds. */
  readonly rate: Method
  /** The rate for target-centric clusters, where the method has one for them; for communication, where their requests matter. */
  readonly targetCentricRate?: Method
  /** Whether it takes requests to null as they come; if not, every BS gets and accepts their mean number, which must be feasible. */
  readonly actualRequests?: boolean
  /** The largest cluster that the method has a rate for; default any. */
  readonly largestClusterSize?: number
  /** The smallest cluster that the method has a rate for, and the method that takes its place below it; default any. */
  readonly smallestClusterSize?: number
  readonly below?: string
}

/**
 * The method for networks with $KL + J(Q-1) \le M_t$ only: it has $D \ge 1$ degrees of freedom for the desired gain, and every request to
 * null granted.
 */
export const whereFeasible =
  (method: Method): Method =>
  (network, relativeTolerance, assumptions) => {
    assertFeasible(network)
    return method(network, relativeTolerance, assumptions)
  }

/** The method for networks without noise only. */
export const withoutNoise =
  (name: string, method: Method): Method =>
  (network, relativeTolerance, assumptions) => {
    if (network.noisePower > 0) throw new MethodNotApplicableError(name, 'noisePower (N₀) = 0', `${network.noisePower}`)
    return method(network, relativeTolerance, assumptions)
  }

/** Refuses assumptions for methods that don't take them. */
export const assertAssumptions = (
  { method, actualRequests = false }: MethodDefinition,
  assumptions: readonly Assumption[],
): void => {
  if (!actualRequests && assumptions.length > 0)
    throw new InvalidParameterError(
      'assumptions',
      assumptions.join(),
      `none, unless the method is actual-requests: those of ‘${method}’ are its own`,
    )
}
