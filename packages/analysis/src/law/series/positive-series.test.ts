import { lnGamma } from '@isacnet/special-functions'
import { describe, expect, it } from 'vitest'
import { exponential, multiply, multiplyByPower, negativePower } from './positive-series.js'

const linear = (first: number, second: number, n: number): Float64Array => {
  const f = new Float64Array(n + 1)
  f[0] = first
  f[1] = second
  return f
}

const largestDifference = (h: Float64Array, expected: (k: number) => number): number =>
  h.reduce((worst, value, k) => Math.max(worst, Math.abs(value / expected(k) - 1)), 0)

describe('power series of positive terms', () => {
  it('has the negative binomial law for (a − bw)^−L', () => {
    const h = new Float64Array(31)
    for (const L of [1, 2, 7]) {
      negativePower(linear(1.5, 0.4, 30), L, 30, h)
      const term = (k: number): number =>
        Math.exp(lnGamma(L + k) - lnGamma(L) - lnGamma(k + 1) - (L + k) * Math.log(1.5) + k * Math.log(0.4))
      expect(largestDifference(h, term)).toBeLessThan(1e-12)
    }
  })

  it('has the Poisson law for e^(−v(a − bw)), where its first term underflows too', () => {
    for (const v of [0.3, 5, 1200]) {
      const n = v > 1000 ? 1300 : 30
      const h = new Float64Array(n + 1)
      exponential(linear(1, 1, n), v, n, h)
      const term = (k: number): number => Math.exp(k * Math.log(v) - v - lnGamma(k + 1))
      const seen = h.filter((value) => value > 1e-200)
      const from = n + 1 - seen.length
      expect(largestDifference(seen, (k) => term(from + k))).toBeLessThan(1e-11)
    }
  })

  it('keeps a power whose first term underflows', () => {
    const n = 4000
    const h = new Float64Array(n + 1)
    negativePower(linear(12, 11.9, n), 300, n, h)
    const term = (k: number): number =>
      Math.exp(lnGamma(300 + k) - lnGamma(300) - lnGamma(k + 1) - (300 + k) * Math.log(12) + k * Math.log(11.9))
    expect(Math.abs(h[n]! / term(n) - 1)).toBeLessThan(1e-9)
  })

  it('multiplies, and multiplies by powers', () => {
    const n = 6
    const b = Float64Array.from([0.5, 0.3, 0.1, 0, 0.2, 0, 0.7])
    const once = (h: Float64Array): Float64Array => {
      const product = new Float64Array(n + 1)
      multiply(h, b, n, product)
      return product
    }
    let expected: Float64Array = Float64Array.from([1, 2, 3, 4, 5, 6, 7])
    const h = expected.slice()
    multiplyByPower(h, b, 5, n)
    for (let i = 0; i < 5; i++) expected = once(expected)
    expect(largestDifference(h, (k) => expected[k]!)).toBeLessThan(1e-14)
    expect([...once(Float64Array.from([1, 1, 0, 0, 0, 0, 0]))].map((x) => Number(x.toFixed(12)))).toEqual([
      0.5, 0.8, 0.4, 0.1, 0.2, 0.2, 0.7,
    ])
  })
})
