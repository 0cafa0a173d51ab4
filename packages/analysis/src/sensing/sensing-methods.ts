import type { MethodDefinition } from '../method/method.js'
import { sensingByActualRequests } from '../requests/sensing/actual-requests.js'
import { exactSensing } from './exact/exact-sensing.js'
import { sensingWithoutHole } from './no-hole.js'
import { sensingByProposition3 } from './proposition-3.js'
import { sensingByTheorem3 } from './theorem-3.js'

/** The ways to the radar information rate, one row each, in the order in which they are shown. */
const definitions = [
  exactSensing,
  sensingByActualRequests,
  sensingWithoutHole,
  sensingByProposition3,
  sensingByTheorem3,
] as const satisfies readonly MethodDefinition[]

type Definition = (typeof definitions)[number]

/** Ways to the radar information rate: exact for mean requests, with the actual ones, without the hole, Proposition 3, Theorem 3 as printed. */
export type SensingMethod = Definition['method']

/** Those that have a rate however large the cluster is, for mean requests. */
export type SensingMethodForAnySize = Exclude<
  Definition,
  { readonly largestClusterSize: number } | { readonly actualRequests: true }
>['method']

export const sensingMethodDefinitions: readonly MethodDefinition[] = definitions

export const sensingMethods: readonly SensingMethod[] = definitions.map(({ method }) => method)

/**
 * The methods that an allocation can be searched with by bounds: they have a rate, their own or that of another in their place, for every Q, and it
 * depends on K and Q alone.
 */
export const sensingMethodsForAnySize = definitions
  .filter((definition) => !('largestClusterSize' in definition) && !('actualRequests' in definition))
  .map(({ method }) => method) as readonly SensingMethodForAnySize[]

/**
 * The smallest Q for which a method has a rate of its own.
 *
 * @example
 * smallestSensingClusterSize('theorem-3') // 2
 */
export const smallestSensingClusterSize = (method: SensingMethod): number =>
  definitionOf(method).smallestClusterSize ?? 1

/**
 * The method itself, or the one that the paper has in its place where Q is too small for it.
 *
 * @example
 * sensingMethodAt('theorem-3', 1) // 'proposition-3'
 */
export const sensingMethodAt = (method: SensingMethod, sensingClusterSize: number): SensingMethod => {
  const { smallestClusterSize = 1, below } = definitionOf(method)
  return sensingClusterSize < smallestClusterSize && below !== undefined ? (below as SensingMethod) : method
}

/** The row of a method. */
export const definitionOf = (method: SensingMethod): MethodDefinition =>
  sensingMethodDefinitions.find((definition) => definition.method === method)!
