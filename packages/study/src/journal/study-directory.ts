import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { aFunction, anObject, assertOptions, type OptionChecks, oneOf, required, trueOrFalse } from '@isacnet/model'
import type { ResolvedStudy } from '@isacnet/scenario'
import { checkpointContent, checkpointFrom, type SimulationState } from '@isacnet/simulation'
import { canonicalJson } from '../files/canonical-json.js'
import type { WriteBytes } from '../files/complete-files.js'
import type { JournalEntry } from '../files/journal-line.js'
import { resultFileNames, unfinished } from '../files/result-file-names.js'
import { StudyDirectoryError } from '../files/study-file-error.js'
import { type DirectoryLock, lockDirectory } from '../lock/directory-lock.js'
import type { ComputationVersions } from '../tasks/computation-versions.js'
import { canGoOn } from '../tasks/continued-simulation.js'
import { unpackStudy } from '../tasks/packed-study.js'
import { type StudyTask, studyTasks } from '../tasks/study-task.js'
import { counterparts, fromCache, newTask, reasonsAgainst, unchanged } from '../tasks/task-reason.js'
import type { TaskResult } from '../tasks/task-result.js'
import { type Journal, openJournal, readJournal, rewriteJournal } from './journal.js'
import type { ResultCache } from './result-cache.js'
import { aShard, partName, type Shard, tasksOfShard } from './shard.js'
import { headerDifference, type StudyHeader, studyHeader } from './study-header.js'

/** In the directory of a study. */
export const journalName = 'journal.jsonl'

/**
 * How to treat a directory that has something already. `refuse`: go on with the same study, refuse another. `resume`: take from
 * another study what is unchanged, but refuse another shard. `force`: begin anew.
 */
export type ExistingStudy = 'refuse' | 'resume' | 'force'

export const existingStudies: readonly ExistingStudy[] = ['refuse', 'resume', 'force']

export interface StudyDirectoryOptions {
  readonly study: ResolvedStudy
  readonly versions: ComputationVersions
  readonly shard?: Shard | null
  /** Default `refuse`. */
  readonly existing?: ExistingStudy
  /** Takes the directory also from a process on another machine or in another container that may be alive; default `false`. */
  readonly takeOver?: boolean
  readonly cache?: ResultCache
  /** Receives one-line warnings. */
  readonly onNotice?: (line: string) => void
  readonly write?: WriteBytes
}

const optionChecks: OptionChecks<StudyDirectoryOptions> = {
  study: required(anObject),
  versions: required(anObject),
  shard: aShard,
  existing: oneOf(existingStudies),
  takeOver: trueOrFalse,
  cache: anObject,
  onNotice: aFunction,
  write: aFunction,
}

/** A directory in which a study is computed; it is this process' until it is closed. */
export interface StudyDirectory {
  readonly path: string
  readonly header: StudyHeader
  readonly study: ResolvedStudy
  /** All of the study, or of its shard. */
  readonly tasks: readonly StudyTask[]
  readonly result: (key: string) => TaskResult | undefined
  /** Where a simulation goes on. */
  readonly state: (key: string) => SimulationState | undefined
  /** Why a task is computed, or isn't. */
  readonly reason: (key: string) => string
  /** @throws {StudyDirectoryError} when another process has taken the directory over. */
  readonly assertHeld: () => void
  readonly addResult: (key: string, result: TaskResult) => void
  readonly addState: (task: StudyTask, state: SimulationState) => void
  /** Flushes the journal to the disk. */
  readonly sync: () => void
  readonly close: () => void
}

/** When states that are superseded take so many bytes, the journal is written anew without them. */
const mostSuperseded = 32 << 20

/**
 * Opens a directory for a study, and says what is there to go on with.
 *
 * @example
 * const study = await resolveScenario('sweep: [{ vary: K, values: [1, 2] }]\ncompute: [{ theorem: {} }]')
 * const directory = openStudyDirectory(folder, { study, versions: computationVersions() })
 * const { tasks } = directory
 * directory.close()
 * tasks.length // 2
 *
 * @param path - an existing directory.
 * @throws {UnknownNameError} {InvalidParameterError} for options that aren't as their type says.
 * @throws {StudyDirectoryError} when another process works in it, it has another study or shard, or files that a study would replace.
 * @throws {StudyFileError} when the journal can't be read or written.
 */
