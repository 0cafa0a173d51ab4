import { blockSimulator } from './simulate-block.js'
import type { SimulationDefinition } from './simulation-definition.js'
import type { SimulationSums } from './simulation-sums.js'

/** What computes blocks of one simulation, here or elsewhere. */
export interface BlockRunner {
  /** How many blocks to ask for before the first of them is there, ≥ 1. */
  readonly concurrency: number
  /** The sums of block 0, 1, 2, …: what `blockSimulator` of the same definition gives. */
  run(block: number): Promise<SimulationSums>
  /** Ends what the runner has begun. Blocks that aren't there yet are lost. */
  close(): Promise<void>
}

declare const setTimeout: (callback: () => void, milliseconds: number) => unknown

/** For how long other work of the thread may have to wait, unless a single block takes longer. */
const longestTurn = 20

/** Computes blocks in this thread, one at a time, and lets other work of the thread have its turn between them. */
export const inProcessRunner = (definition: SimulationDefinition): BlockRunner => {
  const { simulate } = blockSimulator(definition)
  let turnEnds = 0
  return {
    concurrency: 1,
    run: async (block) => {
      if (Date.now() >= turnEnds) {
        await new Promise<void>((resolve) => setTimeout(resolve, 0))
        turnEnds = Date.now() + longestTurn
      }
      return simulate(block)
    },
    close: async () => {},
  }
}
