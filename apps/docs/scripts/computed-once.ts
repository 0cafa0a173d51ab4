import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { codeFingerprint, readComputedRecord } from '../../../tooling/checks/src/computed-record.js'
import { repositoryRoot } from './workspace.js'

/** A long computation whose result follows from the code of a package alone. */
export interface LongComputation<Result> {
  /** The package's folder under `packages`. */
  readonly folder: string
  /** The record's name. */
  readonly name: string
  /** Gives what JSON can hold. */
  readonly compute: () => Promise<Result>
}

/** The committed record of a computation while the code is the same; else it is computed, and kept in the site's cache. */
export const computedOnce = async <Result>({ folder, name, compute }: LongComputation<Result>): Promise<Result> => {
  const recorded = readComputedRecord(folder, name)
  if (recorded !== undefined) return recorded
  const path = join(repositoryRoot, 'apps/docs/.vitepress/cache', `${name}-${codeFingerprint(folder)}.json`)
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'))
  const result = await compute()
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(result))
  return result
}
