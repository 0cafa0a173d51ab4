import { join } from 'node:path'
import { type StudyDirectory, type WrittenResults, writeResults } from '@isacnet/study'
import { isacnetCommit, isacnetVersion } from '../../documents/build-information.js'
import { documentJson } from '../../documents/document-json.js'
import { formatCount } from '../../terminal/estimate-format.js'
import type { Io } from '../../terminal/io.js'
import { nameFiles } from '../../terminal/narration.js'
import type { StudyResultsDocument } from './study-results-schema.js'

/** Writes the results of a finished study with plots and manifest. The checkpoint may keep it from it, before the first file is there. */
export const writeStudy = async (
  directory: StudyDirectory,
  checkpoint: () => Promise<void>,
): Promise<WrittenResults> => {
  await checkpoint()
  return writeResults(directory, {
    producer: { version: isacnetVersion, commit: isacnetCommit },
    checkpoint,
    renderPng: async (svg) => {
      const { renderPng } = await import('../../files/png.js')
      await checkpoint()
      return renderPng(svg)
    },
  })
}

/** Describes the results that a command wrote. */
export const printStudy = (
  path: string,
  { study, header }: StudyDirectory,
  { rows, files }: WrittenResults,
  { json, computed, tasks }: { readonly json: boolean; readonly computed: number; readonly tasks: number },
  io: Io,
): void => {
  const points = new Set(rows.map(({ point }) => point)).size
  const trials = rows.reduce((sum, row) => sum + (row.trials ?? 0), 0)
  const paths = files.map((name) => join(path, name))
  if (json) {
    const statuses: Record<string, number> = {}
    for (const { status } of rows) statuses[status] = (statuses[status] ?? 0) + 1
    const { title } = study
    const document: StudyResultsDocument = {
      title,
      out: path,
      shard: header.shard,
      points,
      results: rows.length,
      statuses,
      trials,
      tasks,
      computed,
      files: paths,
    }
    io.stdout.write(documentJson(document))
    return
  }
  if (io.verbosity === 'quiet') return
  const count = (n: number, noun: string): string => `${formatCount(n)} ${noun}${n === 1 ? '' : 's'}`
  const parts = [
    count(points, 'point'),
    count(rows.length, 'result'),
    ...(trials === 0 ? [] : [count(trials, 'trial')]),
  ]
  const taken =
    computed === tasks ? '' : ` ${formatCount(tasks - computed)} of ${formatCount(tasks)} were there already.`
  io.stdout.write(`${study.title === '' ? '' : `${study.title}: `}${parts.join(', ')}.${taken}\n`)
  nameFiles(paths, io)
}
