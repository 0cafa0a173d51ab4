import type { Network } from '@isacnet/model'
import type { Estimate, SimulatedRate, SimulationSummary } from '@isacnet/simulation'
import type { AuditTools } from '../src/evidence/audit-tools.js'

/** A mean with its standard error; intervals are four of them wide on either side. */
export const estimate = (mean: number, standardError: number): Estimate => ({
  mean,
  standardError,
  interval: [mean - 4 * standardError, mean + 4 * standardError],
})

export const rate = (mean: number, standardError: number, biasBound = 0): SimulatedRate => ({
  ...estimate(mean, standardError),
  biasBound,
  coverage: [],
})

/** The rates that a simulation is made to return. */
export const summary = (
  communication: SimulatedRate,
  sensing: SimulatedRate,
  abandonedFraction = 0,
): SimulationSummary => ({
  trials: 1000,
  confidence: 0.9999,
  communication,
  sensing,
  nulling: { meanRequests: 1, abandonedFraction, distribution: [] },
})

/** Tools whose simulations say what they are told to. */
export const toolsThatSay = (
  say: (network: Network, options: Parameters<AuditTools['simulate']>[1]) => SimulationSummary,
  trials = 1000,
): AuditTools => ({
  seed: 1,
  trials,
  confidence: 0.9999,
  checkpoint: () => {},
  simulate: async (network, options) => say(network, options),
})
