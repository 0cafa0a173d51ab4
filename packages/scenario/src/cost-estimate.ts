import type { CommunicationMethod, SensingMethod } from '@isacnet/analysis'
import type { NetworkParameters } from '@isacnet/model'
import { blockSimulator, defineSimulation, type StoppingRule } from '@isacnet/simulation'
import { compileObjective } from './objective.js'
import type {
  OptimizationComputation,
  ResolvedStudy,
  SimulationComputation,
  TheoremComputation,
} from './resolved-study.js'

/** What a study takes, in seconds of one core: to tell minutes from days, no more. */
export interface CostEstimate {
  readonly theorem: { readonly networks: number; readonly seconds: number }
  readonly simulation: { readonly trials: number; readonly blocks: number; readonly seconds: number }
  readonly optimization: { readonly searches: number; readonly seconds: number }
  readonly seconds: number
}

/** Milliseconds for a rate: means over the networks that the docstring of `estimateCost` names. */
const communicationTimes: Readonly<Record<CommunicationMethod, number>> = { exact: 1, 'theorem-1': 2, 'theorem-2': 0.3 }
const sensingTimes: Readonly<Record<SensingMethod, number>> = {
  exact: 6,
  'no-hole': 4,
  'proposition-3': 0.3,
  'theorem-3': 4,
}

/** Standard deviation of a trial's rate, relative to its mean: what it is at most for most networks. */
const relativeDeviation = 1.5

/**
 * An estimate of what a study takes, from times that were measured once, on one core, over eight networks with M_t from 20 to 128,
 * α of 3 and 4, with and without noise and clutter: a rate takes 0.3 to 6 ms by its formula, a trial 15 µs (`gain-law`), 30 µs (a
 * typical cell, or a hard-core distance) or 60 µs (`channel`; literal precoders 100 µs at M_t = 20, more with its square), an
 * optimum 10 ms times M_t, or 1 ms times its square where bounds can't help. Until an interval is within ε of the mean it takes
 * $(1.5\,z/\varepsilon)^2$ trials, because a trial's rate deviates by 0.6 to 1.6 times its mean. Another machine, another load or an
 * unusual network makes it three times more or less.
 */
export const estimateCost = async (study: ResolvedStudy): Promise<CostEstimate> => {
  let networks = 0
  let theoremSeconds = 0
  let trials = 0
  let blocks = 0
  let simulationSeconds = 0
  let searches = 0
  let optimizationSeconds = 0
  const first = study.points[0]
  for (const [index, computation] of (first?.computations ?? []).entries()) {
    const { length } = study.points
    if (computation.kind === 'theorem') {
      networks += length
      theoremSeconds += length * theoremTime(computation)
    } else if (computation.kind === 'optimization') {
      const { monotone } = await compileObjective(computation.objective)
      searches += length
      for (const { network } of study.points) optimizationSeconds += searchTime(network, monotone, computation)
    } else {
      const { trialsPerBlock } = blockSimulator(defineSimulation(first!.network, computation.options))
      const perPoint = Math.ceil(expectedTrials(computation.until) / trialsPerBlock)
      blocks += length * perPoint
      trials += length * perPoint * trialsPerBlock
      for (const { network, computations } of study.points)
        simulationSeconds +=
          perPoint * trialsPerBlock * trialTime(network, computations[index] as SimulationComputation)
    }
  }
  return {
    theorem: { networks, seconds: theoremSeconds },
    simulation: { trials, blocks, seconds: simulationSeconds },
    optimization: { searches, seconds: optimizationSeconds },
    seconds: theoremSeconds + simulationSeconds + optimizationSeconds,
  }
}

const theoremTime = ({ communicationMethod, sensingMethod }: TheoremComputation): number =>
  (communicationTimes[communicationMethod] + sensingTimes[sensingMethod]) / 1e3

const searchTime = (
  { transmitAntennas }: NetworkParameters,
  monotone: boolean,
  { communicationMethod }: OptimizationComputation,
): number =>
  ((monotone ? 10 * transmitAntennas : transmitAntennas ** 2) * communicationTimes[communicationMethod]) / 1e3

const trialTime = (
  { transmitAntennas }: NetworkParameters,
  { options: { fidelity, precoders, typical, hardCoreDistance } }: SimulationComputation,
): number => {
  if (fidelity === 'channel') return precoders === 'literal' ? 1e-4 * Math.max(1, (transmitAntennas / 20) ** 2) : 6e-5
  return typical === 'cell' || hardCoreDistance > 0 ? 3e-5 : 1.5e-5
}

const expectedTrials = (until: StoppingRule): number => {
  if ('trials' in until) return until.trials
  const { relativeError, confidence = 0.95, maximumTrials = Number.POSITIVE_INFINITY } = until
  return Math.min(maximumTrials, Math.ceil(((relativeDeviation * normalQuantile(confidence)) / relativeError) ** 2))
}

/** How many standard errors half an interval has: within 5e-4, by Abramowitz and Stegun 26.2.23. */
const normalQuantile = (confidence: number): number => {
  const t = Math.sqrt(-2 * Math.log((1 - confidence) / 2))
  return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
}
