import type { MethodDefinition } from '../method/method.js'
import { communicationByActualRequests } from '../requests/communication/actual-requests.js'
import { exactCommunication } from './exact-communication-rate.js'
import { communicationByTheorem1 } from './theorem-1.js'
import { communicationByTheorem2 } from './theorem-2.js'

/** The ways to the average data rate, one row each, in the order in which they are shown. */
const definitions = [
  exactCommunication,
  communicationByActualRequests,
  communicationByTheorem1,
  communicationByTheorem2,
] as const satisfies readonly MethodDefinition[]

/** Ways to the average data rate: exact for mean requests, with the actual ones, Theorem 1 as printed, Theorem 2 with F corrected. */
export type CommunicationMethod = (typeof definitions)[number]['method']

export const communicationMethodDefinitions: readonly MethodDefinition[] = definitions

export const communicationMethods: readonly CommunicationMethod[] = definitions.map(({ method }) => method)

/** Those that take every BS to get the mean number of requests, so that a network counts by K, L and the diversity order D. */
export type MeanRequestCommunicationMethod = Exclude<
  (typeof definitions)[number],
  { readonly actualRequests: true }
>['method']

export const meanRequestCommunicationMethods = definitions
  .filter((definition) => !('actualRequests' in definition))
  .map(({ method }) => method) as readonly MeanRequestCommunicationMethod[]
