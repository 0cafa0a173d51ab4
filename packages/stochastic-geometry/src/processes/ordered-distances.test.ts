import { regularizedLowerIncompleteGamma } from '@isacnet/special-functions'
import { describe, expect, it } from 'vitest'
import { kolmogorovSmirnov } from '../../test/goodness-of-fit.js'
import { randomStream } from '../streams/alea-stream.js'
import { orderedDistances } from './ordered-distances.js'

describe('orderedDistances', () => {
  const density = 2.5
  const trials = 50_000
  const count = 12
  const stream = randomStream(6, 0, 'distances')
  const distances = Array.from({ length: trials }, () => orderedDistances(density, count, stream))

  it.each([1, 2, 5, 12])('gives π λ r_n² the Gamma(n, 1) law: n = %s', (n) => {
    const cdf = (r: number) => regularizedLowerIncompleteGamma(n, Math.PI * density * r * r)
    const sample = distances.map((r) => r[n - 1]!)
    expect(kolmogorovSmirnov(sample, cdf)).toBeLessThan(1)
    expect(kolmogorovSmirnov(sample, (r) => cdf(1.02 * r))).toBeGreaterThan(1)
  })

  it.each([2, 4, 12])('gives the ratio r_1/r_L its density 2(L − 1)x(1 − x²)^(L − 2): L = %s', (size) => {
    const cdf = (power: number) => (x: number) => 1 - (1 - x * x) ** power
    const sample = distances.map((r) => r[0]! / r[size - 1]!)
    expect(kolmogorovSmirnov(sample, cdf(size - 1))).toBeLessThan(1)
    expect(kolmogorovSmirnov(sample, cdf(size))).toBeGreaterThan(1)
  })

  it('writes ascending distances into what it is given', () => {
    const out = new Float64Array(5)
    expect(orderedDistances(1, 5, stream, out)).toBe(out)
    expect(Array.from(out)).toEqual(Array.from(out).sort((a, b) => a - b))
    expect(out[0]).toBeGreaterThan(0)
    expect(orderedDistances(1, 2, stream, out)).toHaveLength(2)
    expect(orderedDistances(1, 0, stream)).toHaveLength(0)
  })

  it('refuses what has no distances', () => {
    expect(() => orderedDistances(0, 1, stream)).toThrow('density must be a number from 1e-300 to 1e300')
    expect(() => orderedDistances(1e-310, 1, stream)).toThrow('density')
    expect(orderedDistances(1e-300, 1, stream)[0]).toBeLessThan(Number.POSITIVE_INFINITY)
    expect(() => orderedDistances(1, -1, stream)).toThrow('count must be an integer ≥ 0, got -1')
    expect(() => orderedDistances(1, 3, stream, new Float64Array(2))).toThrow('out must be at least 3 entries long')
  })
})
