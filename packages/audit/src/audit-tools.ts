import type { SimulatePoint } from '@isacnet/figures'
import { type NetworkParameters, readSeed, type Seed } from '@isacnet/model'
import {
  defineSimulation,
  runSimulation,
  type SimulationOptions,
  type SimulationSummary,
  summarize,
} from '@isacnet/simulation'

/** How an audit is run. Nothing of it but `seed`, `trials` and `confidence` changes a number. */
export interface AuditOptions {
  /** Of every simulation, as `readSeed` of `@isacnet/model` reads it; default 1. */
  readonly seed?: Seed
  /** Of a simulation, in whole blocks; default 20,000. Claims that need more take a multiple. */
  readonly trials?: number
  /**
   * Of the intervals within which theory and simulation agree; default 0.9999, so that a hundred comparisons of what is equal raise
   * one false alarm in a hundred audits.
   */
  readonly confidence?: number
  /** Who simulates; default this thread. It may remember what it did. */
  readonly simulate?: SimulatePoint
  /** Called between pieces of work; what it returns is awaited. When it throws, the audit stops with that error. */
  readonly checkpoint?: () => void | Promise<void>
}

/** What claims are computed with. */
export interface AuditTools {
  readonly seed: Seed
  readonly trials: number
  readonly confidence: number
  readonly checkpoint: () => void | Promise<void>
  /** A simulation of `trials` trials, unless it asks for more. */
  readonly simulate: (
    network: NetworkParameters,
    options?: SimulationOptions & { readonly trials?: number },
  ) => Promise<SimulationSummary>
}

/** The tools with their defaults; simulations of one audit are done once. */
export const auditTools = ({
  seed = 1,
  trials = 20_000,
  confidence = 0.9999,
  simulate = async (definition, until) => (await runSimulation(definition, { until })).state,
  checkpoint = () => {},
}: AuditOptions = {}): AuditTools => {
  const known = new Map<string, SimulationSummary>()
  return {
    seed: readSeed(seed),
    trials,
    confidence,
    checkpoint,
    simulate: async (network, { trials: wanted = trials, ...options } = {}) => {
      const definition = defineSimulation(network, { seed, ...options })
      const key = JSON.stringify([definition, wanted])
      const found = known.get(key)
      if (found !== undefined) return found
      await checkpoint()
      const summary = summarize((await simulate(definition, { trials: wanted })).sums, confidence)
      known.set(key, summary)
      return summary
    },
  }
}
