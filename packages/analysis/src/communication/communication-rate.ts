import { assertNetwork, assertOptions, type Network, type OptionChecks, oneOf } from '@isacnet/model'
import { type Method, whereFeasible } from '../method/method.js'
import { MethodNotApplicableError } from '../method/method-not-applicable-error.js'
import type { Rate } from '../rules/rate.js'
import { aRelativeTolerance, defaultRelativeTolerance } from '../rules/relative-tolerance.js'
import { exactCommunicationRate } from './exact-communication-rate.js'
import { theorem1 } from './theorem-1.js'
import { theorem2 } from './theorem-2.js'

/** Ways to the average data rate: exact, Theorem 1 as printed, Theorem 2 with F corrected. */
export type CommunicationMethod = 'exact' | 'theorem-1' | 'theorem-2'

const withoutNoise =
  (name: CommunicationMethod, method: Method): Method =>
  (network, relativeTolerance) => {
    if (network.noisePower > 0) throw new MethodNotApplicableError(name, 'noisePower (N₀) = 0', `${network.noisePower}`)
    return method(network, relativeTolerance)
  }

const evaluate: Readonly<Record<CommunicationMethod, Method>> = {
  exact: whereFeasible(exactCommunicationRate),
  'theorem-1': whereFeasible(withoutNoise('theorem-1', theorem1)),
  'theorem-2': whereFeasible(withoutNoise('theorem-2', theorem2)),
}

export const communicationMethods = Object.keys(evaluate) as readonly CommunicationMethod[]

export interface CommunicationRateOptions {
  /** Default `exact`. */
  readonly method?: CommunicationMethod | undefined
  /** Of the numerical integration, in [1e-12, 1e-2]; default 1e-9. */
  readonly relativeTolerance?: number | undefined
}

const optionChecks: OptionChecks<CommunicationRateOptions> = {
  method: oneOf(communicationMethods),
  relativeTolerance: aRelativeTolerance,
}

/**
 * Average data rate $R_c = \mathrm E\ln(1+\mathrm{SIR}_c)$ of the typical user, in nats.
 *
 * @param network - made by `defineNetwork` of `@isacnet/model`.
 * @throws {InvalidParameterError} for anything else, and for a tolerance outside its domain.
 * @throws {UnknownNameError} for an option or a method that is not known.
 * @throws {InfeasibleAllocationError} where the method needs D ≥ 1, as all of them do, and the network has less.
 * @throws {MethodNotApplicableError} when the method leaves out something that the network has (noise).
 * @throws {NonConvergenceError} when the tolerance isn't met.
 */
export const communicationRate = (network: Network, options: CommunicationRateOptions = {}): Rate => {
  assertNetwork(network)
  assertOptions('communicationRate', options, optionChecks)
  const { method = 'exact', relativeTolerance = defaultRelativeTolerance } = options
  return evaluate[method](network, relativeTolerance)
}
