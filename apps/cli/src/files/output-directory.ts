import { mkdirSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { temporaryName, writeCompleteFiles } from '@isacnet/study/files'
import { UsageError } from '../process/exit-code.js'

export interface OutputFile {
  readonly name: string
  readonly content: string | Uint8Array
}

/**
 * Files are written between two turns of the event loop: there is no instant at which a signal could be dealt with and a temporary file be
 * there.
 */
export interface OutputDirectory {
  /**
   * Writes files under temporary names and renames them when all are complete, in order: a reader never sees half a
   * file, and the last file is there only when the others are.
   *
   * @returns their paths.
   */
  readonly write: (files: readonly OutputFile[]) => string[]
  /** Removes the directories that were made for this output and have remained empty. */
  readonly abandon: () => void
}

/**
 * A directory for output, made where it is missing, and known to be writable.
 *
 * @param refused - makes the error from the reason.
 * @throws {UsageError} when it can't be made or written, unless `refused` makes another.
 */
export const openOutputDirectory = (
  path: string,
  refused: (reason: string) => Error = (reason) =>
    new UsageError(`--out must be a directory that can be written, got ‘${path}’: ${reason}`),
): OutputDirectory => {
  if (path === '') throw new UsageError('--out must be a directory, got an empty value')
  const directory = resolve(path)
  let firstMade: string | undefined
  const abandon = (): void => {
    if (firstMade === undefined) return
    for (let made = directory; !relative(firstMade, made).startsWith('..'); made = dirname(made))
      if (!removed(made) || made === dirname(made)) return
  }
  try {
    firstMade = makeDirectory(directory)
    const probe = temporaryName(join(directory, 'probe'))
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    abandon()
    throw refused(failureReason(error))
  }
  return {
    abandon,
    write: (files) => {
      const shown = (final: string): string => join(path, basename(final))
      const finals = files.map(({ name }) => join(directory, name))
      writeCompleteFiles(
        files.map(({ content }, i) => ({ path: finals[i]!, content })),
        { failure: (final, reason) => new Error(`could not write ‘${shown(final)}’: ${failureReason(reason)}`) },
      )
      return finals.map(shown)
    },
  }
}

/**
 * Makes a directory and its missing parents. (Node's own `recursive` never returns where a parent exists but takes no
 * directories, as in /proc.)
 *
 * @returns the topmost directory that was made, or `undefined` when there was nothing to make.
 */
const makeDirectory = (directory: string): string | undefined => {
  try {
    mkdirSync(directory)
    return directory
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && statSync(directory).isDirectory()) return undefined
    if (code !== 'ENOENT' || dirname(directory) === directory) throw error
    const firstMade = makeDirectory(dirname(directory))
    try {
      mkdirSync(directory)
    } catch (secondError) {
      if (firstMade !== undefined) removed(dirname(directory))
      throw secondError
    }
    return firstMade ?? directory
  }
}

const removed = (directory: string): boolean => {
  try {
    rmdirSync(directory)
    return true
  } catch {
    return false
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'part of the path is a file',
  EEXIST: 'there is a file of that name',
  EISDIR: 'there is a directory of that name',
  ENOENT: 'it can’t be made there',
  ENOSPC: 'no space left on the device',
  ENAMETOOLONG: 'the name is too long',
}

/** Why the file system refused, in words. */
export const failureReason = (error: unknown): string => {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return reasons[code] ?? (code === '' ? String((error as Error).message) : code)
}
