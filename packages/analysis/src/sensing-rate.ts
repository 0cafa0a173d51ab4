import type { NetworkParameters, SensingClusters } from '@isacnet/model'
import { exactSensingRateBsCentric } from './exact-sensing-bs-centric.js'
import { exactSensingRateTargetCentric } from './exact-sensing-target-centric.js'
import { MethodNotApplicableError } from './method-not-applicable-error.js'
import { noHole } from './no-hole.js'
import { proposition3 } from './proposition-3.js'
import { assertRelativeTolerance, defaultRelativeTolerance, type Rate } from './rate.js'
import { theorem3 } from './theorem-3.js'

const exact = {
  'bs-centric': exactSensingRateBsCentric,
  'target-centric': exactSensingRateTargetCentric,
} as const satisfies Record<SensingClusters, unknown>

const approximate = { 'no-hole': noHole, 'proposition-3': proposition3, 'theorem-3': theorem3 } as const

/** Ways to the radar information rate: exact, without the hole, Proposition 3, Theorem 3 as printed. */
export type SensingMethod = 'exact' | keyof typeof approximate

export const sensingMethods: readonly SensingMethod[] = [
  'exact',
  ...(Object.keys(approximate) as (keyof typeof approximate)[]),
]

export interface SensingRateOptions {
  /** Default `exact`. */
  readonly method?: SensingMethod
  /** Default `bs-centric`; the approximate methods know no other for Q ≥ 2. */
  readonly sensingClusters?: SensingClusters
  /** Of the numerical integration, in [1e-12, 1e-2]; default 1e-9. */
  readonly relativeTolerance?: number
}

/**
 * Average radar information rate $R_s = \mathrm E\ln(1+\mathrm{SIR}_s)$ of the typical target, in nats.
 *
 * With α = 2β it doesn't depend on λ_b; else it grows with λ_b when 2β > α and falls when 2β < α (erratum E8).
 *
 * @param network - as `defineNetwork` of `@isacnet/model` gives it; it is not validated again.
 * @throws {MethodNotApplicableError} when the method says nothing of the network or the clusters.
 * @throws {NonConvergenceError} when the tolerance isn't met.
 * @throws {RangeError} for a tolerance outside its domain.
 */
export const sensingRate = (network: NetworkParameters, options: SensingRateOptions = {}): Rate => {
  const { method = 'exact', sensingClusters = 'bs-centric', relativeTolerance = defaultRelativeTolerance } = options
  assertRelativeTolerance(relativeTolerance)
  if (method === 'exact') return exact[sensingClusters](network, relativeTolerance)
  if (sensingClusters !== 'bs-centric' && network.sensingClusterSize > 1)
    throw new MethodNotApplicableError(method, 'bs-centric clusters when Q ≥ 2', sensingClusters)
  if (method === 'theorem-3' && (network.clutterDensity > 0 || network.noisePower > 0))
    throw new MethodNotApplicableError(method, 'neither clutter nor noise', describeExtensions(network))
  return approximate[method](network, relativeTolerance)
}

const describeExtensions = ({ clutterDensity, noisePower }: NetworkParameters): string =>
  `clutterDensity (λ_x) = ${clutterDensity} and noisePower (N₀) = ${noisePower}`
