import type { BlockRunner } from '@isacnet/simulation'

/** Follows what simulations that run at once ask of the workers that they share. */
export interface BlockDemand {
  /** A runner whose blocks in flight are counted until it is closed. */
  readonly watched: (runner: BlockRunner) => BlockRunner
  /** To be called when something may have changed. */
  readonly changed: () => void
  /** Resolves when another simulation may begin, or the signal comes. */
  readonly room: (signal: AbortSignal) => Promise<void>
}

interface Flight {
  readonly runner: BlockRunner
  blocks: number
}

/** There is room for another simulation while all have fewer blocks in flight than a single runner would take. */
export const blockDemand = (mostRunners: number): BlockDemand => {
  const flights = new Set<Flight>()
  let wake = (): void => {}
  const hasRoom = (): boolean => {
    if (flights.size >= mostRunners) return false
    let blocks = 0
    let wanted = 1
    for (const flight of flights) {
      blocks += flight.blocks
      wanted = Math.max(wanted, flight.runner.concurrency)
    }
    return blocks < wanted
  }
  return {
    watched: (runner) => {
      const flight: Flight = { runner, blocks: 0 }
      flights.add(flight)
      return {
        get concurrency() {
          return runner.concurrency
        },
        run: async (block) => {
          flight.blocks++
          try {
            return await runner.run(block)
          } finally {
            flight.blocks--
          }
        },
        close: async () => {
          flights.delete(flight)
          await runner.close()
        },
      }
    },
    changed: () => wake(),
    room: async (signal) => {
      const aborted = (): void => wake()
      signal.addEventListener('abort', aborted)
      while (!signal.aborted && !hasRoom()) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        // A simulation that has got a block asks for the next in the same turn.
        await new Promise<void>((resolve) => setImmediate(resolve))
      }
      signal.removeEventListener('abort', aborted)
    },
  }
}
