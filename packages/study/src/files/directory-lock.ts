import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { StudyDirectoryError, StudyFileError } from './study-file-error.js'

interface LockHolder {
  readonly pid: number
  readonly host: string
  /** When the process started, as Linux counts it; `null` elsewhere. Numbers of processes are used again. */
  readonly started: string | null
}

/** In a directory that a process works in. */
const lockName = 'study.lock'

/**
 * Takes a directory for this process. The lock of a process that is dead is taken over.
 *
 * @returns what gives it back.
 * @throws {StudyDirectoryError} when another process has it.
 */
export const lockDirectory = (directory: string): (() => void) => {
  const path = join(directory, lockName)
  for (let attempt = 0; ; attempt++) {
    try {
      const file = openSync(path, 'wx')
      try {
        const holder: LockHolder = { pid: process.pid, host: hostname(), started: startOf(process.pid) ?? null }
        writeSync(file, `${JSON.stringify(holder)}\n`)
      } finally {
        closeSync(file)
      }
      return () => rmSync(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw new StudyFileError(path, 'write', error)
    }
    const holder = readHolder(path)
    if (attempt === 3 || (holder !== undefined && isAlive(holder)))
      throw new StudyDirectoryError(
        holder === undefined
          ? `‘${directory}’ is in use by another process; if there is none, remove ‘${path}’`
          : `‘${directory}’ is in use by process ${holder.pid}${holder.host === hostname() ? '' : ` on ${holder.host}; if it has ended, remove ‘${path}’`}`,
      )
    breakLock(path, holder)
  }
}

/** Takes away the lock of a dead process, and puts it back if it has become another's meanwhile. */
const breakLock = (path: string, dead: LockHolder | undefined): void => {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return // Another process was quicker.
  }
  if (JSON.stringify(readHolder(aside)) === JSON.stringify(dead)) rmSync(aside, { force: true })
  else renameSync(aside, path)
}

/** A lock without content is that of a process that was killed before it wrote it. */
const readHolder = (path: string): LockHolder | undefined => {
  try {
    const holder: LockHolder = JSON.parse(readFileSync(path, 'utf8'))
    return Number.isSafeInteger(holder.pid) && typeof holder.host === 'string' ? holder : undefined
  } catch {
    return undefined
  }
}

const isAlive = ({ pid, host, started }: LockHolder): boolean => {
  // Processes of another machine can't be seen.
  if (host !== hostname()) return true
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  const now = startOf(pid)
  return now === undefined || started === null || now === started
}

/** When a process started; `null` for one that is dead but not yet buried, `undefined` where it can't be told. */
const startOf = (pid: number): string | null | undefined => {
  try {
    // The name of the program, in parentheses, may have blanks and parentheses of its own.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? null : fields[19]
  } catch {
    return undefined
  }
}
