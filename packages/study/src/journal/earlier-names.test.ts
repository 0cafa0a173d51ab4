import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { resolveScenario } from '@isacnet/scenario'
import { describe, expect, it } from 'vitest'
import { testVersions } from '../../test/small-study.js'
import { type JournalEntry, journalLine } from '../files/journal-line.js'
import { StudyDirectoryError, StudyFileError } from '../files/study-file-error.js'
import { readResults } from '../results/read-results.js'
import { writeResults } from '../results/write-results.js'
import { diffResults } from '../rows/diff-results.js'
import { runStudy } from '../run-study.js'
import { studyTasks } from '../tasks/study-task.js'
import { currentEntry, currentResult } from './earlier-names.js'
import { readJournal } from './journal.js'
import { mergeShards } from './merge-shards.js'
import { openStudyDirectory } from './study-directory.js'
import type { StudyHeader } from './study-header.js'

/** Written by `isacnet sweep` of commit e57d440, before members got the names that they have now: a study, and its two shards. */
const earlier = fileURLToPath(new URL('../../test/format-1/', import.meta.url))

/** A copy that a test may change. */
const copyOf = (name: string): string => {
  const path = mkdtempSync(join(tmpdir(), 'isacnet-format-1-'))
  cpSync(join(earlier, name), path, { recursive: true })
  return path
}

/** The same study in the words of now. */
const study = await resolveScenario(`
title: old
sweep:
  - vary: K
    values: [2, 3]
compute:
  - theorem: { objective: 0.3*Tc + 0.7*Ts }
  - simulation: { trials: 2000, sensingClusters: target-centric, relativeBias: 1e-3 }
  - optimization: { objective: sum, rho: 0.5, minCommunicationRate: 1 bit/s/Hz }
network: { Mt: 8 }
seed: 7
`)
const journal = readJournal(join(earlier, 'whole', 'journal.jsonl'))
const [header] = journal.entries as unknown as readonly StudyHeader[]
const { versions } = header!
const rowsOf = (path: string): Record<string, unknown>[] =>
  readFileSync(join(path, 'results.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('a journal of format 1', () => {
  it('has the keys and seeds that its study has now', () => {
    expect(journal.outdated).toBe(true)
    const known = new Set(journal.entries.flatMap((entry) => (entry.type === 'result' ? [entry.key] : [])))
    const tasks = studyTasks(study, versions)
    expect(tasks.map(({ key }) => known.has(key))).toEqual(Array(6).fill(true))
    const seeds = tasks.map(({ content }) => (content.kind === 'simulation' ? content.definition.seed : null))
    expect(seeds).toEqual(rowsOf(join(earlier, 'whole')).map(({ seed }) => seed))
    expect(seeds.filter((seed) => seed !== null)).toHaveLength(2)
  })

  it('goes on: nothing is computed again, and the results are the same under the names of now', async () => {
    const path = copyOf('whole')
    const directory = openStudyDirectory(path, { study, versions })
    await writeResults(directory, { producer: { version: '0.0.0', commit: null } })
    directory.close()
    const rewritten = readJournal(join(path, 'journal.jsonl'))
    expect(rewritten.outdated).toBe(false)
    expect(rewritten.entries).toEqual(journal.entries)

    const before = rowsOf(join(earlier, 'whole'))
    const after = rowsOf(path)
    expect(after).toHaveLength(6)
    const before0 = before[0] as { communicationRate: { value: number; error: number }; parameters: unknown }
    expect(after[0]).toMatchObject({
      network: before0.parameters,
      communicationRate: { value: before0.communicationRate.value, errorEstimate: before0.communicationRate.error },
    })
    const words = (row: unknown): string =>
      JSON.stringify(row)
        .replaceAll(/"(error|errorEstimate|standardError)"/g, '"e"')
        .replaceAll('"parameters"', '"network"')
        // Networks have a parameter more.
        .replaceAll(',"rmsBandwidth":0', '')
    expect(after.map(words)).toEqual(before.map(words))

    const { changed, compared, identical, configuration } = diffResults(
      readResults(join(earlier, 'whole')),
      readResults(path),
      0.01,
    )
    expect({ changed, compared, identical }).toEqual({ changed: [], compared: 18, identical: 18 })
    expect(configuration.filter(({ kind }) => kind !== 'version')).toEqual([])
  })

  it('is refused, or taken over, as another version is', () => {
    const path = copyOf('whole')
    const other = { study, versions: testVersions() }
    expect(() => openStudyDirectory(path, other)).toThrow(StudyDirectoryError)
    expect(() => openStudyDirectory(path, other)).toThrow(/was computed by another version: --resume takes over/)
    const directory = openStudyDirectory(path, { ...other, existing: 'resume' })
    const reasons = directory.tasks.map(({ key }) => directory.reason(key))
    directory.close()
    expect(reasons).toHaveLength(6)
    for (const reason of reasons) expect(reason).toMatch(/^version of \S+ changed from /)
  })

  it('is merged from its shards', async () => {
    const out = mkdtempSync(join(tmpdir(), 'isacnet-format-1-'))
    const directory = mergeShards([copyOf('shard-1'), copyOf('shard-2')], out)
    await writeResults(directory, { producer: { version: '0.0.0', commit: null } })
    expect(directory.study).toEqual(study)
    directory.close()
    const whole = readResults(join(earlier, 'whole'))
    expect(diffResults(whole, readResults(out), 0.01)).toMatchObject({ compared: 18, identical: 18, onlyInB: 0 })
  })

  it('goes on in the middle of it', async () => {
    const path = copyOf('whole')
    const lines = readFileSync(join(path, 'journal.jsonl'), 'utf8').split('\n')

    writeFileSync(join(path, 'journal.jsonl'), `${lines.slice(0, 2).join('\n')}\n`)
    const directory = openStudyDirectory(path, { study, versions })
    const { computed, tasks } = await runStudy(directory, {})
    expect({ computed, tasks }).toEqual({ computed: 4, tasks: 5 })
    directory.close()
  })

  it.each([1.5, '5', '', 2 ** 53])('is refused in one line if its seed was %j', (seed) => {
    const path = mkdtempSync(join(tmpdir(), 'isacnet-format-1-'))
    const line = { ...header, version: 1, study: { ...header!.study, seed } } as unknown as JournalEntry
    const file = join(path, 'journal.jsonl')
    writeFileSync(file, journalLine(line))
    const message = `could not read ‘${file}’: its seed, the ${typeof seed} ${JSON.stringify(seed)}, is of an earlier version and gives other random numbers now; --force begins anew`
    for (const existing of ['refuse', 'resume'] as const) {
      expect(() => openStudyDirectory(path, { study, versions, existing })).toThrow(StudyFileError)
      expect(() => openStudyDirectory(path, { study, versions, existing })).toThrow(message)
    }
    openStudyDirectory(path, { study, versions, existing: 'force' }).close()
  })
})

describe('what is of now', () => {
  it('is left as it is', () => {
    for (const entry of journal.entries) expect(currentEntry(entry)).toBe(entry)
    const missing = { kind: 'missing', status: 'failed', reason: 'error' }
    expect(currentResult(missing)).toBe(missing)
  })
})
