import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { type InformationUnit, InvalidParameterError } from '@isacnet/model'
import {
  type BlockRunner,
  runSimulation,
  type SimulationDefinition,
  type SimulationRun,
  type SimulationState,
} from '@isacnet/simulation'
import { workerRunner } from '@isacnet/simulation/workers'
import { count } from './decimal-number.js'
import type { Io } from './io.js'
import { progressLine } from './progress.js'
import { progressText } from './simulation-progress.js'
import { type StopSignal, stoppable } from './stop-signal.js'
import type { StoppingTarget } from './stopping-flags.js'

export interface SimulationJob {
  readonly definition: SimulationDefinition
  readonly target: StoppingTarget
  readonly workers: number
  /** In which progress is shown. */
  readonly unit: InformationUnit
  /** Where to go on. */
  readonly from?: SimulationState | undefined
  /** Called after each block. */
  readonly afterBlock?: (state: SimulationState) => void
}

/** More threads than any machine can use; a slip of the hand isn't to start a million. */
const mostWorkers = 1024

/** How many workers a flag asks for; without it, as many as the machine can run at once. */
export const workerCount = (flag: string | undefined): number =>
  flag === undefined
    ? Math.min(availableParallelism(), mostWorkers)
    : count(
        flag,
        (got) => new InvalidParameterError('workers', got, `an integer ≥ 1 and ≤ ${mostWorkers}`),
        mostWorkers,
      )

/** How often the progress line is rewritten, in milliseconds. */
const progressInterval = 200

/** Runs a simulation on workers, with progress, until its target or until a signal asks it to stop. */
export const runJob = async (
  { definition, target, workers, unit, from, afterBlock }: SimulationJob,
  io: Io,
): Promise<SimulationRun & { readonly stoppedBy: StopSignal | undefined }> => {
  const progress = progressLine(io)
  const begin = performance.now()
  let nextShown = begin + progressInterval
  const onProgress = (state: SimulationState): void => {
    const now = performance.now()
    if (io.stderr.isTTY === true && now >= nextShown) {
      nextShown = now + progressInterval
      progress.show(
        progressText(state, {
          ...target,
          unit,
          trialsBefore: from?.sums.trials ?? 0,
          seconds: (now - begin) / 1000,
        }),
      )
    }
    afterBlock?.(state)
  }
  const say = (line: string): void => {
    progress.clear()
    io.stderr.write(`isacnet: ${line}\n`)
  }
  let runner: BlockRunner | undefined
  try {
    const { result, stoppedBy } = await stoppable(async (signal) => {
      runner = blockRunner(definition, workers, say)
      // What arrived while the runner was prepared.
      await setImmediate()
      return runSimulation(definition, {
        until: target.until,
        signal,
        onProgress,
        ...(runner === undefined ? {} : { runner }),
        ...(from === undefined ? {} : { from }),
      })
    })
    return { ...result, stoppedBy }
  } finally {
    progress.clear()
    await runner?.close()
  }
}

/** One worker is this thread. */
const blockRunner = (
  definition: SimulationDefinition,
  workers: number,
  say: (line: string) => void,
): BlockRunner | undefined =>
  workers === 1
    ? undefined
    : workerRunner(definition, {
        workers,
        onWorkerDeath: ({ block }) => say(`a worker died in block ${block}; the block is done again`),
      })
