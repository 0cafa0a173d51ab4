import {
  communicationMethods,
  methodDefinitions,
  type PerformanceOptions,
  sensingMethodAt,
  sensingMethodsForAnySize,
} from '@isacnet/analysis'
import type { Network, Service } from '@isacnet/model'

/** A method of a service, and the option that chooses it. */
export type ServiceMethod = Pick<PerformanceOptions, 'communicationMethod' | 'sensingMethod'> & {
  readonly method: string
  /** Its name in tables and legends. */
  readonly title: string
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
    ? communicationMethods.map((method) => ({ method, title: titleOf(method), communicationMethod: method }))
    : sensingMethodsShown
        .map((method) => sensingMethodAt(method, sensingClusterSize))
        .map((method) => ({ method, title: titleOf(method), sensingMethod: method }))

const titles = new Map(
  Object.values(methodDefinitions).flatMap((rows) => rows.map(({ method, title }) => [method, title])),
)

const titleOf = (method: string): string => titles.get(method)!
