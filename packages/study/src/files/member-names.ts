import { laterParameterNames, paperNetwork } from '@isacnet/model'

/** Members that had other names in the first version of journals and results. */
const earlierNames: Readonly<Record<string, string>> = {
  sensingClusters: 'clusters',
  relativeBias: 'biasBound',
  minCommunicationRate: 'minimumCommunicationRate',
  minSensingRate: 'minimumSensingRate',
  minCommunicationClusterSize: 'minimumCommunicationClusterSize',
  minSensingClusterSize: 'minimumSensingClusterSize',
}
const laterNames = Object.fromEntries(Object.entries(earlierNames).map(([later, earlier]) => [earlier, later]))

/**
 * Returns what seeds and keys are hashes of: a task under the names that its members had first. These names stay, whatever members are
 * called: with other seeds, results would have other bits.
 */
export const underHashedNames = (value: unknown): unknown => renamed(withoutLaterDefaults(value), earlierNames)

/** The later parameters of networks with their defaults, with which they don't count in hashes. */
export const laterDefaults: Readonly<Record<string, number>> = Object.fromEntries(
  laterParameterNames.flatMap((name) => {
    const value = paperNetwork[name]
    // What is infinite by default isn't written.
    return value === undefined ? [] : [[name, value] as const]
  }),
)

const withoutLaterDefaults = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutLaterDefaults)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, member]) => !(Object.hasOwn(laterDefaults, name) && member === laterDefaults[name]))
      .map(([name, member]) => [name, withoutLaterDefaults(member)]),
  )
}

/** Members of any value, such as the computations of a study, under the names that they have now. */
export const underLaterNames = <Value>(value: Value): Value => renamed(value, laterNames) as Value

const renamed = (value: unknown, names: Readonly<Record<string, string>>): unknown => {
  if (Array.isArray(value)) return value.map((item) => renamed(item, names))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [names[name] ?? name, renamed(member, names)]),
  )
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
