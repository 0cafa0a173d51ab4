import { studentQuantile } from '@isacnet/special-functions'
import { randomStream } from '@isacnet/stochastic-geometry'
import { describe, expect, it } from 'vitest'
import { type DistributionSums, distributionOf, mergeDistributions } from './distribution-sums.js'
import { percentileEstimate } from './percentile-estimate.js'

const identity = (sir: number): number => sir

/** Batches of 50 draws of h/g, which are below s with probability s/(1 + s). */
const ratios = (batches: number, seed: number, shared = 0): DistributionSums => {
  const random = randomStream(seed, 0, 'ratios')
  const one = (): DistributionSums => {
    const common = random.exponential()
    const sirs = Float64Array.from({ length: 50 }, () =>
      random.uniform() < shared ? common : random.exponential() / random.exponential(),
    )
    return distributionOf([], sirs)
  }
  return Array.from({ length: batches }, one).reduce((a, b) => mergeDistributions(a, b)!)
}

const estimated = (distribution: DistributionSums, batches: number, share: number, of = identity) =>
  percentileEstimate(
    distribution,
    { share, of },
    { batches, trials: 50 * batches, width: studentQuantile(0.05, batches - 1) },
  )

describe('percentileEstimate', () => {
  it.each([0.05, 0.5, 0.9])('covers the %d percentile as often as its confidence says', (share) => {
    const truth = share / (1 - share)
    const runs = 400
    let covered = 0
    let squaredZ = 0
    for (let run = 0; run < runs; run++) {
      const { mean, standardError, interval } = estimated(ratios(60, run), 60, share)
      if (interval[0] <= truth && truth <= interval[1]) covered++
      squaredZ += ((mean - truth) / standardError) ** 2 / runs
    }
    // 95 % of 400 with a standard deviation of 1.1 %: four of them.
    expect(covered / runs).toBeGreaterThan(0.906)
    expect(covered / runs).toBeLessThan(0.994)
    // Mean of χ²₁ with a standard deviation of √2/20.
    expect(Math.abs(squaredZ - 1)).toBeLessThan((4 * Math.SQRT2) / Math.sqrt(runs) + 0.1)
  })

  it('has errors from the batches, whose draws need not be independent', () => {
    const independent = estimated(ratios(400, 1), 400, 0.5).standardError
    const dependent = estimated(ratios(400, 1, 0.5), 400, 0.5).standardError
    expect(dependent).toBeGreaterThan(2 * independent)
  })

  it('is that of the sorted draws, to the width of a bin', () => {
    const random = randomStream(3, 0, 'sorted')
    const sirs = Float64Array.from({ length: 999 }, () => random.exponential() / random.exponential())
    const { mean } = percentileEstimate(
      distributionOf([], sirs),
      { share: 0.2, of: identity },
      { batches: 1, trials: 999, width: 1 },
    )
    const sorted = sirs.sort()
    // 0.05 dB are 1.2 %.
    expect(Math.abs(mean / sorted[199]! - 1)).toBeLessThan(0.012)
  })

  it('turns the interval where the function falls', () => {
    const rising = estimated(ratios(100, 5), 100, 0.3)
    const falling = estimated(ratios(100, 5), 100, 0.3, (sir) => 1 / sir)
    expect(falling.mean).toBeCloseTo(1 / rising.mean, 12)
    expect(falling.interval[0]).toBeCloseTo(1 / rising.interval[1], 12)
    expect(falling.interval[1]).toBeCloseTo(1 / rising.interval[0], 12)
  })

  it('says nothing of its error where few draws lie beyond, or there is one batch', () => {
    const unknown = {
      standardError: Number.POSITIVE_INFINITY,
      interval: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    }
    expect(estimated(ratios(10, 7), 10, 0.01)).toMatchObject(unknown)
    expect(estimated(ratios(10, 7), 10, 0.99)).toMatchObject(unknown)
    expect(estimated(ratios(10, 7), 10, 0.5).standardError).toBeGreaterThan(0)
    expect(
      percentileEstimate(
        ratios(1, 7),
        { share: 0.5, of: identity },
        { batches: 1, trials: 50, width: Number.POSITIVE_INFINITY },
      ),
    ).toMatchObject(unknown)
  })
})

describe('mergeDistributions', () => {
  it('is associative and commutative to the bit, with sums of squares of cumulative counts', () => {
    const [a, b, c] = [Float64Array.of(1, 2, 2.001), Float64Array.of(1e-9, 2, 1e30), Float64Array.of(0, 2.02, 1)].map(
      (sirs) => distributionOf(['median-rate'], sirs),
    ) as [DistributionSums, DistributionSums, DistributionSums]
    const left = mergeDistributions(mergeDistributions(a, b)!, c)!
    expect(mergeDistributions(a, mergeDistributions(b, c)!)).toEqual(left)
    expect(mergeDistributions(c, mergeDistributions(b, a)!)).toEqual(left)
    // Up to 2.01: a has 3, b has 2, c has 2 (its 0 and its 1).
    const bins = Math.floor((10 * Math.log10(2.01)) / 0.05) - left.first
    const squares = left.squares.slice(0, bins + 1).reduce((sum, square) => sum + square, 0)
    expect(squares).toBe(9 + 4 + 4)
  })

  it('doesn’t join what has other draws or other percentiles', () => {
    const a = distributionOf(['median-rate'], Float64Array.of(1, 2))
    expect(mergeDistributions(a, distributionOf(['median-rate'], Float64Array.of(1)))).toBeUndefined()
    expect(mergeDistributions(a, distributionOf(['percentile-rate:5%'], Float64Array.of(1, 2)))).toBeUndefined()
  })
})
