import {
  type Assumption,
  assertNetwork,
  assertOptions,
  assumptionNames,
  InfeasibleAllocationError,
  type Network,
  type OptionChecks,
  oneOf,
  type SensingClusters,
  type Service,
  sensingClusterKinds,
  someOf,
  someQuantities,
} from '@isacnet/model'
import { type CommunicationMethod, communicationMethods } from '../communication/communication-methods.js'
import { communicationRate } from '../communication/communication-rate.js'
import { MethodNotApplicableError } from '../method/method-not-applicable-error.js'
import type { Rate } from '../rules/rate.js'
import { aRelativeTolerance } from '../rules/relative-tolerance.js'
import { type SensingMethod, sensingMethods } from '../sensing/sensing-methods.js'
import { sensingRate } from '../sensing/sensing-rate.js'

/** How the rates of both services are computed. */
export interface PerformanceOptions {
  /** Default `exact`. */
  readonly communicationMethod?: CommunicationMethod | undefined
  /** Default `exact`. */
  readonly sensingMethod?: SensingMethod | undefined
  /** Default `bs-centric`. */
  readonly sensingClusters?: SensingClusters | undefined
  /** For `actual-requests`: assumptions of the theorems to take over, as simulations do; default none. */
  readonly assumptions?: readonly Assumption[] | undefined
  /** Tolerance of the numerical integration, in [1e-12, 1e-2]; default 1e-9. */
  readonly relativeTolerance?: number | undefined
  /** Quantities of the law of the SIR that are computed besides, such as `coverage:3dB`; default none. */
  readonly quantities?: readonly string[] | undefined
}

export const performanceChecks: OptionChecks<PerformanceOptions> = {
  communicationMethod: oneOf(communicationMethods),
  sensingMethod: oneOf(sensingMethods),
  sensingClusters: oneOf(sensingClusterKinds, 'kind of sensing clusters'),
  assumptions: someOf(assumptionNames, 'assumption'),
  relativeTolerance: aRelativeTolerance,
  quantities: someQuantities,
}

const rateOf: Readonly<Record<Service, (network: Network, options: PerformanceOptions) => Rate>> = {
  communication: (network, { communicationMethod, sensingClusters, assumptions, relativeTolerance }) =>
    communicationRate(network, { method: communicationMethod, sensingClusters, assumptions, relativeTolerance }),
  sensing: (network, { sensingMethod, sensingClusters, assumptions, relativeTolerance }) =>
    sensingRate(network, { method: sensingMethod, sensingClusters, assumptions, relativeTolerance }),
}

/**
 * The mean rate R_c or R_s of a service, in nats: {@link communicationRate} or {@link sensingRate}.
 *
 * @example
 * const network = defineNetwork({ K: 2, J: 3, Mt: 16 })
 * services.map(({ service }) => serviceRate(service, network, { sensingMethod: 'no-hole' }).value.toFixed(3)) // ['3.205', '1.192']
 *
 * @param options - of both services, so that one object serves for both.
 * @throws as {@link communicationRate} and {@link sensingRate}.
 */
export const serviceRate = (service: Service, network: Network, options: PerformanceOptions = {}): Rate => {
  assertNetwork(network)
  assertOptions('serviceRate', options, performanceChecks)
  return rateOf[service](network, options)
}

/** A rate by one method, or why the method does not apply to the network. */
export type MethodRate = { readonly method: string } & (
  | { readonly rate: Rate }
  | { readonly notApplicable: MethodNotApplicableError | InfeasibleAllocationError }
)

const methods: Readonly<Record<Service, readonly PerformanceOptions[]>> = {
  communication: communicationMethods.map((communicationMethod) => ({ communicationMethod })),
  sensing: sensingMethods.map((sensingMethod) => ({ sensingMethod })),
}

/**
 * The options of a service's method.
 *
 * @example
 * methodOf('sensing', { method: 'no-hole' }) // { sensingMethod: 'no-hole' }
 */
export const methodOf = (service: Service, { method }: Pick<MethodRate, 'method'>): PerformanceOptions =>
  methods[service].find((by) => by[`${service}Method`] === method) ?? {}

/**
 * The rate of a service by each of its methods, `exact` first.
 *
 * @example
 * ratesByMethod('communication', defineNetwork({ K: 2 })).slice(0, 2).map(({ method }) => method) // ['exact', 'actual-requests']
 *
 * @throws as {@link communicationRate} and {@link sensingRate}, but for `MethodNotApplicableError` and `InfeasibleAllocationError`, which are results here.
 */
export const ratesByMethod = (
  service: Service,
  network: Network,
  options: Pick<PerformanceOptions, 'sensingClusters' | 'relativeTolerance'> = {},
): readonly MethodRate[] => {
  assertNetwork(network)
  assertOptions('ratesByMethod', options, methodsChecks)
  return byMethod(service, (by) => rateOf[service](network, { ...options, ...by }))
}

/** The result of each method of a service, or why it does not apply. */
export const byMethod = (service: Service, rate: (by: PerformanceOptions) => Rate): readonly MethodRate[] =>
  methods[service].map((by) => {
    const method = by[`${service}Method`] ?? 'exact'
    try {
      return { method, rate: rate(by) }
    } catch (error) {
      if (!(error instanceof MethodNotApplicableError || error instanceof InfeasibleAllocationError)) throw error
      return { method, notApplicable: error }
    }
  })

export const methodsChecks: OptionChecks<Pick<PerformanceOptions, 'sensingClusters' | 'relativeTolerance'>> = {
  sensingClusters: performanceChecks.sensingClusters,
  relativeTolerance: performanceChecks.relativeTolerance,
}
