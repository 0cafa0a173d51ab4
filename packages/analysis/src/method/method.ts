import { assertFeasible, type Network } from '@isacnet/model'
import type { Rate } from '../rules/rate.js'

/** A way to an average rate. */
export type Method = (network: Network, relativeTolerance: number) => Rate

/**
 * The method for networks with $KL + J(Q-1) \le M_t$ only: it has $D \ge 1$ degrees of freedom for the desired gain, and every request to
 * null granted.
 */
export const whereFeasible =
  (method: Method): Method =>
  (network, relativeTolerance) => {
    assertFeasible(network)
    return method(network, relativeTolerance)
  }
