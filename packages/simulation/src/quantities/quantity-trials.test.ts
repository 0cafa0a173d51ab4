import { defineNetwork, type Network } from '@isacnet/model'
import { sumValue } from '@isacnet/special-functions'
import { randomStream } from '@isacnet/stochastic-geometry'
import { describe, expect, it } from 'vitest'
import type { Sampling } from '../definition/sampling.js'
import { defineSimulation, type SimulationDefinition } from '../definition/simulation-definition.js'
import { mergeSimulationSums, noSimulationSums, type SimulationSums } from '../estimate/simulation-sums.js'
import { summarize } from '../estimate/summarize.js'
import { blockSimulator } from '../run/simulate-block.js'
import { receiverTrials } from '../trials/receiver-trials.js'
import { quantityTrials } from './quantity-trials.js'

const simulated = (definition: SimulationDefinition, blocks: number, sampling?: Sampling): SimulationSums => {
  const { simulate } = blockSimulator(definition, sampling)
  return Array.from({ length: blocks }, (_, block) => simulate(block)).reduce(mergeSimulationSums, noSimulationSums)
}

const quantities = [
  'coverage:0dB',
  'coverage:10dB',
  'percentile-rate:5%',
  'median-rate',
  'detection:1e-3',
  'angle-error:95%',
]

describe('chosen quantities, averaged over gains,', { timeout: 60_000 }, () => {
  it.each<[string, Network, Parameters<typeof defineSimulation>[1], number]>([
    ['gain-law', defineNetwork({ K: 2, L: 2, J: 2, Q: 2 }), {}, 24],
    ['gain-law with noise and clutter', defineNetwork({ K: 1, N0: 0.5, lambda_x: 0.3 }), {}, 24],
    ['channel', defineNetwork({ K: 2, L: 2, J: 2, Q: 2 }), { fidelity: 'channel' }, 40],
  ])('are those of drawn SIRs in %s, and less uncertain', (_, network, options, blocks) => {
    const definition = defineSimulation(network, { ...options, quantities, seed: 5 })
    const reduced = summarize(simulated(definition, blocks), 0.95, definition)
    const plain = summarize(simulated({ ...definition, seed: 6 }, blocks, 'plain'), 0.95, definition)
    for (const service of ['communication', 'sensing'] as const)
      for (const [name, { mean, standardError }] of Object.entries(reduced[service].quantities!)) {
        const other = plain[service].quantities![name]!
        const z = (mean - other.mean) / Math.hypot(standardError, other.standardError)
        // 20 comparisons and more: 4.5 standard errors are passed once in 10 000 such runs.
        expect(Math.abs(z), `${service} ${name}: ${mean} and ${other.mean}`).toBeLessThan(4.5)
        expect(standardError).toBeGreaterThan(0)
      }
    expect(Object.keys(reduced.communication.quantities!)).toHaveLength(4)
    expect(Object.keys(reduced.sensing.quantities!)).toHaveLength(6)
    const error = (summary: typeof reduced) => summary.sensing.quantities!['coverage:0dB']!.standardError
    expect(error(reduced)).toBeLessThan(error(plain))
  })

  it('have the coverage of exponential gains in closed form', () => {
    // D = K = L = 1, α = 4: P = 1/(1 + √θ arctan √θ), at 0 dB 1/(1 + π/4).
    const network = defineNetwork({ K: 1, Mt: 1 })
    const definition = defineSimulation(network, { quantities: ['coverage:0dB', 'median-rate'], seed: 2 })
    const { communication } = summarize(simulated(definition, 16), 0.95, definition)
    const { 'coverage:0dB': coverage, 'median-rate': median } = communication.quantities!
    expect(Math.abs(coverage!.mean - 1 / (1 + Math.PI / 4))).toBeLessThan(4 * coverage!.standardError)
    expect(coverage!.standardError).toBeLessThan(2e-3)
    // The median of the SIR solves √θ arctan √θ = 1.
    let [low, high] = [1, 2]
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2
      if (Math.sqrt(middle) * Math.atan(Math.sqrt(middle)) < 1) low = middle
      else high = middle
    }
    expect(Math.abs(median!.mean - Math.log1p(low))).toBeLessThan(4 * median!.standardError)
  })

  it('have no error of 0 where a probability is 1 to ten digits', () => {
    // The squares of the batches' means differ by less than their rounding.
    const network = defineNetwork({ K: 1, alpha: 2.6 })
    const definition = defineSimulation(network, { quantities: ['coverage:-10dB'], seed: 12 })
    const { mean, standardError } = summarize(simulated(definition, 16), 0.95, definition).communication.quantities![
      'coverage:-10dB'
    ]!
    expect(1 - mean).toBeLessThan(1e-9)
    expect(standardError).toBeGreaterThan(1 - mean)
    expect(standardError).toBeLessThan(1e-8)
  })

  it('don’t depend on which others are chosen, nor do the rates', () => {
    const network = defineNetwork({ K: 2, J: 2, Q: 2 })
    const of = (names: readonly string[]) => {
      const definition = defineSimulation(network, { quantities: names, seed: 3 })
      return summarize(simulated(definition, 2), 0.95, definition)
    }
    const [all, one, none] = [of(quantities), of(['detection:1e-3']), of([])]
    expect(one.sensing.quantities!['detection:1e-3']).toEqual(all.sensing.quantities!['detection:1e-3'])
    const { quantities: _, ...rates } = all.sensing
    expect(rates).toEqual(none.sensing)
    expect(of(['angle-error:95%', 'percentile-rate:5%']).sensing.quantities!['angle-error:95%']).toEqual(
      all.sensing.quantities!['angle-error:95%'],
    )
  })
})

