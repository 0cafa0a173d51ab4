import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * All files of a directory by their paths in it, with what is compared of each: a hash of its bytes. A journal tells how results came about
 * and a saved simulation how long it took; that is left out.
 *
 * @param {string} directory
 * @returns {Record<string, string>}
 */
export const contentOf = (directory) =>
  Object.fromEntries(
    pathsIn(directory)
      .filter((path) => !path.endsWith('journal.jsonl'))
      .map((path) => {
        const bytes = readFileSync(join(directory, path))
        const compared = path === 'run.json' ? bytes.toString().replace(/"elapsedSeconds": [^,\n]+/, '') : bytes
        return [path, createHash('sha256').update(compared).digest('hex')]
      }),
  )

/**
 * Files that no command may leave behind: locks and temporary files.
 *
 * @param {string} directory
 */
export const leftBehind = (directory) => pathsIn(directory).filter((path) => /(\.lock|\.tmp|\.new)(\.\d+)?$/.test(path))

/**
 * @param {string} directory
 * @returns {string[]}
 */
export const pathsIn = (directory) =>
  existsSync(directory)
    ? readdirSync(directory, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
        .sort()
    : []
