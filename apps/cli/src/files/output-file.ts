import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { UsageError } from '../process/exit-code.js'
import { failureReason, openOutputDirectory } from './output-directory.js'

export interface OpenedOutputFile {
  /** Writes the file anew: whoever reads it meanwhile sees the earlier content or this one, complete. */
  readonly write: (content: string | Uint8Array) => void
  /** Removes the directories that were made for the file if there is none. */
  readonly abandon: () => void
}

/**
 * A file for output, known to be writable; directories are made where they are missing. Nothing is written yet.
 *
 * @param subject - its name in errors.
 * @throws {UsageError} when it can't be written, or is something that must not be replaced by a file, such as a device.
 */
export const openOutputFile = (path: string, subject = '--out'): OpenedOutputFile => {
  if (path === '') throw new UsageError(`${subject} must be a file, got an empty value`)
  const refused = (reason: string) =>
    new UsageError(`${subject} must be a file that can be written, got ‘${path}’: ${reason}`)
  if (/[/\\]$/.test(path)) throw refused('it is the name of a directory')
  let target = resolve(path)
  try {
    const existing = statSync(target)
    if (existing.isDirectory()) throw refused('there is a directory of that name')
    if (!existing.isFile()) throw refused('it is not a regular file')
    // A link stays one.
    target = realpathSync(target)
    accessSync(target, constants.W_OK)
  } catch (error) {
    if (error instanceof UsageError) throw error
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw refused(failureReason(error))
  }
  const directory = openOutputDirectory(dirname(target), refused)
  return {
    write: (content) => {
      directory.write([{ name: basename(target), content }])
    },
    abandon: directory.abandon,
  }
}
