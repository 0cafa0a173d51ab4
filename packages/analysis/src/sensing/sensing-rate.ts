import {
  assertNetwork,
  assertOptions,
  type Network,
  type OptionChecks,
  oneOf,
  type SensingClusters,
  sensingClusterKinds,
} from '@isacnet/model'
import { type Method, whereFeasible } from '../method/method.js'
import { MethodNotApplicableError } from '../method/method-not-applicable-error.js'
import type { Rate } from '../rules/rate.js'
import { aRelativeTolerance, defaultRelativeTolerance } from '../rules/relative-tolerance.js'
import { exactSensingRateBsCentric } from './exact-sensing-bs-centric.js'
import { exactSensingRateTargetCentric } from './exact-sensing-target-centric.js'
import { noHole } from './no-hole.js'
import { proposition3 } from './proposition-3.js'
import { theorem3 } from './theorem-3.js'

const exact: Readonly<Record<SensingClusters, Method>> = {
  'bs-centric': whereFeasible(exactSensingRateBsCentric),
  'target-centric': whereFeasible(exactSensingRateTargetCentric),
}

/** Ways to the radar information rate: exact, without the hole, Proposition 3, Theorem 3 as printed. */
export type SensingMethod = 'exact' | 'no-hole' | 'proposition-3' | 'theorem-3'

const approximate: Readonly<Record<Exclude<SensingMethod, 'exact'>, Method>> = {
  'no-hole': whereFeasible(noHole),
  'proposition-3': whereFeasible(proposition3),
  'theorem-3': whereFeasible((network, relativeTolerance) => {
    if (network.clutterDensity > 0 || network.noisePower > 0)
      throw new MethodNotApplicableError('theorem-3', 'neither clutter nor noise', describeExtensions(network))
    return theorem3(network, relativeTolerance)
  }),
}

export const sensingMethods: readonly SensingMethod[] = [
  'exact',
  ...(Object.keys(approximate) as (keyof typeof approximate)[]),
]

export interface SensingRateOptions {
  /** Default `exact`. */
  readonly method?: SensingMethod | undefined
  /** Default `bs-centric`; the approximate methods know no other for Q ≥ 2. */
  readonly sensingClusters?: SensingClusters | undefined
  /** Of the numerical integration, in [1e-12, 1e-2]; default 1e-9. */
  readonly relativeTolerance?: number | undefined
}

const optionChecks: OptionChecks<SensingRateOptions> = {
  method: oneOf(sensingMethods),
  sensingClusters: oneOf(sensingClusterKinds, 'kind of sensing clusters'),
  relativeTolerance: aRelativeTolerance,
}

/**
 * Average radar information rate $R_s = \mathrm E\ln(1+\mathrm{SIR}_s)$ of the typical target, in nats.
 *
 * With α = 2β it doesn't depend on λ_b; else it grows with λ_b when 2β > α and falls when 2β < α (erratum E8).
 *
 * @param network - made by `defineNetwork` of `@isacnet/model`.
 * @throws {InvalidParameterError} for anything else, and for a tolerance outside its domain.
 * @throws {UnknownNameError} for an option, a method or clusters that are not known.
 * @throws {InfeasibleAllocationError} where the method takes every request to null for granted, as all of them do, and the network has
 *   too few antennas.
 * @throws {MethodNotApplicableError} when the method says nothing of the network or the clusters.
 * @throws {NonConvergenceError} when the tolerance isn't met.
 */
export const sensingRate = (network: Network, options: SensingRateOptions = {}): Rate => {
  assertNetwork(network)
  assertOptions('sensingRate', options, optionChecks)
  const { method = 'exact', sensingClusters = 'bs-centric', relativeTolerance = defaultRelativeTolerance } = options
  if (method === 'exact') return exact[sensingClusters](network, relativeTolerance)
  if (sensingClusters !== 'bs-centric' && network.sensingClusterSize > 1)
    throw new MethodNotApplicableError(method, 'bs-centric clusters when Q ≥ 2', sensingClusters)
  return approximate[method](network, relativeTolerance)
}

const describeExtensions = ({ clutterDensity, noisePower }: Network): string =>
  `clutterDensity (λ_x) = ${clutterDensity} and noisePower (N₀) = ${noisePower}`
