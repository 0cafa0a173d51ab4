import { type CommunicationMethod, methodDefinitions, type SensingMethod } from '@isacnet/analysis'
import type { Network, Service } from '@isacnet/model'
import { blockSimulator, defineSimulation, drawsWholeNetworks } from '@isacnet/simulation'
import { normalQuantile } from '@isacnet/special-functions'
import { compileObjective } from './objective.js'
import type {
  OptimizationComputation,
  ResolvedStudy,
  SimulationComputation,
  TheoremComputation,
} from './resolved-study.js'

/** The time that a study takes, in seconds of one core: to tell minutes from days, no more. */
export interface CostEstimate {
  readonly theorem: { readonly networks: number; readonly seconds: number }
  readonly simulation: { readonly trials: number; readonly blocks: number; readonly seconds: number }
  readonly optimization: { readonly searches: number; readonly seconds: number }
  readonly seconds: number
}

/** Milliseconds for a rate. */
const rateTime = (service: Service, method: CommunicationMethod | SensingMethod): number =>
  methodDefinitions[service].find((definition) => definition.method === method)?.milliseconds ?? 0

/** Before so many batches a simulation doesn't look at its error. */
const fewestBatches = 64

/**
 * An estimate of what a study takes, from times that were measured once, on one core, over seven networks with M_t from 20 to 128,
 * α of 3 and 4, with and without clutter: a rate takes 0.3 to 6 ms by its formula, a trial 4 µs (`gain-law`), 40 µs (with a typical
 * cell or another deployment) or 80 µs (`channel`; literal precoders 150 µs at M_t = 20, more with its square), an optimum 10 ms
 * times M_t, or 1 ms times its square where bounds can't help. Until an interval is within ε of the mean it takes
 * $(cz/\varepsilon)^2$ trials, because the mean of n trials deviates by $c/\sqrt n$ of it, with c of 0.02 to 0.07 where quasi-Monte
 * Carlo applies (`gain-law` of typical users) and of 0.6 to 1.6 otherwise. Another machine, another load or an unusual network makes
 * it three times more or less.
 *
 * @example
 * const study = await resolveScenario('sweep: [{ vary: K, values: [1, 2] }]\ncompute: [{ theorem: {} }]')
 * (await estimateCost(study)).theorem.networks // 2
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
      const monotone =
        computation.objective.kind === 'quantity' || (await compileObjective(computation.objective)).monotone
      searches += length
      for (const { network } of study.points) optimizationSeconds += searchTime(network, monotone, computation)
    } else {
      // Literal precoders are slow, and their blocks are of the same kind.
      const { sites } = computation
      const options = {
        ...computation.options,
        precoders: 'sampled-in-law' as const,
        ...(sites === undefined ? {} : { sites }),
      }
      const { trialsPerBlock, simulate } = blockSimulator(defineSimulation(first!.network, options))
      const { batches } = simulate(0).communication
      const perPoint =
        'trials' in computation.until
          ? Math.ceil(computation.until.trials / trialsPerBlock)
          : Math.max(Math.ceil(fewestBatches / batches), Math.ceil(expectedTrials(computation) / trialsPerBlock))
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
  (rateTime('communication', communicationMethod) + rateTime('sensing', sensingMethod)) / 1e3

const searchTime = (
  { transmitAntennas }: Network,
  monotone: boolean,
  { communicationMethod }: OptimizationComputation,
): number =>
  ((monotone ? 10 * transmitAntennas : transmitAntennas ** 2) * rateTime('communication', communicationMethod)) / 1e3

const usesQuasiMonteCarlo = ({ options, sites }: SimulationComputation): boolean =>
  sites === undefined && !drawsWholeNetworks(options)

const trialTime = ({ transmitAntennas }: Network, computation: SimulationComputation): number => {
  const { fidelity, precoders } = computation.options
  if (usesQuasiMonteCarlo(computation)) return 4e-6
  if (precoders === 'literal') return 1.5e-4 * Math.max(1, (transmitAntennas / 20) ** 2)
  return fidelity === 'channel' ? 8e-5 : 4e-5
}

const expectedTrials = (computation: SimulationComputation): number => {
  const { until } = computation
  if ('trials' in until) return until.trials
  const { relativeError, confidence = 0.95, maximumTrials = Number.POSITIVE_INFINITY } = until
  const deviation = usesQuasiMonteCarlo(computation) ? 0.06 : 1.5
  return Math.min(maximumTrials, Math.ceil(((deviation * normalQuantile(1 - confidence)) / relativeError) ** 2))
}
