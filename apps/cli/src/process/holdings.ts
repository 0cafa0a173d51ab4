/** A command's holdings: locks, files, threads, connections. All of them are given back, the last first, however the command ends. */
export interface Holdings {
  /** Gives something back in no time; it is called also where the process ends at once. */
  readonly releaseAtEnd: (release: () => void) => void
  /** Closes something that takes a while; where the process ends at once, it ends with it. */
  readonly closeAtEnd: (close: () => Promise<void>) => void
  /**
   * Gives everything back. What can't be given back keeps nothing else from it.
   *
   * @throws the first error.
   */
  readonly giveBack: () => Promise<void>
  /** Gives back what takes no time. */
  readonly giveBackAtOnce: () => void
}

export const holdings = (): Holdings => {
  const held: { readonly release: () => void | Promise<void>; readonly atOnce: boolean }[] = []
  return {
    releaseAtEnd: (release) => {
      held.push({ release, atOnce: true })
    },
    closeAtEnd: (release) => {
      held.push({ release, atOnce: false })
    },
    giveBack: async () => {
      const failures: unknown[] = []
      for (let last = held.pop(); last !== undefined; last = held.pop())
        try {
          await last.release()
        } catch (error) {
          failures.push(error)
        }
      if (failures.length > 0) throw failures[0]
    },
    giveBackAtOnce: () => {
      for (let last = held.pop(); last !== undefined; last = held.pop())
        try {
          if (last.atOnce) void last.release()
        } catch {
          // The process ends: there is nobody to tell.
        }
    },
  }
}
