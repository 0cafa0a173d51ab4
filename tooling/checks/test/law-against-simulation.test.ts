import { sirLaw, sirQuantityValue } from '@isacnet/analysis'
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

/** How far the law that takes requests for independent of the interference is off, at most (ACTUAL-REQUESTS.md of `@isacnet/analysis`). */
const independenceError = 0.02

it.each([
  [{ K: 5, L: 4 }, 'bs-centric'],
  [{ K: 10, J: 10, Q: 2 }, 'bs-centric'],
  [{ K: 3, L: 3, J: 6, Q: 3 }, 'target-centric'],
] as const)(
  'the law of the SIR with actual requests is roughly that of whole networks: %j, %s',
  { timeout: 120_000 },
  async (parameters, sensingClusters) => {
    const network = defineNetwork(parameters)
    const definition = defineSimulation(network, { seed: 5, fidelity: 'channel', sensingClusters })
    const { state } = await runSimulation(definition, { until: { trials: 8000 } })
    const summary = summarize(state.sums, 0.95)
    for (const { service } of services) {
      const law = sirLaw(network, service, {
        communicationMethod: 'actual-requests',
        sensingMethod: 'actual-requests',
        sensingClusters,
      })
      for (const { thresholdDb, mean, standardError } of summary[service].coverage) {
        if (thresholdDb % 5 !== 0) continue
        const { value } = law.coverage(10 ** (thresholdDb / 10))
        expect(Math.abs(mean - value), `${service} at ${thresholdDb} dB`).toBeLessThan(
          independenceError + 4.5 * standardError,
        )
      }
    }
  },
)

/** False alarms in 7e-6 of all seeds, each; there are 44. */
const alarm = 4.5

/** An amount by which the two values of far interference may move a quantity: its relative size. */
const unresolved = 1e-4

const means = ['coverage:-5dB', 'coverage:0dB', 'coverage:15dB', 'detection:1e-6']
const percentiles = ['percentile-rate:5%', 'median-rate', 'angle-error:50%', 'angle-error:95%']

it.each([
  [{ K: 5 }, {}, [...means, ...percentiles]],
  [{ K: 5, L: 2, J: 2, Q: 2 }, {}, [...means, ...percentiles]],
  [{ K: 12 }, {}, [...means, ...percentiles]],
  // Percentiles of these take the theory ten seconds.
  [{ K: 2, Q: 2, alpha: 3.5 }, { sensingClusters: 'target-centric' }, means],
] as const)(
  'simulated quantities are those of the law: %j %j',
  { timeout: 120_000 },
  async (parameters, options, names) => {
    const network = defineNetwork(parameters)
    const definition = defineSimulation(network, { seed: 11, quantities: names, ...options })
    const { state } = await runSimulation(definition, { until: { trials: 60_000 } })
    const summary = summarize(state.sums, 0.95, definition)
    for (const { service } of services) {
      const found = summary[service].quantities!
      expect(Object.keys(found)).toHaveLength(service === 'communication' ? (names === means ? 3 : 5) : names.length)
      for (const [name, { mean, standardError }] of Object.entries(found)) {
        const { value } = sirQuantityValue(name, service, network, options)
        expect(Math.abs(mean - value), `${service} ${name}: ${mean} ± ${standardError} and ${value}`).toBeLessThan(
          alarm * standardError + unresolved * value,
        )
        // Precise enough to tell, also of the 5 % of targets that are worst off.
        expect(standardError, `${service} ${name}`).toBeLessThan(0.02 * value)
      }
    }
  },
)
