import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { renderPanelChart } from '@isacnet/drawing'
import { aFunction, anObject, assertOptions, type OptionChecks, required } from '@isacnet/model'
import { writeCompleteFiles } from '../files/complete-files.js'
import { completeInStudy, type ResultFileName, resultFileNames } from '../files/result-file-names.js'
import type { StudyDirectory } from '../journal/study-directory.js'
import { type ResultRow, resultRow } from '../rows/result-row.js'
import { tableColumns, toResultCsv, toResultJsonLines, toResultParquet } from '../rows/result-table.js'
import { isPlottable, studyChart } from '../rows/study-chart.js'
import { type Producer, studyManifest } from './study-manifest.js'

export interface WriteResultsOptions {
  readonly producer: Producer
  /** Awaited between pieces of work, the last time before the first file is there; when it throws, nothing is written. */
  readonly checkpoint?: () => void | Promise<void>
  /** An SVG as a PNG; without it there is none. */
  readonly renderPng?: (svg: string) => Promise<Uint8Array>
}

const optionChecks: OptionChecks<WriteResultsOptions> = {
  producer: required(anObject),
  checkpoint: aFunction,
  renderPng: aFunction,
}

export interface WrittenResults {
  readonly rows: readonly ResultRow[]
  /** In the order in which they appeared; the manifest is the last. */
  readonly files: readonly ResultFileName[]
}

/**
 * Writes the results of a finished study, from its journal only. Files appear complete or not at all, the manifest last; those that an
 * earlier study left and this one doesn't have are removed. A plot is drawn of a whole study with one or two axes.
 *
 * @example
 * const study = await resolveScenario('sweep: [{ vary: K, values: [1, 2] }]\ncompute: [{ theorem: {} }]')
 * const directory = openStudyDirectory(folder, { study, versions: computationVersions() })
 * await runStudy(directory)
 * const { files } = await writeResults(directory, { producer: { version: '1.0.0', commit: null } })
 * directory.close()
 * files // ['results.csv', 'results.jsonl', 'plot.svg', 'manifest.json']
 *
 * @throws {UnknownNameError} {InvalidParameterError} for options that aren't as their type says.
 * @throws {RangeError} if a result is missing.
 * @throws {StudyFileError} when a file can't be written.
 */
export const writeResults = async (
  directory: StudyDirectory,
  options: WriteResultsOptions,
): Promise<WrittenResults> => {
  assertOptions('writeResults', options, optionChecks)
  const { producer, checkpoint, renderPng } = options
  const { study, tasks, header, path } = directory
  const rows = tasks.map((task) => {
    const result = directory.result(task.key)
    if (result === undefined) throw new RangeError(`the study isn’t finished: point ${task.point.index} has no result`)
    return resultRow(task, result, study.outputs.unit)
  })
  const columns = tableColumns(study)
  const { tables, plots } = study.outputs
  const files: { readonly name: ResultFileName; readonly content: string | Uint8Array }[] = []
  if (tables.includes('csv')) files.push({ name: 'results.csv', content: toResultCsv(columns, rows) })
  // Results are compared by these.
  files.push({ name: 'results.jsonl', content: toResultJsonLines(rows) })
  if (tables.includes('parquet')) files.push({ name: 'results.parquet', content: await toResultParquet(columns, rows) })
  if (plots.length > 0 && header.shard === null && isPlottable(study)) {
    await checkpoint?.()
    const svg = await renderPanelChart(studyChart(study, rows))
    if (plots.includes('svg')) files.push({ name: 'plot.svg', content: svg })
    if (plots.includes('png') && renderPng !== undefined)
      files.push({ name: 'plot.png', content: await renderPng(svg) })
  }
  const sums = files.map(({ name, content }) => ({ name, sha256: createHash('sha256').update(content).digest('hex') }))
  files.push({ name: 'manifest.json', content: studyManifest(directory, rows, { producer, columns, files: sums }) })
  await checkpoint?.()
  directory.assertHeld()
  writeCompleteFiles(
    files.map(({ name, content }) => ({ path: join(path, name), content })),
    completeInStudy,
  )
  for (const name of resultFileNames)
    if (!files.some((file) => file.name === name)) rmSync(join(path, name), { force: true })
  return { rows, files: files.map(({ name }) => name) }
}
