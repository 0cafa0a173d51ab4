import { setTimeout } from 'node:timers/promises'
import { type StudyDirectory, StudyDirectoryError } from '@isacnet/study'
import type { CommandRun } from '../../process/command-run.js'

/** How often it is looked whether the other process lives, in milliseconds. */
const interval = 1000

/**
 * Opens a directory, and waits while it is in use by a process that may have ended: a queue starts the task of a machine that went down on
 * another one. As soon as that process shows that it lives, the directory is refused.
 *
 * @throws {StudyDirectoryError} when it is in use, or can't be used for another reason.
 * @throws {InterruptedError} after a stop signal.
 */
export const whenFree = async (
  open: () => StudyDirectory,
  { signal, checkpoint }: Pick<CommandRun, 'signal' | 'checkpoint'>,
  say: (line: string) => void,
): Promise<StudyDirectory> => {
  for (let left = Number.POSITIVE_INFINITY; ; ) {
    try {
      return open()
    } catch (error) {
      const freeIn = error instanceof StudyDirectoryError ? error.freeIn : undefined
      if (freeIn === undefined || freeIn > left) throw error
      if (left === Number.POSITIVE_INFINITY)
        say(`${(error as Error).message}; waiting for ${Math.ceil(freeIn / 1000)} s`)
      left = freeIn
    }
    await setTimeout(Math.min(interval, left + 1), undefined, { signal }).catch(() => {})
    await checkpoint()
  }
}