export const openStudyDirectory = (path: string, options: StudyDirectoryOptions): StudyDirectory => {
  assertOptions('openStudyDirectory', options, optionChecks)
  const { takeOver } = options
  const lock = lockDirectory(path, takeOver === undefined ? {} : { takeOver })
  try {
    return openLocked(path, options, lock)
  } catch (error) {
    lock.release()
    throw error
  }
}

const openLocked = (
  path: string,
  { study, versions, shard = null, existing = 'refuse', cache, onNotice = () => {}, write }: StudyDirectoryOptions,
  lock: DirectoryLock,
): StudyDirectory => {
  const journalPath = join(path, journalName)
  const there = existsSync(journalPath)
  if (!there && existing !== 'force') assertNothingToReplace(path)
  for (const name of [journalName, ...resultFileNames]) rmSync(join(path, unfinished(name)), { force: true })
  const content =
    existing === 'force'
      ? { entries: [], damagedLines: [], tornBytes: 0, wholeBytes: 0, outdated: false }
      : readJournal(journalPath)
  const { damagedLines, tornBytes } = content
  if (damagedLines.length > 0)
    onNotice(`‘${journalPath}’ is damaged in line ${damagedLines.join(', ')}: what was there is computed again`)
  const earlier = headerOf(content.entries)
  const results = new Map<string, TaskResult>()
  const checkpoints = new Map<string, unknown>()
  for (const entry of content.entries)
    if (entry.type === 'result') {
      results.set(entry.key, entry.result as TaskResult)
      checkpoints.delete(entry.key)
    } else if (entry.type === 'state') checkpoints.set(entry.key, entry.checkpoint)

  const tasks = tasksOfShard(studyTasks(study, versions), shard)
  let header = studyHeader(study, { shard, versions, reasons: {} })
  const difference = earlier === undefined ? 'study' : headerDifference(earlier, header)
  if (earlier !== undefined && existing !== 'force' && partName(earlier.shard) !== partName(shard))
    throw new StudyDirectoryError(shardRefusal(path, earlier, header))
  if (there && existing === 'refuse' && difference !== undefined)
    throw new StudyDirectoryError(refusal(path, earlier, difference))
  if (earlier !== undefined && difference === undefined) header = earlier
  else {
    const before =
      earlier === undefined ? [] : tasksOfShard(studyTasks(unpackStudy(earlier.study), earlier.versions), earlier.shard)
    header = {
      ...header,
      reasons: adopt(tasks, before, { results, checkpoints, cache, hasEarlier: there && existing !== 'force' }),
    }
  }

  const entries = function* (): Generator<JournalEntry> {
    yield header as unknown as JournalEntry
    for (const [key, result] of results) yield { type: 'result', key, result }
    for (const [key, checkpoint] of checkpoints) yield { type: 'state', key, checkpoint }
  }
  // A torn end is cut off; anything else that isn't as this run would have written it is written anew.
  const anew = header !== earlier || damagedLines.length > 0 || content.outdated
  const begin = (wholeBytes: number): Journal => openJournal(journalPath, wholeBytes, write)
  // What an earlier study has left would pass for this one's.
  if (header !== earlier) for (const name of resultFileNames) rmSync(join(path, name), { force: true })
  let journal = begin(anew ? rewriteJournal(journalPath, entries(), write) : content.wholeBytes)
  if (tornBytes > 0) onNotice(`the last line of ‘${journalPath}’ was not finished: it is left out`)

  const reasons = new Map(Object.entries(header.reasons).flatMap(([reason, keys]) => keys.map((key) => [key, reason])))
  return {
    path,
    header,
    study,
    tasks,
    result: (key) => results.get(key),
    state: (key) => {
      const checkpoint = checkpoints.get(key)
      return checkpoint === undefined ? undefined : checkpointFrom(checkpoint).state
    },
    reason: (key) => reasons.get(key) ?? newTask,
    assertHeld: lock.assertHeld,
    addResult: (key, result) => {
      lock.assertHeld()
      journal.append({ type: 'result', key, result })
      results.set(key, result)
      checkpoints.delete(key)
      cache?.put(key, result)
    },
    addState: ({ key, content: task }, state) => {
      if (task.kind !== 'simulation') return
      lock.assertHeld()
      const checkpoint: unknown = checkpointContent(task.definition, state)
      journal.append({ type: 'state', key, checkpoint })
      checkpoints.set(key, checkpoint)
      if (journal.superseded < mostSuperseded) return
      journal.close()
      journal = begin(rewriteJournal(journalPath, entries(), write))
    },
    sync: () => journal.sync(),
    close: () => {
      journal.close()
      lock.release()
    },
  }
}

