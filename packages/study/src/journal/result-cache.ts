import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeCompleteFiles } from '../files/complete-files.js'
import { journalLine, readJournalLine } from '../files/journal-line.js'
import { StudyFileError } from '../files/study-file-error.js'
import type { TaskResult } from '../tasks/task-result.js'
import { currentResult } from './earlier-names.js'

/** Results by key that studies in different directories share. */
export interface ResultCache {
  readonly get: (key: string) => TaskResult | undefined
  readonly put: (key: string, result: TaskResult) => void
}

/**
 * A cache in a directory: a file for each result, `ab/abcd….json`, with a checksum. Any number of processes may use it at once. A file
 * that is damaged counts as none.
 *
 * @example
 * const cache = resultCache(folder)
 * cache.get('0123456789abcdef') // undefined
 *
 * @throws {StudyFileError} when something can't be written.
 */
export const resultCache = (directory: string): ResultCache => {
  const pathOf = (key: string): string => join(directory, key.slice(0, 2), `${key}.json`)
  return {
    get: (key) => {
      try {
        const entry = readJournalLine(readFileSync(pathOf(key), 'utf8').trimEnd())
        return entry?.type === 'result' && entry.key === key ? currentResult(entry.result) : undefined
      } catch {
        return undefined
      }
    },
    put: (key, result) => {
      const path = pathOf(key)
      const failure = (where: string, reason: unknown): Error => new StudyFileError(where, 'write', reason)
      try {
        mkdirSync(dirname(path), { recursive: true })
      } catch (error) {
        throw failure(path, error)
      }
      writeCompleteFiles([{ path, content: journalLine({ type: 'result', key, result }) }], { failure })
    },
  }
}
