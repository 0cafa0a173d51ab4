import { type NetworkParameters, parameterDefinitions, writtenParameterValue } from '@isacnet/model'
import { canonicalJson } from '../files/canonical-json.js'
import type { StudyTask, TaskContent } from './study-task.js'

/** No earlier study had the task. */
export const newTask = 'new'
/** An earlier study of the directory has the task's result. */
export const unchanged = 'unchanged'
/** A cache has the task's result. */
export const fromCache = 'in the cache'

/**
 * Says why tasks aren't what an earlier study of the directory had, by comparing each with the earlier task of the same name at the
 * same coordinates.
 */
export const reasonsAgainst = (earlier: readonly StudyTask[]): ((task: StudyTask) => string) => {
  const known = new Map(earlier.map((task) => [placeOf(task), task]))
  return (task) => {
    const before = known.get(placeOf(task))
    if (before === undefined) return newTask
    const changes = changesOf(before, task)
    return changes.length === 0 ? 'its earlier result was lost' : changes.join(', ')
  }
}

/** The earlier task of the same name at the same coordinates. */
export const counterparts = (earlier: readonly StudyTask[]): ((task: StudyTask) => StudyTask | undefined) => {
  const known = new Map(earlier.map((task) => [placeOf(task), task]))
  return (task) => known.get(placeOf(task))
}

const placeOf = ({ point, name }: StudyTask): string => canonicalJson([name, point.coordinates])

const changesOf = (before: StudyTask, now: StudyTask): string[] => {
  const versions = [...new Set([...Object.keys(before.versions), ...Object.keys(now.versions)])]
    .filter((name) => before.versions[name] !== now.versions[name])
    .map(
      (name) => `version of ${name} changed from ${before.versions[name] ?? 'none'} to ${now.versions[name] ?? 'none'}`,
    )
  if (before.content.kind !== now.content.kind)
    return [`${before.content.kind} became ${now.content.kind}`, ...versions]
  const network = parameterDefinitions.flatMap(({ name, symbol }) => {
    const from = networkOf(before.content)[name]
    const to = networkOf(now.content)[name]
    return from === to
      ? []
      : [`${name} (${symbol}) changed from ${writtenParameterValue(from)} to ${writtenParameterValue(to)}`]
  })
  const a = settingsOf(before.content)
  const b = settingsOf(now.content)
  const settings = [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((name) => canonicalJson(a[name]) !== canonicalJson(b[name]))
    .map((name) =>
      name === 'until'
        ? `precision changed from ${shown(a[name])} to ${shown(b[name])}`
        : `${name} changed from ${shown(a[name])} to ${shown(b[name])}`,
    )
  return [...network, ...settings, ...versions]
}

const networkOf = (content: TaskContent): NetworkParameters =>
  content.kind === 'simulation' ? content.definition.network : content.network

/** A task's description beside its network and its versions. A seed follows from the study's, which comes before the colon. */
const settingsOf = (content: TaskContent): Readonly<Record<string, unknown>> => {
  if (content.kind !== 'simulation') return { ...content.computation }
  const { network: _, seed, ...options } = content.definition
  return { ...options, seed: String(seed).replace(/:[0-9a-f]{16}$/, ''), until: content.until }
}

const shown = (value: unknown): string =>
  value === undefined
    ? 'none'
    : typeof value === 'string'
      ? value
      : canonicalJson(value).replace(/["{}]/g, '').replaceAll(',', ', ')
