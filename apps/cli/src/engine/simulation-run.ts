import type { InformationUnit } from '@isacnet/model'
import { runSimulation, type SimulationDefinition, type SimulationRun, type SimulationState } from '@isacnet/simulation'
import type { StoppingTarget } from '../flags/stopping-flags.js'
import type { CommandRun } from '../process/command-run.js'
import type { Io } from '../terminal/io.js'
import { narration } from '../terminal/narration.js'
import type { OpenEngine } from './block-engine.js'
import { progressText } from './simulation-progress.js'

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

/** Runs a simulation on workers, with progress, until its target or until the command is asked to end. */
export const runJob = async (
  { definition, target, openEngine, unit, from, afterBlock }: SimulationJob,
  run: CommandRun,
  io: Io,
): Promise<SimulationRun> => {
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
  run.releaseAtEnd(progress.clear)
  const { signal } = run
  const engine = await openEngine(progress.say, signal)
  run.closeAtEnd(engine.close)
  const runner = engine.runnerFor(definition)
  if (runner !== undefined) run.closeAtEnd(runner.close)
  const result = await runSimulation(definition, {
    until: target.until,
    signal,
    onProgress,
    ...(runner === undefined ? {} : { runner }),
    ...(from === undefined ? {} : { from }),
  })
  progress.clear()
  return result
}
