import { assertNetwork, assertOptions, byService, type Network, type Service } from '@isacnet/model'
import type { Rate } from '../rules/rate.js'
import { areaSpectralEfficiency } from './area-spectral-efficiency.js'
import type { Load } from './quantity.js'
import { type PerformanceOptions, performanceChecks, serviceRate } from './service-rate.js'

/** A rate and the area spectral efficiency that it makes, with the numerical errors of both. */
export interface ServicePerformance {
  /** Nats per user or target. */
  readonly rate: number
  /** λ_b K R_c or λ_b J R_s, in nats per km². */
  readonly ase: number
  /** Of the rate, numerical. */
  readonly errorEstimate: number
  readonly aseErrorEstimate: number
}

/** What a network achieves for its users and its targets. */
export type Performance = Readonly<Record<Service, ServicePerformance>>

/**
 * The mean rates R_c and R_s and the area spectral efficiencies $T_c = \lambda_bKR_c$ (4) and $T_s = \lambda_bJR_s$ (7) of a network, in nats,
 * in one call.
 *
 * @example
 * performance(defineNetwork({ K: 2, J: 3, Mt: 16 })).sensing.rate.toFixed(3) // '1.384'
 *
 * @param network - made by `defineNetwork` of `@isacnet/model`.
 * @throws {InvalidParameterError} {UnknownNameError} for anything else, and for an option that is not known or outside its domain.
 * @throws {InfeasibleAllocationError} {MethodNotApplicableError} {NonConvergenceError} as {@link communicationRate} and {@link sensingRate}.
 */
export const performance = (network: Network, options: PerformanceOptions = {}): Performance => {
  assertNetwork(network)
  assertOptions('performance', options, performanceChecks)
  return byService(({ service }) => servicePerformance(service, network, serviceRate(service, network, options)))
}

/** The performance that a rate makes, whoever computed it; in bits if the rate is. */
export const servicePerformance = (
  service: Service,
  network: Load,
  { value, errorEstimate }: Rate,
): ServicePerformance => ({
  rate: value,
  ase: areaSpectralEfficiency(service, network, value),
  errorEstimate,
  aseErrorEstimate: areaSpectralEfficiency(service, network, errorEstimate),
})
