import { aFunction, assertOptions, type OptionChecks } from '@isacnet/model'
import { assertSimulationDefinition, type SimulationDefinition } from '../definition/simulation-definition.js'
import type { SimulationSums } from '../estimate/simulation-sums.js'
import { type BlockProgress, type BlockSimulator, blockSimulatorSteps } from './simulate-block.js'

/** Computes blocks of one simulation, here or elsewhere. */
export interface BlockRunner {
  /** How many blocks to ask for before the first of them is there, ≥ 1. */
  readonly concurrency: number
  /** The sums of block 0, 1, 2, …: what `blockSimulator` of the same definition gives. */
  run(block: number): Promise<SimulationSums>
  /** Ends what the runner has begun. Blocks that aren't there yet are lost. */
  close(): Promise<void>
}

/** Optional members of a runner in this thread. */
export interface RunnerOptions {
  /** Called after each batch of a block but its last, with the number of the block: the first trials can be shown before a block is whole. */
  readonly onBatch?: (block: number, progress: BlockProgress) => void
}

const optionChecks: OptionChecks<RunnerOptions> = { onBatch: aFunction }

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
 * @throws {UnknownNameError} {InvalidParameterError} for other options.
 */
export const inProcessRunner = (definition: SimulationDefinition, options: RunnerOptions = {}): BlockRunner => {
  assertSimulationDefinition(definition)
  assertOptions('inProcessRunner', options, optionChecks)
  let turnEnds = 0
  let closed = false
  const inTurns = async <Step, Result>(
    steps: Generator<Step, Result>,
    look?: (step: Step) => void,
  ): Promise<Result> => {
    for (;;) {
      if (Date.now() >= turnEnds) {
        await new Promise<void>((resolve) => setTimeout(resolve, 0))
        turnEnds = Date.now() + longestTurn
      }
      if (closed) throw new Error('the runner is closed')
      const { done, value } = steps.next()
      if (done) return value
      look?.(value)
    }
  }
  let simulator: BlockSimulator | undefined
  return {
    concurrency: 1,
    run: async (block) => {
      simulator ??= await inTurns(blockSimulatorSteps(definition))
      return inTurns(simulator.steps(block), (progress) => options.onBatch?.(block, progress))
    },
    close: async () => {
      closed = true
    },
  }
}
