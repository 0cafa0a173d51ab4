import type { CompleteFilesOptions } from './complete-files.js'
import { StudyFileError } from './study-file-error.js'

/** The files that a finished study has in its directory, besides its journal. */
export const resultFileNames = [
  'results.csv',
  'results.jsonl',
  'results.parquet',
  'plot.svg',
  'plot.png',
  'manifest.json',
] as const
export type ResultFileName = (typeof resultFileNames)[number]

/** The name of a file until it is complete. A directory has one process that writes: the next one knows what a killed one has left. */
export const unfinished = (name: string): string => `${name}.new`

/** How files of a study are written: they are flushed before others count on them. */
export const completeInStudy: CompleteFilesOptions = {
  failure: (path, reason) => new StudyFileError(path, 'write', reason),
  temporary: unfinished,
  durable: true,
}
