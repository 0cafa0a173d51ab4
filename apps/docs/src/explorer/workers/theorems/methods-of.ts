import {
  communicationMethods,
  methodDefinitions,
  type PerformanceOptions,
  sensingMethodAt,
  sensingMethodsForAnySize,
} from '@isacnet/analysis'
import type { Network, Service } from '@isacnet/model'

/** A method of a service, and the option that chooses it. */
export interface ServiceMethod {
  readonly method: string
  /** The method that is asked for; the paper may have another one in its place. */
  readonly asked: string
  /** Its place among the methods of its service, which decides how its curves look. */
  readonly place: number
  /** Its name in tables and legends. */
  readonly title: string
  readonly options: Pick<PerformanceOptions, 'communicationMethod' | 'sensingMethod'>
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
    ? communicationMethods.map((method, place) => ({
        method,
        asked: method,
        place,
        title: methodTitle(method),
        options: { communicationMethod: method },
      }))
    : sensingMethodsShown.map((asked, place) => {
        const method = sensingMethodAt(asked, sensingClusterSize)
        return { method, asked, place, title: methodTitle(method), options: { sensingMethod: method } }
      })

const titles = new Map(
  Object.values(methodDefinitions).flatMap((rows) => rows.map(({ method, title }) => [method as string, title])),
)

/** The name of a method in tables and legends. */
const methodTitle = (method: string): string => titles.get(method)!

/** Methods whose curves look alike: those of one place, of both services. */
export interface MethodPlace {
  readonly names: readonly string[]
  /** Their names in legends. */
  readonly title: string
}

/** All methods by their places. */
export const methodTable: readonly MethodPlace[] = Array.from(
  { length: Math.max(...Object.values(methodCount)) },
  (_, place) => {
    const names = [
      ...new Set([communicationMethods[place], sensingMethodsShown[place]].filter((name) => name !== undefined)),
    ]
    return { names, title: names.map(methodTitle).join(' · ') }
  },
)
