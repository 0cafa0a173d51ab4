import type { MethodDefinition } from '../method/method.js'
import { exactCommunication } from './exact-communication-rate.js'
import { communicationByTheorem1 } from './theorem-1.js'
import { communicationByTheorem2 } from './theorem-2.js'

/** The ways to the average data rate, one row each, in the order in which they are shown. */
const definitions = [
  exactCommunication,
  communicationByTheorem1,
  communicationByTheorem2,
] as const satisfies readonly MethodDefinition[]

/** Ways to the average data rate: exact, Theorem 1 as printed, Theorem 2 with F corrected. */
export type CommunicationMethod = (typeof definitions)[number]['method']

export const communicationMethodDefinitions: readonly MethodDefinition[] = definitions

export const communicationMethods: readonly CommunicationMethod[] = definitions.map(({ method }) => method)
