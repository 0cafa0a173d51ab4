import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { aFunction, assertOptions, IsacnetError, type OptionChecks, oneOf, trueOrFalse } from '@isacnet/model'
import { contentHash } from '../files/canonical-json.js'
import type { WriteBytes } from '../files/complete-files.js'
import type { JournalEntry } from '../files/journal-line.js'
import { lockDirectory } from '../lock/directory-lock.js'
import { unpackStudy } from '../tasks/packed-study.js'
import { studyTasks } from '../tasks/study-task.js'
import type { TaskResult } from '../tasks/task-result.js'
import { readJournal, rewriteJournal } from './journal.js'
import { type Shard, shardName, tasksOfShard } from './shard.js'
import {
  type ExistingStudy,
  existingStudies,
  headerOf,
  journalName,
  openStudyDirectory,
  type StudyDirectory,
} from './study-directory.js'
import type { StudyHeader } from './study-header.js'

/** Shards that don't make a study; the message names them. */
export class MergeError extends IsacnetError {
  override readonly name = 'MergeError'
  override readonly code = 'merge'
}

interface ReadShard {
  readonly path: string
  readonly header: StudyHeader
  readonly shard: Shard
  readonly results: ReadonlyMap<string, TaskResult>
}

interface MergeOptions {
  /** How to treat a directory that has something already; default `refuse`. */
  readonly existing?: ExistingStudy
  /** Takes the directory also from a process on another machine or in another container that may be alive; default `false`. */
  readonly takeOver?: boolean
  readonly write?: WriteBytes
}

const optionChecks: OptionChecks<MergeOptions> = {
  existing: oneOf(existingStudies),
  takeOver: trueOrFalse,
  write: aFunction,
}

/**
 * Makes one study of all of its shards: the directory is then as if one process had computed everything.
 *
 * @example
 * const study = await resolveScenario('sweep: [{ vary: K, values: [1, 2] }]\ncompute: [{ theorem: {} }]')
 * const shard = openStudyDirectory(folder, { study, versions: computationVersions(), shard: { index: 1, count: 1 } })
 * await runStudy(shard)
 * shard.close()
 * const merged = mergeShards([folder], anotherFolder)
 * merged.close()
 * merged.tasks.length // 2
 *
 * @param paths - the shards' directories, in any order.
 * @param out - a directory that is there.
 * @throws {UnknownNameError} {InvalidParameterError} for options that aren't as their type says.
 * @throws {MergeError} for a directory that is no shard, of another study or version; a shard that is there twice, missing, or not
 * finished.
 * @throws {StudyDirectoryError} when `out` can't be used.
 * @throws {StudyFileError} when a file can't be read or written.
 */
export const mergeShards = (paths: readonly string[], out: string, options: MergeOptions = {}): StudyDirectory => {
  assertOptions('mergeShards', options, optionChecks)
  const shards = paths.map(readShard)
  const [first] = shards
  if (first === undefined) throw new MergeError('there must be at least one shard, got none')
  for (const { path, header, shard } of shards) {
    if (contentHash(header.study) !== contentHash(first.header.study))
      throw new MergeError(`‘${path}’ must be of the same study as ‘${first.path}’, got another`)
    if (contentHash(header.versions) !== contentHash(first.header.versions))
      throw new MergeError(`‘${path}’ must be computed by the same version as ‘${first.path}’, got another`)
    if (shard.count !== first.shard.count)
      throw new MergeError(
        `‘${path}’ must be one of ${first.shard.count} shards, as ‘${first.path}’, got shard ${shardName(shard)}`,
      )
  }
  const byIndex = new Map<number, ReadShard>()
  for (const read of shards) {
    const other = byIndex.get(read.shard.index)
    if (other !== undefined)
      throw new MergeError(
        `shards must not overlap: ‘${other.path}’ and ‘${read.path}’ are both shard ${shardName(read.shard)}`,
      )
    byIndex.set(read.shard.index, read)
  }
  const { count } = first.shard
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter((index) => !byIndex.has(index))
  if (missing.length > 0)
    throw new MergeError(
      `all ${count} shards must be given, missing: ${missing
        .slice(0, 20)
        .map((index) => shardName({ index, count }))
        .join(', ')}${missing.length > 20 ? ` and ${missing.length - 20} more` : ''}`,
    )
  const study = unpackStudy(first.header.study)
  const tasks = studyTasks(study, first.header.versions)
  for (const { path, shard, results } of shards) {
    const its = tasksOfShard(tasks, shard)
    const open = its.filter(({ key }) => !results.has(key)).length
    if (open > 0)
      throw new MergeError(
        `shard ${shardName(shard)} in ‘${path}’ must be finished: ${open} of its ${its.length} results are missing`,
      )
  }
  // A directory that another process works in, or that has another study, is left alone.
  openStudyDirectory(out, { study, versions: first.header.versions, ...pick(options) }).close()
  const lock = lockDirectory(out)
  try {
    rewriteJournal(join(out, journalName), mergedEntries(tasks, shards), options.write)
  } finally {
    lock.release()
  }
  return openStudyDirectory(out, { study, versions: first.header.versions })
}

const pick = ({ existing, takeOver }: MergeOptions) => ({
  ...(existing === undefined ? {} : { existing }),
  ...(takeOver === undefined ? {} : { takeOver }),
})

const mergedEntries = function* (
  tasks: ReturnType<typeof studyTasks>,
  shards: readonly ReadShard[],
): Generator<JournalEntry> {
  const reasons: Record<string, string[]> = {}
  for (const { header } of shards)
    for (const [reason, keys] of Object.entries(header.reasons)) reasons[reason] = [...(reasons[reason] ?? []), ...keys]
  yield { ...shards[0]!.header, shard: null, reasons } as unknown as JournalEntry
  const seen = new Set<string>()
  for (const { key } of tasks) {
    if (seen.has(key)) continue
    seen.add(key)
    yield { type: 'result', key, result: shards.find(({ results }) => results.has(key))!.results.get(key) }
  }
}

const readShard = (path: string): ReadShard => {
  const journalPath = join(path, journalName)
  if (!existsSync(journalPath))
    throw new MergeError(`‘${path}’ must be the directory of a shard, got one without a study`)
  const { entries, damagedLines } = readJournal(journalPath)
  const header = headerOf(entries)
  if (header === undefined)
    throw new MergeError(
      damagedLines.length > 0
        ? `‘${journalPath}’ is damaged in line ${damagedLines.join(', ')}: what it is a shard of can’t be told`
        : `‘${path}’ must be the directory of a shard, got one without a study`,
    )
  if (header.shard === null) throw new MergeError(`‘${path}’ must be the directory of a shard, got a whole study`)
  const results = new Map<string, TaskResult>()
  for (const entry of entries) if (entry.type === 'result') results.set(entry.key, entry.result as TaskResult)
  return { path, header, shard: header.shard, results }
}
