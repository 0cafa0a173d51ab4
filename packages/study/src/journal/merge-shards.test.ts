import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { finishStudy, writeFinished } from '../../test/finished-study.js'
import { smallStudy, temporaryDirectory, testVersions } from '../../test/small-study.js'
import { MergeError, mergeShards } from './merge-shards.js'
import { journalName, openStudyDirectory } from './study-directory.js'

vi.setConfig({ testTimeout: 60_000 })

let directory: string
beforeEach(() => {
  directory = temporaryDirectory()
})
afterEach(() => rmSync(directory, { recursive: true }))

const folder = (name: string): string => join(directory, name)

const contents = (name: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder(name))
      .filter((file) => file !== journalName)
      .sort()
      .map((file) => [file, readFileSync(join(folder(name), file), 'base64')]),
  )

const merged = (shards: readonly string[], out = 'merged') => {
  mkdirSync(folder(out), { recursive: true })
  return mergeShards(shards.map(folder), folder(out))
}

describe('mergeShards', () => {
  it('gives the bytes of a study in one piece, in whatever order shards come', async () => {
    const study = await smallStudy()
    await finishStudy(folder('whole'), study)
    for (const index of [1, 2, 3]) await finishStudy(folder(`shard-${index}`), study, { shard: { index, count: 3 } })
    await writeFinished(merged(['shard-3', 'shard-1', 'shard-2']))
    expect(Object.keys(contents('whole'))).toEqual(
      expect.arrayContaining(['manifest.json', 'results.csv', 'results.jsonl']),
    )
    expect(contents('merged')).toEqual(contents('whole'))
  })

  it('refuses shards that are missing, there twice, unfinished or foreign, and names them', async () => {
    const study = await smallStudy({ compute: '' })
    const other = await smallStudy({ users: '[1, 2, 4]', compute: '' })
    await finishStudy(folder('one'), study, { shard: { index: 1, count: 3 } })
    await finishStudy(folder('two'), study, { shard: { index: 2, count: 3 } })
    await finishStudy(folder('half'), study, { shard: { index: 1, count: 2 } })
    await finishStudy(folder('again'), study, { shard: { index: 1, count: 3 } })
    await finishStudy(folder('foreign'), other, { shard: { index: 3, count: 3 } })
    await finishStudy(folder('newer'), study, { shard: { index: 3, count: 3 }, analysis: '1.0.1' })
    await finishStudy(folder('whole'), study)
    mkdirSync(folder('unfinished'))
    openStudyDirectory(folder('unfinished'), {
      study,
      shard: { index: 3, count: 3 },
      versions: testVersions(),
    }).close()
    mkdirSync(folder('empty'))

    const faults: readonly [string[], RegExp][] = [
      [[], /at least one shard/],
      [['one', 'two'], /missing: .*3\/3|missing: .*3 of 3/],
      [['one', 'two', 'again'], /overlap: .*one.*again/],
      [['one', 'half'], /half.*must be one of 3 shards/],
      [['one', 'two', 'foreign'], /foreign.*same study/],
      [['one', 'two', 'newer'], /newer.*same version/],
      [['one', 'two', 'unfinished'], /unfinished.*must be finished: 1 of its 1 results/],
      [['whole'], /whole.*must be the directory of a shard, got a whole study/],
      [['empty'], /empty.*without a study/],
    ]
    for (const [shards, fault] of faults) {
      expect(() => merged(shards), shards.join()).toThrow(MergeError)
      expect(() => merged(shards), shards.join()).toThrow(fault)
    }
    expect(existsSync(join(folder('merged'), journalName))).toBe(false)
  })
})
