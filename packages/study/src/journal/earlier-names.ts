import { readSeed, type Seed } from '@isacnet/model'
import type { JournalEntry } from '../files/journal-line.js'
import { isRecord, underLaterNames } from '../files/member-names.js'
import type { ResultRow, ResultValue } from '../rows/result-row.js'
import type { TaskResult } from '../tasks/task-result.js'
import type { StudyHeader } from './study-header.js'

/**
 * An entry of a journal as this version writes it; the same object if it is so already.
 *
 * @throws {RangeError} for a study whose seed was read otherwise: a number that is no integer, or a string such as '5'.
 */
export const currentEntry = (entry: JournalEntry): JournalEntry => {
  if (entry.type === 'result') {
    const result = currentResult(entry.result)
    return result === entry.result ? entry : { ...entry, result }
  }
  if (entry.type !== 'study' || entry.format !== 'isacnet-study' || entry.version !== 1) return entry
  const { study } = entry as unknown as StudyHeader
  assertRead(study.seed)
  return { ...entry, version: 2, study: { ...study, computations: underLaterNames(study.computations) } }
}

const assertRead = (seed: Seed): void => {
  try {
    if (Object.is(readSeed(seed), seed)) return
  } catch {}
  throw new RangeError(
    `its seed, the ${typeof seed} ${JSON.stringify(seed)}, is of an earlier version and gives other random numbers now; --force begins anew`,
  )
}

/** A result as this version writes it; the same object if it is so already. */
export const currentResult = (result: unknown): TaskResult => {
  if (!isRecord(result) || !isRecord(result.communication) || !('error' in result.communication))
    return result as unknown as TaskResult
  return Object.fromEntries(
    Object.entries(result).map(([name, member]) => {
      if (!isRecord(member) || !('error' in member)) return [name, member]
      const { error, ...others } = member
      return [name, { ...others, errorEstimate: error }]
    }),
  ) as unknown as TaskResult
}

const quantities = ['communicationRate', 'sensingRate', 'communicationAse', 'sensingAse', 'sumAse', 'objective']

/** A row of `results.jsonl` that the first version wrote. */
export const currentRow = ({ parameters, ...row }: Readonly<Record<string, unknown>>): ResultRow => {
  const value = (earlier: unknown): unknown => {
    if (!isRecord(earlier)) return earlier
    const { error, value: its, ...others } = earlier
    const current = { value: its, [row.kind === 'simulation' ? 'standardError' : 'errorEstimate']: error, ...others }
    return current as unknown as ResultValue
  }
  return Object.fromEntries(
    Object.entries({ ...row, network: parameters }).map(([name, member]) => [
      name,
      quantities.includes(name) ? value(member) : member,
    ]),
  ) as unknown as ResultRow
}

/** A manifest of results that the first version wrote. */
export const currentManifest = ({
  computations,
  ...manifest
}: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  ...manifest,
  computations: underLaterNames(computations),
})
