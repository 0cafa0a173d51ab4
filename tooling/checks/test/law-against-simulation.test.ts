import { sirLaw } from '@isacnet/analysis'
import { defineNetwork, services } from '@isacnet/model'
import { defineSimulation, runSimulation, summarize } from '@isacnet/simulation'
import { expect, it } from 'vitest'

/** The standard errors that all comparisons together may deviate: the chance that a right law fails is below 1e-5. */
const largestDeviation = 5.5

it.each([
  [{ K: 5, L: 2 }, {}],
  [{ K: 2, L: 3, J: 1, Q: 3, alpha: 3.5, beta: 2 }, {}],
  [{ K: 2, Q: 2 }, { sensingClusters: 'target-centric' }],
  [{ K: 2, L: 2, Q: 2, N0: 0.05, lambda_x: 0.3 }, {}],
] as const)(
  'the law of the SIR is that of simulated gains: %j %j',
  { timeout: 120_000 },
  async (parameters, options) => {
    const network = defineNetwork(parameters)
    const definition = defineSimulation(network, { seed: 7, ...options })
    const { state } = await runSimulation(definition, { until: { trials: 60_000 } })
    const summary = summarize(state.sums, 0.95)
    for (const { service } of services) {
      const law = sirLaw(network, service, options)
      for (const { thresholdDb, mean, standardError } of summary[service].coverage) {
        if (!(standardError > 0) || thresholdDb % 4 !== 0) continue
        const { value } = law.coverage(10 ** (thresholdDb / 10))
        const expected = Math.max(standardError, Math.sqrt((value * (1 - value)) / summary.trials))
        expect(Math.abs(mean - value) / expected, `${service} at ${thresholdDb} dB`).toBeLessThan(largestDeviation)
      }
    }
  },
)
