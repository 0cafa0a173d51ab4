import type { SimulatePoint } from '@isacnet/figures'
import {
  aFunction,
  aSeed,
  assertOptions,
  integerFrom,
  type Network,
  type OptionChecks,
  readSeed,
  type Seed,
} from '@isacnet/model'
import {
  aConfidence,
  defineSimulation,
  runSimulation,
  type SimulationDefinition,
  type SimulationOptions,
  type SimulationSummary,
  type StoppingRule,
  summarize,
} from '@isacnet/simulation'

/** How an audit is run. Nothing of it but `seed`, `trials` and `confidence` changes a number. */
export interface AuditOptions {
  /** The seed of every simulation, as `readSeed` of `@isacnet/model` reads it; default 1. */
  readonly seed?: Seed
  /** Trials of a simulation, in whole blocks; default 20,000. Claims that need more take a multiple. */
  readonly trials?: number
  /**
   * Confidence of the intervals within which theory and simulation agree; default 0.9999, so that a hundred comparisons of what is equal
   * raise one false alarm in a hundred audits.
   */
  readonly confidence?: number
  /** Who simulates; default this thread. It may remember what it did. */
  readonly simulate?: SimulatePoint
  /** Called between pieces of work; what it returns is awaited. When it throws, the audit stops with that error. */
  readonly checkpoint?: () => void | Promise<void>
}

/** The tools that claims are computed with. */
export interface AuditTools {
  readonly seed: Seed
  readonly trials: number
  readonly confidence: number
  readonly checkpoint: () => void | Promise<void>
  /** A simulation of `trials` trials, unless it asks for more. */
  readonly simulate: (
    network: Network,
    options?: SimulationOptions & { readonly trials?: number },
  ) => Promise<SimulationSummary>
}

const optionChecks: OptionChecks<AuditOptions> = {
  seed: aSeed,
  trials: integerFrom(1),
  confidence: aConfidence,
  simulate: aFunction,
  checkpoint: aFunction,
}

/**
 * The tools with their defaults; simulations of one audit are done once.
 *
 * @example
 * auditTools({ seed: 1 }).trials // 20000
 *
 * @throws {UnknownNameError} {InvalidParameterError} for options that aren't as their type says.
 */
export const auditTools = (options: AuditOptions = {}): AuditTools => {
  assertOptions('auditTools', options, optionChecks)
  const {
    seed = 1,
    trials = 20_000,
    confidence = 0.9999,
    simulate = async (definition: SimulationDefinition, until: StoppingRule) =>
      (await runSimulation(definition, { until })).state,
    checkpoint = () => {},
  } = options
  const known = new Map<string, SimulationSummary>()
  return {
    seed: readSeed(seed),
    trials,
    confidence,
    checkpoint,
    simulate: async (network, { trials: wanted = trials, ...deviations } = {}) => {
      const definition = defineSimulation(network, { seed, ...deviations })
      const key = JSON.stringify([definition, wanted])
      const found = known.get(key)
      if (found !== undefined) return found
      await checkpoint()
      const summary = summarize((await simulate(definition, { trials: wanted })).sums, confidence, definition)
      known.set(key, summary)
      return summary
    },
  }
}
