import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { finishStudy } from '../../test/finished-study.js'
import { smallStudy, temporaryDirectory, testVersions } from '../../test/small-study.js'
import { openStudyDirectory } from '../journal/study-directory.js'
import { readResults, StudyResultsError } from './read-results.js'

let directory: string
beforeEach(() => {
  directory = temporaryDirectory()
})
afterEach(() => rmSync(directory, { recursive: true }))

it('reads back what a study wrote, and refuses what is none, torn or of something else', async () => {
  const study = await smallStudy({ compute: '' })
  const whole = join(directory, 'whole')
  await finishStudy(whole, study)
  const { rows, manifest } = readResults(whole)
  expect(rows.map(({ coordinates }) => coordinates)).toEqual([1, 2, 3].map((usersPerCell) => ({ usersPerCell })))
  expect(manifest).toMatchObject({ format: 'isacnet-study-results' })

  const refused = (path: string, reason: RegExp): void => {
    expect(() => readResults(path)).toThrow(StudyResultsError)
    expect(() => readResults(path)).toThrow(reason)
  }
  refused(join(directory, 'nowhere'), /it is not there/)
  refused(join(whole, 'manifest.json'), /it is a file/)
  const begun = join(directory, 'begun')
  mkdirSync(begun)
  refused(begun, /no results\.jsonl/)
  openStudyDirectory(begun, { study, versions: testVersions() }).close()
  refused(begun, /isn’t finished/)
  writeFileSync(join(whole, 'results.jsonl'), '{"computation":"theorem"}\n')
  refused(whole, /line 1 of results\.jsonl is not a result/)
  writeFileSync(join(whole, 'results.jsonl'), '{"computation":\n')
  refused(whole, /line 1 of results\.jsonl is invalid or truncated JSON/)
  writeFileSync(join(whole, 'manifest.json'), '{}')
  refused(whole, /manifest\.json is of something else/)
}, 60_000)
