import type { OptimizationProgress } from '@isacnet/optimization'
import { type AllocationChoice, explained } from '../flags/allocation-flags.js'
import type { Checkpoint } from '../process/command-run.js'
import { formatCount } from '../terminal/estimate-format.js'
import type { Io } from '../terminal/io.js'
import { narration } from '../terminal/narration.js'

/** Runs a search to its end, with progress on a terminal; signals stop it between its steps. */
export const searched = async <Result>(
  steps: Generator<OptimizationProgress, Result>,
  { unit }: AllocationChoice,
  checkpoint: Checkpoint,
  io: Io,
): Promise<Result> => {
  const progress = narration(io)
  try {
    for (;;) {
      const { done, value } = steps.next()
      if (done) return value
      progress.show(
        `${formatCount(value.examined)} of ${formatCount(value.total)} allocations examined, bounding the others`,
      )
      await checkpoint()
    }
  } catch (error) {
    throw explained(error, unit)
  } finally {
    progress.clear()
  }
}

/** By which methods rates are computed, in a line. */
export const describeMethods = ({ communicationMethod, sensingMethod, sensingClusters }: AllocationChoice): string =>
  `Communication: ${communicationMethod}. Sensing: ${sensingMethod}, ${sensingClusters}.`
