import {
  assertNetwork,
  assertOptions,
  type Network,
  type NetworkParameters,
  type OptionChecks,
  oneOf,
  type SensingClusters,
  type Service,
  sensingClusterKinds,
} from '@isacnet/model'
import {
  type CommunicationMethod,
  communicationMethods,
  communicationRate,
} from '../communication/communication-rate.js'
import type { Rate } from '../rules/rate.js'
import { aRelativeTolerance } from '../rules/relative-tolerance.js'
import { type SensingMethod, sensingMethods, sensingRate } from '../sensing/sensing-rate.js'
import { areaSpectralEfficiency } from './area-spectral-efficiency.js'

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

/** How {@link performance} computes the two rates. */
export interface PerformanceOptions {
  /** Default `exact`. */
  readonly communicationMethod?: CommunicationMethod
  /** Default `exact`. */
  readonly sensingMethod?: SensingMethod
  /** Default `bs-centric`. */
  readonly sensingClusters?: SensingClusters
  /** Of the numerical integration, in [1e-12, 1e-2]; default 1e-9. */
  readonly relativeTolerance?: number
}

const optionChecks: OptionChecks<PerformanceOptions> = {
  communicationMethod: oneOf(communicationMethods),
  sensingMethod: oneOf(sensingMethods),
  sensingClusters: oneOf(sensingClusterKinds, 'kind of sensing clusters'),
  relativeTolerance: aRelativeTolerance,
}

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
  assertOptions('performance', options, optionChecks)
  const { communicationMethod, sensingMethod, sensingClusters, relativeTolerance } = options
  const shared = relativeTolerance === undefined ? {} : { relativeTolerance }
  const communication = communicationRate(network, {
    ...shared,
    ...(communicationMethod === undefined ? {} : { method: communicationMethod }),
  })
  const sensing = sensingRate(network, {
    ...shared,
    ...(sensingMethod === undefined ? {} : { method: sensingMethod }),
    ...(sensingClusters === undefined ? {} : { sensingClusters }),
  })
  return {
    communication: servicePerformance('communication', network, communication),
    sensing: servicePerformance('sensing', network, sensing),
  }
}

/** The performance that a rate makes, whoever computed it. */
export const servicePerformance = (
  service: Service,
  network: Pick<NetworkParameters, 'baseStationDensity' | 'usersPerCell' | 'targetsPerCell'>,
  { value, errorEstimate }: Rate,
): ServicePerformance => ({
  rate: value,
  ase: areaSpectralEfficiency(service, network, value),
  errorEstimate,
  aseErrorEstimate: areaSpectralEfficiency(service, network, errorEstimate),
})
