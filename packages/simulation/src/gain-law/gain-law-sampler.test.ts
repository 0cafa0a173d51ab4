import { defineNetwork } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import type { Sampling } from '../definition/sampling.js'
import { defineSimulation, type SimulationDefinition } from '../definition/simulation-definition.js'
import { mergeSimulationSums, noSimulationSums } from '../estimate/simulation-sums.js'
import { type SimulationSummary, summarize } from '../estimate/summarize.js'
import type { Estimate } from '../quantities/estimate.js'
import { blockSimulator } from '../run/simulate-block.js'

const run = (definition: SimulationDefinition, sampling: Sampling, blocks: number): SimulationSummary => {
  const { simulate } = blockSimulator(definition, sampling)
  let sums = noSimulationSums
  for (let block = 0; block < blocks; block++) sums = mergeSimulationSums(sums, simulate(block))
  return summarize(sums)
}

/** False alarms in 7e-6 of all seeds, each. */
const alarm = 4.5

const difference = (a: Estimate, b: Estimate): number =>
  (a.mean - b.mean) / Math.hypot(a.standardError, b.standardError)

const networks = [
  [{ K: 5, L: 2, J: 2, Q: 2 }, 'bs-centric'],
  [{ K: 1, L: 3, Q: 4, alpha: 3 }, 'target-centric'],
  [{ K: 3, alpha: 2.6, beta: 1.5, noisePower: 0.2, lambda: 0.4 }, 'bs-centric'],
  [{ K: 2, L: 2, Q: 2, lambda_x: 6, sigma_x: 0.03, beta: 1.8 }, 'target-centric'],
] as const

describe.each(networks)('%j, %s', { timeout: 60_000 }, (changes, sensingClusters) => {
  // Seeds differ, lest equal draws hide a difference.
  const network = defineNetwork(changes)
  const plain = run(defineSimulation(network, { sensingClusters, seed: 'plain' }), 'plain', 8)
  const reduced = run(defineSimulation(network, { sensingClusters, seed: 'reduced' }), 'variance-reduced', 8)

  it.each(['communication', 'sensing'] as const)('has the means of plain sampling: %s', (kind) => {
    const bias = Math.max(plain[kind].biasBound, reduced[kind].biasBound)
    expect(bias).toBeLessThan(0.2 * plain[kind].standardError)
    expect(Math.abs(difference(plain[kind], reduced[kind]))).toBeLessThan(alarm)
  })

  it.each(['communication', 'sensing'] as const)('has its coverage: %s', (kind) => {
    for (const [k, { thresholdDb, mean }] of plain[kind].coverage.entries())
      if (mean > 0.01 && mean < 0.99)
        expect(
          Math.abs(difference(plain[kind].coverage[k]!, reduced[kind].coverage[k]!)),
          `${thresholdDb} dB`,
        ).toBeLessThan(alarm + 0.5)
  })

  it('has a tenth of its standard errors, or less', () => {
    for (const kind of ['communication', 'sensing'] as const)
      expect(reduced[kind].standardError).toBeLessThan(0.1 * plain[kind].standardError)
  })
})

it('keeps to the bound of the bias that is asked for, with more interferers the smaller it is', {
  timeout: 60_000,
}, () => {
  const network = defineNetwork({ K: 5, L: 2, J: 2, Q: 2 })
  const rates = [1e-2, 1e-3, 1e-4, 1e-6].map((relativeBias) => {
    const { communication, sensing } = run(defineSimulation(network, { relativeBias }), 'variance-reduced', 4)
    for (const rate of [communication, sensing]) {
      expect(rate.biasBound).toBeLessThan(relativeBias * rate.mean)
      expect(rate.biasBound).toBeGreaterThan(0)
    }
    return { communication, sensing }
  })
  const finest = rates.at(-1)!
  for (const { communication, sensing } of rates)
    for (const [rate, best] of [
      [communication, finest.communication],
      [sensing, finest.sensing],
    ] as const) {
      // Too low, by no more than the bound, but for the error.
      const error = alarm * Math.hypot(rate.standardError, best.standardError)
      expect(best.mean - rate.mean).toBeGreaterThan(-error)
      expect(best.mean - rate.mean).toBeLessThan(rate.biasBound + error)
    }
})
