import { setImmediate } from 'node:timers/promises'
import type { InformationUnit } from '@isacnet/model'
import {
  type BlockRunner,
  runSimulation,
  type SimulationDefinition,
  type SimulationRun,
  type SimulationState,
} from '@isacnet/simulation'
import type { BlockEngine, OpenEngine } from './block-engine.js'
import type { Io } from './io.js'
import { narration } from './narration.js'
import { progressText } from './simulation-progress.js'
import { type StopSignal, stoppable } from './stop-signal.js'
import type { StoppingTarget } from './stopping-flags.js'

export interface SimulationJob {
  readonly definition: SimulationDefinition
  readonly target: StoppingTarget
  readonly openEngine: OpenEngine
  /** In which progress is shown. */
  readonly unit: InformationUnit
  /** Where to go on. */
  readonly from?: SimulationState | undefined
  /** Called after each block. */
  readonly afterBlock?: (state: SimulationState) => void
}

/** How often the progress line is rewritten, in milliseconds. */
const progressInterval = 200

/** Runs a simulation on workers, with progress, until its target or until a signal asks it to stop. */
export const runJob = async (
  { definition, target, openEngine, unit, from, afterBlock }: SimulationJob,
  io: Io,
): Promise<SimulationRun & { readonly stoppedBy: StopSignal | undefined }> => {
  const progress = narration(io)
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
  let engine: BlockEngine | undefined
  let runner: BlockRunner | undefined
  try {
    const { result, stoppedBy } = await stoppable(async (signal) => {
      engine = await openEngine(progress.say)
      runner = engine.runnerFor(definition)
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
    await engine?.close()
  }
}
