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

/** The methods of a service, `exact` first; of sensing those for this Q. */
export const methodsOf = (service: Service, { sensingClusterSize }: Network): readonly ServiceMethod[] =>
  service === 'communication'
    ? communicationMethods.map((method) => ({ method, communicationMethod: method }))
    : sensingMethodsForAnySize
        .map((method) => sensingMethodAt(method, sensingClusterSize))
        .map((method) => ({ method, sensingMethod: method }))
