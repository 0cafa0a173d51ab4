import { regularizedUpperIncompleteGamma } from '@isacnet/special-functions'
import { describe, expect, it } from 'vitest'
import { draw, kolmogorovSmirnov, meanDeviation } from '../../test/goodness-of-fit.js'
import { randomStream } from './alea-stream.js'
import { poissonVariate } from './poisson-variate.js'

/** P(X ≤ k) = Q(k + 1, μ). */
const cdf = (mean: number) => (k: number) => (k < 0 ? 0 : regularizedUpperIncompleteGamma(k + 1, mean))
const fit = (sample: Float64Array, mean: number) => kolmogorovSmirnov(sample, cdf(mean), (k) => cdf(mean)(k - 1))

describe('poissonVariate', () => {
  it.each([1e-3, 0.5, 3, 9.99, 10, 10.5, 27, 100, 1234.5, 1e5])('has the Poisson law of mean %s', (mean) => {
    const stream = randomStream(5, 0, `poisson ${mean}`)
    const sample = draw(100_000, () => poissonVariate(stream, mean))
    expect(fit(sample, mean)).toBeLessThan(1)
    expect(meanDeviation(sample, mean, Math.sqrt(mean))).toBeLessThan(1)
    const wrong = mean + 0.1 * Math.sqrt(mean) + 0.01
    expect(fit(sample, wrong)).toBeGreaterThan(1)
  })

  it.each([1e9, 1e13])('is normal with variance μ for μ = %s', (mean) => {
    const stream = randomStream(5, 0, `poisson ${mean}`)
    const sample = draw(100_000, () => (poissonVariate(stream, mean) - mean) / Math.sqrt(mean))
    expect(meanDeviation(sample, 0, 1)).toBeLessThan(1)
    expect(
      meanDeviation(
        sample.map((z) => z * z),
        1,
        Math.sqrt(2),
      ),
    ).toBeLessThan(1)
    // Excess of the fourth moment: variance of z⁴ is 96.
    expect(
      meanDeviation(
        sample.map((z) => z ** 4),
        3,
        Math.sqrt(96),
      ),
    ).toBeLessThan(1)
  })

  it('is 0 for the mean 0, whole for all', () => {
    const stream = randomStream(5, 0, 'poisson')
    expect(poissonVariate(stream, 0)).toBe(0)
    for (const mean of [1e-300, 1, 1e9, 1e15, 2 ** 53]) {
      const k = poissonVariate(stream, mean)
      expect(Number.isInteger(k) && k >= 0, `mean ${mean}: ${k}`).toBe(true)
    }
  })

  it('refuses means that have no law', () => {
    for (const mean of [-1e-9, 2 ** 53 + 2, 1e308, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => poissonVariate(randomStream(5, 0, ''), mean)).toThrow(/^mean must be a number from 0 to 2⁵³/)
  })
})
