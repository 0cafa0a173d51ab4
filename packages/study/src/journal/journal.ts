import { closeSync, existsSync, fdatasyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { type WriteBytes, writeCompleteFiles } from '../files/complete-files.js'
import { type JournalEntry, journalLine, readJournalLine } from '../files/journal-line.js'
import { completeInStudy } from '../files/result-file-names.js'
import { StudyFileError } from '../files/study-file-error.js'
import { currentEntry } from './earlier-names.js'

/** The entries of a journal, and its faults. */
export interface JournalContent {
  readonly entries: readonly JournalEntry[]
  /** Numbers, from 1, of the lines of which a byte is not as it was written: they say nothing. */
  readonly damagedLines: readonly number[]
  /** Bytes of a last line that has no end: the process was killed while it wrote it. */
  readonly tornBytes: number
  /** Bytes of the lines with an end. */
  readonly wholeBytes: number
  /** Whether lines were written by an earlier version, under other names; the entries have the names of this one. */
  readonly outdated: boolean
}

/** A file to which entries are appended. */
export interface Journal {
  /** Bytes of states that a later state or a result has made needless. */
  readonly superseded: number
  append(entry: JournalEntry): void
  /** Flushes everything to the disk. */
  sync(): void
  close(): void
}

const newline = 0x0a

/**
 * Reads a journal, of this version or the one before; that of a directory that has none is empty.
 *
 * @throws {StudyFileError} when it can't be read, or is of the version before with a seed that is read otherwise now.
 */
export const readJournal = (path: string): JournalContent => {
  if (!existsSync(path)) return { entries: [], damagedLines: [], tornBytes: 0, wholeBytes: 0, outdated: false }
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw new StudyFileError(path, 'read', error)
  }
  const entries: JournalEntry[] = []
  const damagedLines: number[] = []
  let start = 0
  let outdated = false
  for (let number = 1; ; number++) {
    const end = bytes.indexOf(newline, start)
    if (end < 0) break
    const entry = readJournalLine(bytes.toString('utf8', start, end))
    if (entry === undefined) damagedLines.push(number)
    else {
      const current = currentEntryOf(path, entry)
      outdated ||= current !== entry
      entries.push(current)
    }
    start = end + 1
  }
  return { entries, damagedLines, tornBytes: bytes.length - start, wholeBytes: start, outdated }
}

const currentEntryOf = (path: string, entry: JournalEntry): JournalEntry => {
  try {
    return currentEntry(entry)
  } catch (error) {
    throw new StudyFileError(path, 'read', error)
  }
}

/** For how long what was written may be in the computer's memory only, in milliseconds. A killed process doesn't lose it, a power cut does. */
const syncInterval = 1000

/**
 * Opens a journal to append to it. An entry is given to the operating system before `append` returns, and flushed to the disk a second
 * later, if another follows.
 *
 * @param wholeBytes - bytes beyond them are cut off.
 * @throws {StudyFileError} when it can't be written, then or later.
 */
export const openJournal = (path: string, wholeBytes: number, write: WriteBytes = writeSync): Journal => {
  const attempt = <Result>(action: () => Result): Result => {
    try {
      return action()
    } catch (error) {
      throw new StudyFileError(path, 'write', error)
    }
  }
  const file = attempt(() => openSync(path, 'a'))
  const stateLengths = new Map<string, number>()
  let superseded = 0
  let synced = performance.now()
  let broken = false
  attempt(() => ftruncateSync(file, wholeBytes))
  return {
    get superseded() {
      return superseded
    },
    append: (entry) => {
      // After half a line another would not stand on a line of its own.
      if (broken) throw new StudyFileError(path, 'write', new Error('an earlier entry was not written'))
      const bytes = Buffer.from(journalLine(entry))
      attempt(() => {
        broken = true
        for (let offset = 0; offset < bytes.length; ) offset += write(file, bytes, offset)
        broken = false
      })
      if (entry.type !== 'study') {
        superseded += stateLengths.get(entry.key) ?? 0
        if (entry.type === 'state') stateLengths.set(entry.key, bytes.length)
        else stateLengths.delete(entry.key)
      }
      if (performance.now() - synced < syncInterval) return
      attempt(() => fdatasyncSync(file))
      synced = performance.now()
    },
    sync: () => attempt(() => fdatasyncSync(file)),
    close: () => closeSync(file),
  }
}

/**
 * Writes a journal anew: whoever reads it, or starts after a crash, finds the earlier one or this one, complete.
 *
 * @returns its length in bytes.
 * @throws {StudyFileError} when it can't be written; the earlier one is still there.
 */
export const rewriteJournal = (path: string, entries: Iterable<JournalEntry>, write?: WriteBytes): number =>
  writeCompleteFiles([{ path, content: linesOf(entries) }], {
    ...completeInStudy,
    ...(write === undefined ? {} : { write }),
  })

const linesOf = function* (entries: Iterable<JournalEntry>): Generator<Uint8Array> {
  for (const entry of entries) yield Buffer.from(journalLine(entry))
}
