import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { IsacnetError } from '@isacnet/model'
import { laterDefaults } from '../files/member-names.js'
import { currentManifest, currentRow } from '../journal/earlier-names.js'
import { journalName } from '../journal/study-directory.js'
import type { StudyResults } from '../rows/diff-results.js'
import type { ResultRow } from '../rows/result-row.js'

/** A directory without the results of a study. */
export class StudyResultsError extends IsacnetError {
  override readonly name = 'StudyResultsError'
  override readonly code = 'study-results'
}

/**
 * Reads what `writeResults` wrote, in this version or the one before: `results.jsonl` and `manifest.json`.
 *
 * @example
 * const study = await resolveScenario('sweep: [{ vary: K, values: [1, 2] }]\ncompute: [{ theorem: {} }]')
 * const directory = openStudyDirectory(folder, { study, versions: computationVersions() })
 * await runStudy(directory)
 * await writeResults(directory, { producer: { version: '1.0.0', commit: null } })
 * directory.close()
 * readResults(folder).rows.length // 2
 *
 * @throws {StudyResultsError} if there is no such directory, its study isn't finished, or a file isn't as it should be.
 */
export const readResults = (path: string): StudyResults => {
  const refused = (reason: string): Error =>
    new StudyResultsError(`‘${path}’ must be a directory with the results of isacnet sweep: ${reason}`)
  if (!existsSync(path)) throw refused('it is not there')
  if (!statSync(path).isDirectory()) throw refused('it is a file')
  const rowsPath = join(path, 'results.jsonl')
  const manifestPath = join(path, 'manifest.json')
  if (!existsSync(manifestPath) || !existsSync(rowsPath))
    throw refused(
      existsSync(join(path, journalName)) ? 'its study isn’t finished' : 'it has no results.jsonl and manifest.json',
    )
  const parsed = (text: string, name: string): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      throw refused(`${name} is invalid or truncated JSON`)
    }
  }
  const manifest = parsed(readFileSync(manifestPath, 'utf8'), 'manifest.json')
  if (!isRecord(manifest) || manifest.format !== 'isacnet-study-results' || !isVersion(manifest.version))
    throw refused('manifest.json is of something else')
  const earlier = manifest.version === 1
  const rows = readFileSync(rowsPath, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => {
      const row = parsed(line, `line ${index + 1} of results.jsonl`)
      if (
        !isRecord(row) ||
        typeof row.computation !== 'string' ||
        !isRecord(row.coordinates) ||
        !isRecord(earlier ? row.parameters : row.network)
      )
        throw refused(`line ${index + 1} of results.jsonl is not a result`)
      return earlier ? currentRow(row) : (row as unknown as ResultRow)
    })
  return { path, rows, manifest: withLaterParameters(earlier ? currentManifest(manifest) : manifest) }
}

/** Manifests written before a parameter came have its default. */
const withLaterParameters = (manifest: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  isRecord(manifest.parameters) && Array.isArray(manifest.varied)
    ? {
        ...manifest,
        parameters: {
          ...manifest.parameters,
          ...Object.fromEntries(
            Object.entries(laterDefaults).filter(
              ([name]) =>
                !Object.hasOwn(manifest.parameters as object, name) && !(manifest.varied as unknown[]).includes(name),
            ),
          ),
        },
      }
    : manifest

const isVersion = (version: unknown): boolean => version === 1 || version === 2

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
