import {
  type Assumption,
  assertNetwork,
  assertOptions,
  assertSaturated,
  assumptionNames,
  type Network,
  type OptionChecks,
  oneOf,
  type SensingClusters,
  sensingClusterKinds,
  someOf,
} from '@isacnet/model'
import { assertAssumptions } from '../method/method.js'
import type { Rate } from '../rules/rate.js'
import { aRelativeTolerance, defaultRelativeTolerance } from '../rules/relative-tolerance.js'
import { beginWork } from '../rules/work/work.js'
import {
  type CommunicationMethod,
  communicationMethodDefinitions,
  communicationMethods,
} from './communication-methods.js'

export interface CommunicationRateOptions {
  /** Default `exact`. */
  readonly method?: CommunicationMethod | undefined
  /** Default `bs-centric`. Of weight for `actual-requests` only: how targets' requests are spread over BSs. */
  readonly sensingClusters?: SensingClusters | undefined
  /** For `actual-requests`: assumptions of the theorems to take over, as simulations do; default none. */
  readonly assumptions?: readonly Assumption[] | undefined
  /** Tolerance of the numerical integration, in [1e-12, 1e-2]; default 1e-9. */
  readonly relativeTolerance?: number | undefined
}

const optionChecks: OptionChecks<CommunicationRateOptions> = {
  method: oneOf(communicationMethods),
  sensingClusters: oneOf(sensingClusterKinds, 'kind of sensing clusters'),
  assumptions: someOf(assumptionNames, 'assumption'),
  relativeTolerance: aRelativeTolerance,
}

/**
 * Average data rate $R_c = \mathrm E\ln(1+\mathrm{SIR}_c)$ of the typical user, in nats.
 *
 * @example
 * const network = defineNetwork({ K: 5, L: 2 })
 * communicationRate(network).value.toFixed(6) // '2.731742'
 * communicationRate(network, { method: 'actual-requests' }).value.toFixed(3) // '2.743'
 * communicationRate(network, { method: 'theorem-1' }).value.toFixed(6) // '2.797779'
 *
 * @param network - made by `defineNetwork` of `@isacnet/model`.
 * @throws {InvalidParameterError} for anything else, for a tolerance outside its domain, and for assumptions with another method.
 * @throws {UnknownNameError} for an option or a method that is not known.
 * @throws {InfeasibleAllocationError} where the method needs D ≥ 1, as all but `actual-requests` do, and the network has less.
 * @throws {UnsaturatedNetworkError} for finite densities of users or targets.
 * @throws {MethodNotApplicableError} when the method leaves out something that the network has (noise).
 * @throws {NonConvergenceError} when the tolerance isn't met.
 */
export const communicationRate = (network: Network, options: CommunicationRateOptions = {}): Rate => {
  assertNetwork(network)
  assertOptions('communicationRate', options, optionChecks)
  const {
    method = 'exact',
    sensingClusters = 'bs-centric',
    assumptions = [],
    relativeTolerance = defaultRelativeTolerance,
  } = options
  const definition = communicationMethodDefinitions.find((row) => row.method === method)!
  assertAssumptions(definition, assumptions)
  assertSaturated(`communication method ‘${method}’`, network)
  beginWork()
  const { rate, targetCentricRate = rate } = definition
  return (sensingClusters === 'bs-centric' ? rate : targetCentricRate)(network, relativeTolerance, assumptions)
}
