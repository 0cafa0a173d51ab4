import {
  assertNetwork,
  assertOptions,
  byService,
  type Load,
  type Network,
  type RateQuantityName,
  rateQuantities,
  type Service,
  type SirValues,
} from '@isacnet/model'
import type { Rate } from '../rules/rate.js'
import { type PerformanceOptions, performanceChecks, serviceRate } from './service-rate.js'
import { type SirValue, sirQuantityValues } from './sir-values.js'

/**
 * The quantities of a service with their numerical errors: `errorEstimate` of the rate, `aseErrorEstimate` of the area spectral efficiency.
 * In nats: `rate` per user or target, `ase` per km².
 */
export type ServicePerformance = Readonly<
  Record<RateQuantityName | 'errorEstimate' | `${Exclude<RateQuantityName, 'rate'>}ErrorEstimate`, number>
>

/** The rates and area spectral efficiencies of a network's users and targets. */
export type Performance = Readonly<Record<Service, ServicePerformance & ChosenPerformance>>

/** Quantities of the law of the SIR, by their names: there if some are chosen. */
export interface ChosenPerformance {
  readonly quantities?: SirValues<SirValue>
}

/**
 * The mean rates R_c and R_s and the area spectral efficiencies $T_c = \lambda_bKR_c$ (4) and $T_s = \lambda_bJR_s$ (7) of a network, in nats,
 * in one call; with `quantities`, those of the law of the SIR as well.
 *
 * @example
 * performance(defineNetwork({ K: 2, J: 3, Mt: 16 })).sensing.rate.toFixed(3) // '1.384'
 * const { communication } = performance(defineNetwork({ K: 5 }), { quantities: ['coverage:0dB'] })
 * communication.quantities['coverage:0dB'].value.toFixed(6) // '0.929083'
 *
 * @param network - made by `defineNetwork` of `@isacnet/model`.
 * @throws {InvalidParameterError} {UnknownNameError} for anything else, and for an option that is not known or outside its domain.
 * @throws {InfeasibleAllocationError} {MethodNotApplicableError} {NonConvergenceError} as {@link communicationRate} and {@link sensingRate}.
 */
export const performance = (network: Network, options: PerformanceOptions = {}): Performance => {
  assertNetwork(network)
  assertOptions('performance', options, performanceChecks)
  return byService(({ service }) => ({
    ...servicePerformance(service, network, serviceRate(service, network, options)),
    ...(options.quantities === undefined ? {} : { quantities: sirQuantityValues(service, network, options) }),
  }))
}

/**
 * The performance that a rate makes, whoever computed it; in bits if the rate is.
 *
 * @example
 * servicePerformance('sensing', defineNetwork({ J: 3 }), { value: 2, errorEstimate: 0 }).ase // 6
 */
export const servicePerformance = (
  service: Service,
  network: Load,
  { value, errorEstimate }: Rate,
): ServicePerformance => {
  const achieved: Record<string, number> = {}
  for (const { quantity, error, fromRate } of members) {
    achieved[quantity] = fromRate(service, network, value)
    achieved[error] = fromRate(service, network, errorEstimate)
  }
  return achieved as ServicePerformance
}

const members = rateQuantities.map(({ quantity, fromRate }) => ({
  quantity,
  error: quantity === 'rate' ? 'errorEstimate' : `${quantity}ErrorEstimate`,
  fromRate,
}))