/** The study of a journal; `undefined` if it has none, or one of another version of this format. */
export const headerOf = (entries: readonly JournalEntry[]): StudyHeader | undefined =>
  entries.find(
    (entry): entry is StudyHeader & JournalEntry =>
      entry.type === 'study' && entry.format === 'isacnet-study' && entry.version === 2,
  )

interface Store {
  readonly results: Map<string, TaskResult>
  readonly checkpoints: Map<string, unknown>
  readonly cache: ResultCache | undefined
  /** Whether the directory had a journal. */
  readonly hasEarlier: boolean
}

/** Takes what is known of the tasks from the cache and from an earlier study, and says why the others are computed. */
const adopt = (tasks: readonly StudyTask[], before: readonly StudyTask[], store: Store): Record<string, string[]> => {
  const { results, checkpoints, cache, hasEarlier } = store
  const reasonOf = reasonsAgainst(before)
  const counterpart = counterparts(before)
  const reasons: Record<string, string[]> = {}
  const seen = new Set<string>()
  const say = (reason: string, key: string): void => {
    if (reason === newTask) return
    reasons[reason] ??= []
    reasons[reason].push(key)
  }
  for (const task of tasks) {
    const { key } = task
    if (seen.has(key)) continue
    seen.add(key)
    if (results.has(key)) {
      say(unchanged, key)
      continue
    }
    const cached = cache?.get(key)
    if (cached !== undefined) {
      results.set(key, cached)
      say(fromCache, key)
      continue
    }
    if (checkpoints.has(key)) {
      say(hasEarlier ? unchanged : newTask, key)
      continue
    }
    const earlier = counterpart(task)
    const result = earlier === undefined ? undefined : results.get(earlier.key)
    if (earlier !== undefined && result?.kind === 'simulation' && canGoOn(earlier, result, task)) {
      if (task.content.kind === 'simulation')
        checkpoints.set(key, checkpointContent(task.content.definition, result.state))
      say(
        `precision increased: ${reasonOf(task).replace(/^precision changed /, '')}; it goes on with the earlier trials`,
        key,
      )
      continue
    }
    say(reasonOf(task), key)
  }
  return reasons
}

const refusal = (path: string, earlier: StudyHeader | undefined, difference: 'study' | 'versions'): string => {
  const choice = '--resume takes over what is unchanged, --force begins anew'
  if (earlier === undefined) return `‘${path}’ has a damaged journal, of which study can’t be told: ${choice}`
  if (difference === 'versions') return `‘${path}’ was computed by another version: ${choice}`
  return `‘${path}’ has another study${titleOf(earlier)}: ${choice}`
}

/** Resuming would throw away the points that the other shard doesn't have. */
const shardRefusal = (path: string, earlier: StudyHeader, now: StudyHeader): string => {
  return `‘${path}’ has ${partName(earlier.shard)}, not ${partName(now.shard)}, which must have a directory of its own; --force begins anew`
}

const titleOf = ({ study }: StudyHeader): string => (study.title === '' ? '' : `, ${canonicalJson(study.title)}`)

const assertNothingToReplace = (path: string): void => {
  const names = new Set<string>(resultFileNames)
  const found = readdirSync(path).find((name) => names.has(name))
  if (found !== undefined)
    throw new StudyDirectoryError(`‘${join(path, found)}’ is there, but no journal of a study: --force replaces it`)
}
