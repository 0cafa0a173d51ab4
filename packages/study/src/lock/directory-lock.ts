import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { StudyDirectoryError, StudyFileError } from '../files/study-file-error.js'
import { type LockHolder, lifeOf, readHolder, thisProcess } from './lock-holder.js'
import { giveSignsOfLife } from './signs-of-life.js'

/** A directory that this process has taken. */
export interface DirectoryLock {
  /** @throws {StudyDirectoryError} when another process has taken the directory over, or the lock was removed. */
  readonly assertHeld: () => void
  readonly release: () => void
}

export interface LockOptions {
  /** Takes the directory also from a process that can't be seen and may be alive. */
  readonly takeOver?: boolean
  /** How long a lock holds without a sign of life, in milliseconds. */
  readonly lease?: number
  /** Milliseconds between signs of life. */
  readonly period?: number
}

/** In a directory that a process works in. */
const lockName = 'study.lock'

/** A process has written its lock by then, in milliseconds, or was killed before. */
const timeToWrite = 1000

/**
 * Takes a directory for this process. The lock of a process that is known to be dead is taken over; so is that of one on another machine or
 * in another container when its last sign of life is older than the lease, by the clock of the file system that has the directory.
 *
 * Our own, for `proper-lockfile` 4 compares the clocks of two machines, gives its signs of life in the main thread (which computed for 12 s in
 * a measurement, and another process took the lock of the living), makes the restart of a killed study wait for the lease, can't say who has
 * the lock, and listens to signals before we do.
 *
 * @throws {StudyDirectoryError} when another process has it.
 * @throws {StudyFileError} when the lock can't be written.
 */
export const lockDirectory = (
  directory: string,
  { takeOver = false, lease = 60_000, period = 10_000 }: LockOptions = {},
): DirectoryLock => {
  const path = join(directory, lockName)
  for (let attempt = 0; attempt < 4; attempt++) {
    const holder = thisProcess()
    if (written(path, holder) || takenOver(directory, path, holder, { takeOver, lease }))
      return heldLock(directory, path, holder, period)
  }
  throw new StudyDirectoryError(`‘${directory}’ is in use by other processes that take it and give it back`)
}

const contentOf = (holder: LockHolder): string => `${JSON.stringify(holder)}\n`

/** Whether a lock could be written where there was none. */
const written = (path: string, holder: LockHolder): boolean => {
  try {
    const file = openSync(path, 'wx')
    try {
      writeSync(file, contentOf(holder))
    } finally {
      closeSync(file)
    }
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw new StudyFileError(path, 'write', error)
  }
}

/**
 * Puts a lock in the place of another one, if that has run out; false when the other has gone meanwhile. Who has written the file beside it is
 * the only one to do so.
 */
const takenOver = (
  directory: string,
  path: string,
  holder: LockHolder,
  { takeOver, lease }: { readonly takeOver: boolean; readonly lease: number },
): boolean => {
  const beside = `${path}.new`
  if (!written(beside, holder)) {
    const since = writtenAt(beside)
    if (since !== undefined && Date.now() - since < lease)
      throw new StudyDirectoryError(`‘${directory}’ is in use by another process, which has just taken it over`)
    rmSync(beside, { force: true })
    return false
  }
  let replaced = false
  try {
    const other = readHolder(path)
    const lastSign = writtenAt(path)
    if (lastSign === undefined) return false
    const age = Math.max(0, writtenAt(beside)! - lastSign)
    const refusal = refusalOf(directory, other, { age, takeOver, lease })
    if (refusal !== undefined) throw refusal
    renameSync(beside, path)
    replaced = true
    return true
  } finally {
    if (!replaced) rmSync(beside, { force: true })
  }
}

/** By the clock of the file system, in milliseconds; `undefined` for no file. */
const writtenAt = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.mtimeMs

/** Why a lock can't be taken over, if it can't. */
const refusalOf = (
  directory: string,
  other: LockHolder | undefined,
  { age, takeOver, lease }: { readonly age: number; readonly takeOver: boolean; readonly lease: number },
): StudyDirectoryError | undefined => {
  if (other === undefined)
    return age < timeToWrite ? new StudyDirectoryError(`‘${directory}’ is in use by another process`) : undefined
  const life = lifeOf(other)
  const user = `‘${directory}’ is in use by process ${other.pid}`
  if (life === 'alive') return new StudyDirectoryError(user)
  if (life === 'dead' || takeOver) return undefined
  const where = other.host === hostname() ? 'in another container' : `on ${other.host}`
  // Earlier versions give no signs of life.
  if (other.id === undefined) return new StudyDirectoryError(`${user} ${where}; if it has ended, --take-over takes it`)
  const freeIn = lease - age
  return freeIn < 0
    ? undefined
    : new StudyDirectoryError(
        `${user} ${where}, which gave a sign of life ${Math.round(age / 1000)} s ago; if it has ended, --take-over takes it`,
        { freeIn },
      )
}

const heldLock = (directory: string, path: string, holder: LockHolder, period: number): DirectoryLock => {
  const endSigns = giveSignsOfLife(path, contentOf(holder), period)
  return {
    assertHeld: () => {
      const now = readHolder(path)
      if (now?.id === holder.id) return
      throw new StudyDirectoryError(
        now === undefined
          ? `‘${directory}’ has lost its lock: it was removed while this process worked`
          : `‘${directory}’ was taken over by process ${now.pid} on ${now.host}`,
      )
    },
    release: () => {
      endSigns()
      if (readHolder(path)?.id === holder.id) rmSync(path, { force: true })
    },
  }
}
