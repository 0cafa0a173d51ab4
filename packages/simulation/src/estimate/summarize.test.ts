import { expect, it } from 'vitest'
import { noNullingSums } from './nulling-sums.js'
import { batchSums, mergeRateSums, noRateSums } from './rate-sums.js'
import type { ReceiverTrials } from './receiver-trials.js'
import type { SimulationSums } from './simulation-sums.js'
import { summarize } from './summarize.js'

const trials = (rates: readonly number[], sirs = rates.map(Math.expm1)): ReceiverTrials => ({
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

it('has means of functions of the SIR, of which only sums that all have can be told', () => {
  const share = [{ name: 'share', of: (sir: number) => 1 / (1 + sir) }]
  const withShare = batches.map((batch) => batchSums(batch, share)).reduce(mergeRateSums)
  const means = summarize({ ...sums, sensing: withShare }).sensing.quantities
  const perBatch = [
    [1, 2],
    [2, 3],
    [0, 4],
    [3, 2],
  ].map(([a, b]) => (Math.exp(-a!) + Math.exp(-b!)) / 2)
  const mean = perBatch.reduce((sum, value) => sum + value, 0) / 4
  const variance = perBatch.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 3
  expect(means!.share!.mean).toBeCloseTo(mean, 14)
  expect(means!.share!.standardError).toBeCloseTo(Math.sqrt(variance / 4), 13)
  expect(summarize(sums).sensing).not.toHaveProperty('quantities')
  expect(mergeRateSums(noRateSums, withShare)).toEqual(withShare)
  expect(mergeRateSums(withShare, noRateSums)).toEqual(withShare)
  expect(mergeRateSums(withShare, sums.sensing)).not.toHaveProperty('means')
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
