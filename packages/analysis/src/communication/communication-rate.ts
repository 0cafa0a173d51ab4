import { assertNetwork, assertOptions, assertSaturated, type Network, type OptionChecks, oneOf } from '@isacnet/model'
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
  /** Tolerance of the numerical integration, in [1e-12, 1e-2]; default 1e-9. */
  readonly relativeTolerance?: number | undefined
}

const optionChecks: OptionChecks<CommunicationRateOptions> = {
  method: oneOf(communicationMethods),
  relativeTolerance: aRelativeTolerance,
}

/**
 * Average data rate $R_c = \mathrm E\ln(1+\mathrm{SIR}_c)$ of the typical user, in nats.
 *
 * @example
 * const network = defineNetwork({ K: 5, L: 2 })
 * communicationRate(network).value.toFixed(6) // '2.731742'
 * communicationRate(network, { method: 'theorem-1' }).value.toFixed(6) // '2.797779'
 *
 * @param network - made by `defineNetwork` of `@isacnet/model`.
 * @throws {InvalidParameterError} for anything else, and for a tolerance outside its domain.
 * @throws {UnknownNameError} for an option or a method that is not known.
 * @throws {InfeasibleAllocationError} where the method needs D ≥ 1, as all of them do, and the network has less.
 * @throws {UnsaturatedNetworkError} for finite densities of users or targets.
 * @throws {MethodNotApplicableError} when the method leaves out something that the network has (noise).
 * @throws {NonConvergenceError} when the tolerance isn't met.
 */
export const communicationRate = (network: Network, options: CommunicationRateOptions = {}): Rate => {
  assertNetwork(network)
  assertOptions('communicationRate', options, optionChecks)
  const { method = 'exact', relativeTolerance = defaultRelativeTolerance } = options
  assertSaturated(`communication method ‘${method}’`, network)
  beginWork()
  const { rate } = communicationMethodDefinitions.find((definition) => definition.method === method)!
  return rate(network, relativeTolerance)
}
