import type { NetworkParameters } from '@isacnet/model'
import { exactCommunicationRate } from './exact-communication-rate.js'
import { MethodNotApplicableError } from './method-not-applicable-error.js'
import { assertRelativeTolerance, defaultRelativeTolerance, type Rate } from './rate.js'
import { theorem1 } from './theorem-1.js'
import { theorem2 } from './theorem-2.js'

const evaluate = { exact: exactCommunicationRate, 'theorem-1': theorem1, 'theorem-2': theorem2 } as const

/** Ways to the average data rate: exact, Theorem 1 as printed, Theorem 2 with F corrected. */
export type CommunicationMethod = keyof typeof evaluate

export const communicationMethods = Object.keys(evaluate) as readonly CommunicationMethod[]

export interface CommunicationRateOptions {
  /** Default `exact`. */
  readonly method?: CommunicationMethod
  /** Of the numerical integration, in [1e-12, 1e-2]; default 1e-9. */
  readonly relativeTolerance?: number
}

/**
 * Average data rate $R_c = \mathrm E\ln(1+\mathrm{SIR}_c)$ of the typical user, in nats.
 *
 * @param network - as `defineNetwork` of `@isacnet/model` gives it; it is not validated again.
 * @throws {MethodNotApplicableError} when the method leaves out something that the network has (noise).
 * @throws {NonConvergenceError} when the tolerance isn't met.
 * @throws {RangeError} for a tolerance outside its domain.
 */
export const communicationRate = (network: NetworkParameters, options: CommunicationRateOptions = {}): Rate => {
  const { method = 'exact', relativeTolerance = defaultRelativeTolerance } = options
  assertRelativeTolerance(relativeTolerance)
  if (method !== 'exact' && network.noisePower > 0)
    throw new MethodNotApplicableError(method, 'noisePower (N₀) = 0', `${network.noisePower}`)
  return evaluate[method](network, relativeTolerance)
}