it('takes the drawn SIR where the law of the gain is not known', () => {
  const trials = receiverTrials(4)
  trials.sirs.set([0.5, 2, 3, 0.1])
  const of = quantityTrials(['coverage:0dB', 'detection:1e-6', 'median-rate'], 'sensing', defineNetwork())!
  const { quantities: means, distribution } = of(trials, randomStream(1, 0, 'random'))
  expect(Object.keys(means!)).toEqual(['coverage:0dB', 'detection:1e-6'])
  // Two of four, exactly: half as a hexadecimal sum.
  const shares = of(trials, randomStream(2, 0, 'other'))
  expect(shares.quantities!['coverage:0dB']).toEqual(means!['coverage:0dB'])
  expect(distribution!.counts.reduce((sum, count) => sum + count, 0)).toBe(16)
  expect(quantityTrials(['detection'], 'communication', defineNetwork())).toBeUndefined()
})

it('has the control of a coverage whose exact mean is known, in the group of the batch', () => {
  const [known, unknown] = ['coverage:0dB', 'coverage:10dB'] as const
  const of = quantityTrials([known, unknown], 'communication', defineNetwork(), {
    [known]: { mean: 0.25, errorEstimate: 1e-6 },
  })!
  const trials = receiverTrials(2, 0)
  trials.sirs.set([2, 0.5])
  // One SIR that is drawn, and one that is 3 times a gain Γ(1, 1).
  const { control } = trials
  control!.sirs.set([1.5, 0])
  control!.laws.shape.set([0, 1])
  control!.laws.lower.set([0, 3])
  control!.laws.lowerWeight.set([1, 1])
  const { quantities } = of(trials, randomStream(1, 0, ''), 'odd')
  const { even, odd } = quantities![known]!.control!
  expect([even.batches, odd.batches]).toEqual([0, 1])
  const deviation = (1 + Math.exp(-1 / 3)) / 2 - 0.25
  expect(sumValue(odd.mean)).toBe(0.5)
  expect(sumValue(odd.deviation)).toBeCloseTo(deviation, 14)
  expect(sumValue(odd.product)).toBeCloseTo(0.5 * deviation, 14)
  expect([sumValue(odd.bias), sumValue(odd.error)]).toEqual([0, 1e-6])
  expect(quantities![unknown]).not.toHaveProperty('control')
  const { control: _, ...without } = trials
  expect(of(without, randomStream(1, 0, '')).quantities![known]).not.toHaveProperty('control')
})
