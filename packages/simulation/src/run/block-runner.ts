import { assertSimulationDefinition, type SimulationDefinition } from '../definition/simulation-definition.js'
import type { SimulationSums } from '../estimate/simulation-sums.js'
import { type BlockSimulator, blockSimulatorSteps } from './simulate-block.js'

/** Computes blocks of one simulation, here or elsewhere. */
export interface BlockRunner {
  /** How many blocks to ask for before the first of them is there, ≥ 1. */
  readonly concurrency: number
  /** The sums of block 0, 1, 2, …: what `blockSimulator` of the same definition gives. */
  run(block: number): Promise<SimulationSums>
  /** Ends what the runner has begun. Blocks that aren't there yet are lost. */
  close(): Promise<void>
}

declare const setTimeout: (callback: () => void, milliseconds: number) => unknown

/** For how long other work of the thread may have to wait, unless a single batch takes longer. */
const longestTurn = 20

/**
 * Computes blocks in this thread, one at a time, and lets other work of the thread have its turn in between.
 *
 * @example
 * const runner = inProcessRunner(defineSimulation(defineNetwork(), { seed: 1 }))
 * (await runner.run(0)).trials // 4096
 *
 * @param definition - as `defineSimulation` gives it.
 * @throws what `defineSimulation` throws, for a definition that isn't one.
 */
export const inProcessRunner = (definition: SimulationDefinition): BlockRunner => {
  assertSimulationDefinition(definition)
  let turnEnds = 0
  let closed = false
  const inTurns = async <Result>(steps: Generator<undefined, Result>): Promise<Result> => {
    for (;;) {
      if (Date.now() >= turnEnds) {
        await new Promise<void>((resolve) => setTimeout(resolve, 0))
        turnEnds = Date.now() + longestTurn
      }
      if (closed) throw new Error('the runner is closed')
      const { done, value } = steps.next()
      if (done) return value
    }
  }
  let simulator: BlockSimulator | undefined
  return {
    concurrency: 1,
    run: async (block) => {
      simulator ??= await inTurns(blockSimulatorSteps(definition))
      return inTurns(simulator.steps(block))
    },
    close: async () => {
      closed = true
    },
  }
}
