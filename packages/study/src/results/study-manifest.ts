import { parameterDefinitions } from '@isacnet/model'
import type { StudyDirectory } from '../journal/study-directory.js'
import type { ResultRow } from '../rows/result-row.js'
import { type TableColumn, varies } from '../rows/result-table.js'
import { packStudy } from '../tasks/packed-study.js'

/** The program that made the files of a study, as its manifest names it. */
export interface Producer {
  readonly version: string
  readonly commit: string | null
}

export interface ManifestFile {
  readonly name: string
  readonly sha256: string
}

/** The origin of a study's results: without a date and a duration, so that equal studies give equal bytes. */
export const studyManifest = (
  { study, header, tasks, reason }: Pick<StudyDirectory, 'study' | 'header' | 'tasks' | 'reason'>,
  rows: readonly ResultRow[],
  {
    producer,
    columns,
    files,
  }: { readonly producer: Producer; readonly columns: readonly TableColumn[]; readonly files: readonly ManifestFile[] },
): string => {
  const { axes, outputs, seed, skippedPoints, title, computations } = packStudy(study)
  const provenance = new Map<string, Set<number>>()
  for (const { key, point } of tasks) {
    const its = reason(key)
    if (!provenance.has(its)) provenance.set(its, new Set())
    provenance.get(its)!.add(point.index)
  }
  const document = {
    format: 'isacnet-study-results',
    version: 2,
    title,
    shard: header.shard,
    isacnet: producer,
    versions: header.versions,
    seed,
    unit: outputs.unit,
    axes,
    parameters: Object.fromEntries(
      parameterDefinitions
        .filter(({ name }) => !varies(study, name))
        .map(({ name }) => [name, study.points[0]!.network[name]]),
    ),
    varied: parameterDefinitions.filter(({ name }) => varies(study, name)).map(({ name }) => name),
    computations: computations[0],
    points: study.points.length,
    skippedPoints,
    statuses: countsOf(rows.map(({ status }) => status)),
    trials: rows.reduce((sum, { trials }) => sum + (trials ?? 0), 0),
    /** Why results were computed, or taken over, and at which points. */
    provenance: [...provenance].map(([why, points]) => ({ reason: why, points: ranges([...points]) })),
    columns: columns.map(({ name }) => name),
    files,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

const countsOf = (names: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

/** Ascending numbers as a short text: `0–4, 7`. */
const ranges = (numbers: readonly number[]): string => {
  const parts: [number, number][] = []
  for (const number of numbers) {
    const last = parts.at(-1)
    if (last !== undefined && number === last[1] + 1) last[1] = number
    else parts.push([number, number])
  }
  return parts.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
}
