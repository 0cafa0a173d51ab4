import {
  communicationMethods,
  type PerformanceOptions,
  sensingMethodAt,
  sensingMethodsForAnySize,
} from '@isacnet/analysis'
import type { Network, Service } from '@isacnet/model'

/** A method of a service, and the option that chooses it. */
export type ServiceMethod = Pick<PerformanceOptions, 'communicationMethod' | 'sensingMethod'> & {
  readonly method: string
}

/** Methods of sensing that have a rate, or another in their place, for every Q; `exact` first. */
const sensingMethodsShown = [
  'exact',
  'actual-requests',
  ...sensingMethodsForAnySize.filter((method) => method !== 'exact'),
] as const

/** How many methods a service has. */
export const methodCount: Readonly<Record<Service, number>> = {
  communication: communicationMethods.length,
  sensing: sensingMethodsShown.length,
}

/** The methods of a service, `exact` first; of sensing those for this Q. */
export const methodsOf = (service: Service, { sensingClusterSize }: Network): readonly ServiceMethod[] =>
  service === 'communication'
    ? communicationMethods.map((method) => ({ method, communicationMethod: method }))
    : sensingMethodsShown
        .map((method) => sensingMethodAt(method, sensingClusterSize))
        .map((method) => ({ method, sensingMethod: method }))
