import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A file that is to be written. */
export interface CompleteFile {
  readonly path: string
  /** A sequence is written piece by piece, so that it needn't fit into memory. */
  readonly content: string | Uint8Array | Iterable<Uint8Array>
}

/** How bytes get to a file; tests put a full disk here. */
export type WriteBytes = (file: number, bytes: Uint8Array, offset: number) => number

export interface CompleteFilesOptions {
  /** Makes the error from the path of the file that can't be written, and the reason. */
  readonly failure: (path: string, reason: unknown) => Error
  /** The name of a file until it is complete, in the same directory. Default: one that nobody else has. */
  readonly temporary?: (path: string) => string
  /** Whether files and their names are flushed to the disk before they replace others; default `false`. */
  readonly durable?: boolean
  readonly write?: WriteBytes
}

/**
 * Writes files under temporary names and renames them when all are complete, in order: a reader never sees half a file, and the last file is
 * there only when the others are. All of it happens between two turns of the event loop: no signal is dealt with while a temporary file is
 * there.
 *
 * Our own, for `write-file-atomic` and `atomically` write one file from one piece, not several that appear together. Besides, two containers
 * of one image give a temporary file of `write-file-atomic` the same name (it is made of the process' number and a counter), and
 * `atomically` listens to signals from its import on and sends each a second time, which ends a command that was about to end tidily.
 *
 * @example
 * const file = { path: `${folder}/a.txt`, content: ['text'] }
 * writeCompleteFiles([file], { failure: (error) => error }) // 4
 *
 * @returns how many bytes were written.
 * @throws what `failure` makes; no temporary file is left then.
 */
export const writeCompleteFiles = (
  files: readonly CompleteFile[],
  { failure, temporary = temporaryName, durable = false, write = writeSync }: CompleteFilesOptions,
): number => {
  const pending = files.map(({ path, content }) => ({ path, content, beside: temporary(path) }))
  let current = ''
  let length = 0
  try {
    for (const { path, content, beside } of pending) {
      current = path
      const file = openSync(beside, 'w')
      try {
        for (const bytes of piecesOf(content)) {
          for (let offset = 0; offset < bytes.length; ) offset += write(file, bytes, offset)
          length += bytes.length
        }
        if (durable) fsyncSync(file)
      } finally {
        closeSync(file)
      }
    }
    for (const { path, beside } of pending) {
      current = path
      renameSync(beside, path)
    }
    if (durable) for (const directory of new Set(files.map(({ path }) => dirname(path)))) syncDirectory(directory)
  } catch (error) {
    for (const { beside } of pending) rmSync(beside, { force: true })
    throw failure(current, error)
  }
  return length
}

/**
 * Beside a file, a name that nobody else has.
 *
 * @example
 * temporaryName('/data/results.csv') === temporaryName('/data/results.csv') // false
 */
export const temporaryName = (path: string): string => join(dirname(path), `.isacnet-${randomUUID()}.tmp`)

const piecesOf = (content: CompleteFile['content']): Iterable<Uint8Array> =>
  typeof content === 'string' ? [Buffer.from(content)] : content instanceof Uint8Array ? [content] : content

/** Flushes the names of a directory; not every system can. */
const syncDirectory = (path: string): void => {
  try {
    const directory = openSync(path, 'r')
    try {
      fsyncSync(directory)
    } finally {
      closeSync(directory)
    }
  } catch {}
}
