import { defineNetwork } from '@isacnet/model'
import { exactSum } from '@isacnet/special-functions'
import { describe, expect, it } from 'vitest'
import { distributionOf } from '../quantities/distribution-sums.js'
import type { QuantitySums } from '../quantities/quantity-sums.js'
import { noNullingSums } from './nulling-sums.js'
import { batchSums, mergeRateSums, noRateSums } from './rate-sums.js'
import type { SimulationSums } from './simulation-sums.js'
import { summarize } from './summarize.js'

const trials = (rates: readonly number[], sirs = rates.map(Math.expm1)) => ({
  rates: Float64Array.from(rates),
  biases: Float64Array.from(rates, (rate) => rate / 1000),
  sirs: Float64Array.from(sirs),
})

const batches = [trials([1, 2]), trials([2, 3]), trials([0, 4]), trials([3, 2])]
const sums: SimulationSums = {
  trials: 8,
  communication: batches.map((batch) => batchSums(batch)).reduce(mergeRateSums),
  sensing: batches.map((batch) => batchSums(batch)).reduce(mergeRateSums),
  nulling: { stations: 4, requests: 6, abandoned: 3, histogram: [1, 2, 0, 0, 1] },
}

it('has means, and standard errors from the batches', () => {
  const { communication, confidence, trials } = summarize(sums)
  expect([trials, confidence]).toEqual([8, 0.95])
  // Batch means 1.5, 2.5, 2, 2.5.
  expect(communication.mean).toBe(2.125)
  const variance = [1.5, 2.5, 2, 2.5].reduce((sum, value) => sum + (value - 2.125) ** 2, 0) / 3
  expect(communication.standardError).toBeCloseTo(Math.sqrt(variance / 4), 14)
  expect(communication.biasBound).toBeCloseTo(0.002125, 15)
  // Student's t with 3 degrees of freedom.
  const width = 3.18244630528371 * communication.standardError
  expect(communication.interval[0]).toBeCloseTo(2.125 - width, 10)
  expect(communication.interval[1]).toBeCloseTo(2.125 + width, 10)
})

it('has the complementary distribution of the SIR, with errors from the batches', () => {
  const { coverage } = summarize(sums).sensing
  const atTen = coverage.find(({ thresholdDb }) => thresholdDb === 10)!
  // SIRs above 10: those of the rates 3, 4 and 3.
  expect(atTen.mean).toBe(3 / 8)
  const variance = [0, 0.5, 0.5, 0.5].reduce((sum, share) => sum + (share - 3 / 8) ** 2, 0) / 3
  expect(atTen.standardError).toBeCloseTo(Math.sqrt(variance / 4), 14)
})

describe('the chosen quantities', () => {
  const network = defineNetwork({ K: 3, J: 2, lambda: 2 })
  const quantities = ['coverage:10dB', 'covered-density:10dB', 'median-rate', 'detection:1e-6']
  const perBatch = batches.map(({ sirs }) => sirs.filter((sir) => sir > 10).length / sirs.length)
  const chosen = batches.map((batch, b): QuantitySums => {
    const mean = { mean: exactSum([perBatch[b]!]), squared: exactSum([perBatch[b]! ** 2]) }
    return {
      quantities: { 'coverage:10dB': mean, 'covered-density:10dB': mean },
      distribution: distributionOf(['median-rate'], batch.sirs),
    }
  })
  const withChosen = batches.map((batch, b) => batchSums(batch, chosen[b])).reduce(mergeRateSums)
  const summary = summarize({ ...sums, communication: withChosen }, 0.95, { network, quantities })

  it('that are means have errors from the batches, and those per area the factor of the network', () => {
    const { 'coverage:10dB': coverage, 'covered-density:10dB': covered } = summary.communication.quantities!
    const { mean, standardError, interval } = summarize(sums).sensing.coverage.find(
      ({ thresholdDb }) => thresholdDb === 10,
    )!
    expect(coverage).toEqual({ mean, standardError, interval })
    expect(covered!.mean).toBeCloseTo(6 * mean, 14)
    expect(covered!.standardError).toBeCloseTo(6 * standardError, 14)
    expect(covered!.interval[1]).toBeCloseTo(6 * interval[1], 13)
  })

  it('that are percentiles say nothing of their errors where few trials lie beyond', () => {
    expect(summary.communication.quantities!['median-rate']).toEqual({
      mean: expect.closeTo(2, 1),
      standardError: Number.POSITIVE_INFINITY,
      interval: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    })
  })

  it('are those that the service has and the sums have, and none without the definition', () => {
    expect(Object.keys(summary.communication.quantities!)).toEqual(quantities.slice(0, 3))
    expect(summary.sensing.quantities).toEqual({})
    expect(summarize({ ...sums, communication: withChosen }).communication).not.toHaveProperty('quantities')
  })

  it('of two sets of batches are those that both have', () => {
    expect(mergeRateSums(noRateSums, withChosen)).toEqual(withChosen)
    expect(mergeRateSums(withChosen, noRateSums)).toEqual(withChosen)
    const merged = mergeRateSums(withChosen, sums.sensing)
    expect(merged).not.toHaveProperty('quantities')
    expect(merged).not.toHaveProperty('distribution')
  })
})

it('sums up requests, if they were counted', () => {
  expect(summarize(sums).nulling).toEqual({
    meanRequests: 1.5,
    abandonedFraction: 0.5,
    distribution: [0.25, 0.5, 0, 0, 0.25],
  })
  expect(summarize({ ...sums, nulling: noNullingSums }).nulling).toBeUndefined()
  const idle = { stations: 2, requests: 0, abandoned: 0, histogram: [2] }
  expect(summarize({ ...sums, nulling: idle }).nulling!.abandonedFraction).toBe(0)
})

it('knows no error of one batch', () => {
  const one = batchSums(batches[0]!)
  const { communication } = summarize({ ...sums, trials: 2, communication: one, sensing: one })
  expect(communication.standardError).toBe(Number.POSITIVE_INFINITY)
})
