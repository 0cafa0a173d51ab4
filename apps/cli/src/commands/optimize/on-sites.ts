import { servicePerformance, sirGap, sirLaw } from '@isacnet/analysis'
import { chosenQuantity, defineNetwork, type Network, type Service, services } from '@isacnet/model'
import type { AllocationOptimum, Objective, RatedAllocation } from '@isacnet/optimization'
import {
  defineSimulation,
  type Estimate,
  inProcessRunner,
  type RaceStanding,
  race,
  runSimulation,
  type SimulationDefinition,
  type SimulationSums,
  summarize,
} from '@isacnet/simulation'
import type { SiteFile } from '../../documents/site-document.js'
import { blockEngine, type EngineFlags } from '../../engine/block-engine.js'
import type { AllocationChoice } from '../../flags/allocation-flags.js'
import type { CommandRun } from '../../process/command-run.js'
import { InterruptedError } from '../../process/exit-code.js'
import type { Io } from '../../terminal/io.js'
import { narration } from '../../terminal/narration.js'

/** The best allocation for some sites, and how it was found. */
export interface SiteOptimum {
  /** The gap in dB by which these sites serve better than a random network, by which candidates were rated; `null` where it isn't known. */
  readonly gapsDb: Readonly<Record<Service, number | null>>
  readonly confidence: number
  /** Candidates, the winner first. */
  readonly standings: readonly (RaceStanding & {
    readonly rated: RatedAllocation
    /** The objective with the gaps, by theorem. */
    readonly expected: number
  })[]
}

/** How a race is run. */
export interface RaceFlags {
  readonly confidence: number
  readonly seed: number
  /** So many candidates are simulated. */
  readonly candidates: number
}

/** Thresholds at which curves are compared for the gap. */
const thresholdsDb: readonly number[] = Array.from({ length: 21 }, (_, i) => 2 * i - 10)

/**
 * The best allocation for the sites of a file. Candidates are the optimum of a random network and its runners-up, rated anew with the gaps in SIR that these sites have at the
 * optimum, and the best of them are simulated on the sites with common random numbers, until the winner is told apart from the others.
 */
export const optimumOnSites = async (
  optimum: AllocationOptimum,
  objective: Objective,
  { network, sensingClusters }: Pick<AllocationChoice, 'network' | 'sensingClusters'>,
  { layout }: SiteFile,
  { confidence, seed, candidates }: RaceFlags,
  engineFlags: EngineFlags,
  run: CommandRun,
  io: Io,
): Promise<SiteOptimum> => {
  const progress = narration(io)
  run.releaseAtEnd(progress.clear)
  const { signal } = run
  const engine = await blockEngine(engineFlags, io)(progress.say, signal)
  run.closeAtEnd(engine.close)
  const of = ({ allocation }: RatedAllocation): Network => defineNetwork({ ...network, ...allocation })
  const defined = (rated: RatedAllocation, quantities: readonly string[] = []): SimulationDefinition =>
    defineSimulation(of(rated), { fidelity: 'channel', sensingClusters, seed, sites: layout, quantities })

  progress.show('the gap of these sites')
  const first = defined(
    optimum,
    thresholdsDb.map((decibels) => `coverage:${decibels}dB`),
  )
  const runner = engine.runnerFor(first)
  const { state } = await runSimulation(first, {
    until: { relativeError: 0.01 },
    signal,
    ...(runner === undefined ? {} : { runner }),
  })
  await runner?.close()
  assertGoingOn(run)
  const summary = summarize(state.sums, confidence, first)
  const gapsDb = Object.fromEntries(
    services.map(({ service }) => [
      service,
      gapOf(service, of(optimum), summary[service].quantities!, sensingClusters),
    ]),
  ) as Record<Service, number | null>

  const expected = (rated: RatedAllocation): number =>
    objective.value({
      ...rated,
      ...(Object.fromEntries(
        services.map(({ service }) => {
          const law = sirLaw(of(rated), service, { sensingClusters })
          const gain = 10 ** ((gapsDb[service] ?? 0) / 10)
          return [
            service,
            servicePerformance(
              service,
              of(rated),
              law.mean((sir) => Math.log1p(gain * sir)),
            ),
          ]
        }),
      ) as Pick<RatedAllocation, Service>),
    })
  const all = [optimum, ...optimum.ties, ...optimum.runnersUp.flatMap((one) => [one, ...one.ties])]
  const rated: { rated: RatedAllocation; expected: number }[] = []
  for (const each of all) {
    rated.push({ rated: each, expected: expected(each) })
    await run.checkpoint()
  }
  const chosen = rated.sort((a, b) => b.expected - a.expected).slice(0, candidates)

  const runners = chosen.map(({ rated: one }) => {
    const definition = defined(one)
    return engine.runnerFor(definition) ?? inProcessRunner(definition)
  })
  const standings = await race(
    chosen.length,
    async (candidate, sample) => {
      assertGoingOn(run)
      progress.show(`candidate ${candidate + 1} of ${chosen.length}, sample ${sample + 1}`)
      // Common random numbers are those of blocks of one number.
      const sums = await runners[candidate]!.run(sample)
      return simulatedValue(objective, chosen[candidate]!.rated, of(chosen[candidate]!.rated), sums)
    },
    { confidence, looks: 10 },
  )
  for (const own of runners) await own.close()
  progress.clear()
  return {
    gapsDb,
    confidence,
    standings: standings.map((standing) => ({ ...standing, ...chosen[standing.candidate]! })),
  }
}

const simulatedValue = (
  objective: Objective,
  rated: RatedAllocation,
  network: Network,
  sums: SimulationSums,
): number => {
  const { communication, sensing } = summarize(sums)
  return objective.value({
    ...rated,
    communication: servicePerformance('communication', network, { value: communication.mean, errorEstimate: 0 }),
    sensing: servicePerformance('sensing', network, { value: sensing.mean, errorEstimate: 0 }),
  })
}

const gapOf = (
  service: Service,
  network: Network,
  quantities: Readonly<Record<string, Estimate>>,
  sensingClusters: AllocationChoice['sensingClusters'],
): number | null => {
  const law = sirLaw(network, service, { sensingClusters })
  const curve = thresholdsDb.map((thresholdDb) => {
    const { mean, standardError } = quantities[chosenQuantity(`coverage:${thresholdDb}`).name]!
    return { thresholdDb, probability: mean, standardError }
  })
  return sirGap((threshold) => law.coverage(threshold).value, curve, []).common?.gapDb ?? null
}

const assertGoingOn = ({ stoppedBy }: CommandRun): void => {
  if (stoppedBy !== undefined) throw new InterruptedError(stoppedBy, 'interrupted before the best allocation was known')
}
