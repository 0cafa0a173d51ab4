import { assertFeasible, assertNetwork, assertOptions, type Network, services } from '@isacnet/model'
import { methodDefinitions } from './method-definitions.js'
import { type PerformanceOptions, performanceChecks } from './service-rate.js'

const { communicationMethod, sensingMethod } = performanceChecks

/**
 * Refuses a network with $KL + J(Q-1) > M_t$ if one of these methods takes every request to null for granted, as all but `actual-requests` do.
 *
 * @example
 * const overloaded = defineNetwork({ K: 12, L: 2 })
 * assertFeasibleMethods(overloaded, { communicationMethod: 'actual-requests', sensingMethod: 'actual-requests' }) // undefined
 * assertFeasibleMethods(overloaded) // throws 'K·L + J·(Q−1) = 12·2 + 1·(1−1) = 24 degrees of freedom are asked for, but transmitAntennas (M_t) = 20 permits at most 20 where every request is granted; method ‘actual-requests’ and fidelity ‘channel’ take such a network'
 *
 * @throws {InfeasibleAllocationError} in that case; {InvalidParameterError} for what is no network.
 */
export const assertFeasibleMethods = (
  network: Network,
  options: Pick<PerformanceOptions, 'communicationMethod' | 'sensingMethod'> = {},
): void => {
  assertNetwork(network)
  assertOptions('assertFeasibleMethods', options, { communicationMethod, sensingMethod })
  for (const { service } of services) {
    const method = options[`${service}Method`] ?? 'exact'
    const definition = methodDefinitions[service].find((row) => row.method === method)
    if (definition?.actualRequests !== true) assertFeasible(network)
  }
}
