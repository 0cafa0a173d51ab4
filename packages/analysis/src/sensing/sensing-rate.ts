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
import { MethodNotApplicableError } from '../method/method-not-applicable-error.js'
import type { Rate } from '../rules/rate.js'
import { aRelativeTolerance, defaultRelativeTolerance } from '../rules/relative-tolerance.js'
import { beginWork } from '../rules/work/work.js'
import { definitionOf, type SensingMethod, sensingMethods } from './sensing-methods.js'

export interface SensingRateOptions {
  /** Default `exact`. */
  readonly method?: SensingMethod | undefined
  /** Default `bs-centric`; the approximate methods know no other for Q ≥ 2. */
  readonly sensingClusters?: SensingClusters | undefined
  /** For `actual-requests`: assumptions of the theorems to take over, as simulations do; default none. */
  readonly assumptions?: readonly Assumption[] | undefined
  /** Tolerance of the numerical integration, in [1e-12, 1e-2]; default 1e-9. */
  readonly relativeTolerance?: number | undefined
}

const optionChecks: OptionChecks<SensingRateOptions> = {
  method: oneOf(sensingMethods),
  sensingClusters: oneOf(sensingClusterKinds, 'kind of sensing clusters'),
  assumptions: someOf(assumptionNames, 'assumption'),
  relativeTolerance: aRelativeTolerance,
}

/**
 * Average radar information rate $R_s = \mathrm E\ln(1+\mathrm{SIR}_s)$ of the typical target, in nats.
 *
 * With α = 2β it doesn't depend on λ_b; else it grows with λ_b when 2β > α and falls when 2β < α (erratum E8).
 *
 * @example
 * const network = defineNetwork({ K: 5, J: 2, Q: 3 })
 * sensingRate(network).value.toFixed(6) // '2.402452'
 * sensingRate(network, { sensingClusters: 'target-centric' }).value.toFixed(6) // '2.209784'
 *
 * @param network - made by `defineNetwork` of `@isacnet/model`.
 * @throws {InvalidParameterError} for anything else, for a tolerance outside its domain, and for assumptions with another method.
 * @throws {UnknownNameError} for an option, a method or clusters that are not known.
 * @throws {InfeasibleAllocationError} where the method takes every request to null for granted, as all but `actual-requests` do, and the network has
 *   too few antennas.
 * @throws {UnsaturatedNetworkError} for finite densities of users or targets.
 * @throws {MethodNotApplicableError} when the method says nothing of the network or the clusters.
 * @throws {NonConvergenceError} when the tolerance isn't met.
 */
export const sensingRate = (network: Network, options: SensingRateOptions = {}): Rate => {
  assertNetwork(network)
  assertOptions('sensingRate', options, optionChecks)
  const {
    method = 'exact',
    sensingClusters = 'bs-centric',
    assumptions = [],
    relativeTolerance = defaultRelativeTolerance,
  } = options
  const definition = definitionOf(method)
  assertAssumptions(definition, assumptions)
  assertSaturated(`sensing method ‘${method}’`, network)
  beginWork()
  const { rate, targetCentricRate } = definition
  if (sensingClusters === 'bs-centric') return rate(network, relativeTolerance, assumptions)
  if (targetCentricRate !== undefined) return targetCentricRate(network, relativeTolerance, assumptions)
  // In a cluster of one cell it doesn't matter whom it is around.
  if (network.sensingClusterSize === 1) return rate(network, relativeTolerance, assumptions)
  throw new MethodNotApplicableError(method, 'bs-centric clusters when Q ≥ 2', sensingClusters)
}
