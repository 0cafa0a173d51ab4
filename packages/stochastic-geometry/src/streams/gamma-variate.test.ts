import { regularizedLowerIncompleteGamma } from '@isacnet/special-functions'
import { describe, expect, it } from 'vitest'
import { draw, kolmogorovSmirnov } from '../../test/goodness-of-fit.js'
import { scriptedStream } from '../../test/scripted-stream.js'
import { randomStream } from './alea-stream.js'
import { gammaVariate } from './gamma-variate.js'

describe('gammaVariate', () => {
  it.each([0.1, 0.5, 0.999, 1, 1.5, 2, 3, 4.5, 12, 150.25, 1e4])('has the gamma law of shape %s', (shape) => {
    const stream = randomStream(3, 0, `gamma ${shape}`)
    const sample = draw(100_000, () => gammaVariate(stream, shape))
    expect(kolmogorovSmirnov(sample, (x) => regularizedLowerIncompleteGamma(shape, x))).toBeLessThan(1)
    // A shape five per cent off would be noticed.
    if (shape < 1000)
      expect(kolmogorovSmirnov(sample, (x) => regularizedLowerIncompleteGamma(1.05 * shape, x))).toBeGreaterThan(1)
  })

  it('ends for every shape, be its variate the least or the largest of doubles', () => {
    const stream = randomStream(3, 0, 'extremes')
    for (const shape of [5e-324, 1e-300, 1e-3, 1e15, 1e300, Number.MAX_VALUE]) {
      const value = gammaVariate(stream, shape)
      expect(value >= 0 && value < Number.POSITIVE_INFINITY, `${shape}: ${value}`).toBe(true)
    }
  })

  it('is of a shape s < 1 a variate of s + 1 times U^(1/s)', () => {
    // Stuart (1962). With −ln U written down, and a normal variate that is accepted at once.
    for (const [shape, exponential] of [
      [0.5, 0.3],
      [0.1, 0.02],
      [0.9, 1.7],
    ] as const) {
      const stream = scriptedStream({ exponential: () => exponential, normal: () => 0.4, uniform: () => 0.5 })
      const quotient = gammaVariate(stream, shape) / gammaVariate(stream, shape + 1)
      expect(quotient / Math.exp(-exponential) ** (1 / shape)).toBeCloseTo(1, 13)
    }
  })

  it('refuses shapes that have no law', () => {
    for (const shape of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => gammaVariate(randomStream(3, 0, ''), shape)).toThrow(/^shape must be a finite number > 0/)
  })
})
