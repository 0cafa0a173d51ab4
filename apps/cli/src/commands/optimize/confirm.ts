import { servicePerformance } from '@isacnet/analysis'
import { defineNetwork, type InformationUnit } from '@isacnet/model'
import type { AllocationOptimum, Objective, RatedAllocation } from '@isacnet/optimization'
import { defineSimulation, summarize } from '@isacnet/simulation'
import { blockEngine } from '../../engine/block-engine.js'
import { runJob } from '../../engine/simulation-run.js'
import type { AllocationChoice } from '../../flags/allocation-flags.js'
import type { CommandRun } from '../../process/command-run.js'
import { InterruptedError } from '../../process/exit-code.js'
import { formatCount } from '../../terminal/estimate-format.js'
import type { Io } from '../../terminal/io.js'

/** An allocation's objective by simulation, and how much the optimum is better by. */
export interface Confirmation {
  readonly rated: RatedAllocation
  readonly simulated: number
  readonly halfWidth: number
  /** The optimum's less this one's. */
  readonly difference: number
  readonly differenceHalfWidth: number
}

const confidence = 0.95

/** Quantile of the normal law. */
const quantile = 1.96

/** Simulates the optimum and its runners-up with users' and targets' actual requests. */
export const confirmed = async (
  optimum: AllocationOptimum,
  objective: Objective,
  { network, sensingClusters, unit }: Pick<AllocationChoice, 'network' | 'sensingClusters' | 'unit'>,
  { trials, seed }: { readonly trials: number; readonly seed: number },
  run: CommandRun,
  io: Io,
): Promise<readonly Confirmation[]> => {
  const found: { rated: RatedAllocation; value: number; standardError: number }[] = []
  for (const rated of [optimum, ...optimum.runnersUp]) {
    const site = defineNetwork({ ...network, ...rated.allocation })
    const definition = defineSimulation(site, { fidelity: 'channel', sensingClusters, seed })
    const { state } = await runJob(
      {
        definition,
        target: { until: { trials }, confidence },
        openEngine: blockEngine({}, io),
        unit: unit as InformationUnit,
      },
      run,
      io,
    )
    if (run.stoppedBy !== undefined)
      throw new InterruptedError(
        run.stoppedBy,
        `interrupted after ${formatCount(found.length)} of the allocations were simulated`,
      )
    const { communication, sensing } = summarize(state.sums, confidence, definition)
    const at = (moreCommunication: number, moreSensing: number): number =>
      objective.value({
        ...rated,
        communication: servicePerformance('communication', site, {
          value: communication.mean + moreCommunication,
          errorEstimate: 0,
        }),
        sensing: servicePerformance('sensing', site, { value: sensing.mean + moreSensing, errorEstimate: 0 }),
      })
    const value = at(0, 0)
    const standardError = Math.hypot(at(communication.standardError, 0) - value, at(0, sensing.standardError) - value)
    found.push({ rated, value, standardError })
  }
  const best = found[0]!
  return found.map(({ rated, value, standardError }, i) => ({
    rated,
    simulated: value,
    halfWidth: quantile * standardError,
    difference: best.value - value,
    differenceHalfWidth: i === 0 ? 0 : quantile * Math.hypot(best.standardError, standardError),
  }))
}
