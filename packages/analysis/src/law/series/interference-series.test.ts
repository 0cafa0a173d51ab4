import { describe, expect, it } from 'vitest'
import { plainInterferenceFunction } from '../../transforms/interference-function.js'
import { fractionalPowerSeries, gainSeries, gainSums, interferenceSeries } from './interference-series.js'

/** A series $f_0 - \sum f_kw^k$. */
const valueAt = (f: Float64Array, w: number): number =>
  f.reduceRight((sum, coefficient, k) => sum * w + (k === 0 ? coefficient : -coefficient), 0)

describe('interferenceSeries', () => {
  it('has the values of F around x', () => {
    for (const [K, alpha] of [
      [1, 4],
      [5, 4],
      [12, 2.1],
      [3, 7],
      [128, 3],
    ] as const)
      for (const x of [1e-6, 0.01, 0.3, 1, 7, 1e4]) {
        const n = 200
        const f = new Float64Array(n + 1)
        interferenceSeries(K, alpha)(Math.log(x), n, f)
        const F = plainInterferenceFunction(K, alpha)
        expect(Math.min(...f)).toBeGreaterThanOrEqual(0)
        for (const w of [0, 0.2, -0.5, 0.8])
          expect(Math.abs(valueAt(f, w) / F(x * (1 - w)) - 1), `${K} ${alpha} ${x} ${w}`).toBeLessThan(1e-12)
      }
  })

  it('has one value at order 0 and at any other', () => {
    const alone = new Float64Array(1)
    const first = new Float64Array(41)
    interferenceSeries(3.5, 4)(0.4, 0, alone)
    interferenceSeries(3.5, 4)(0.4, 40, first)
    expect(Math.abs(alone[0]! / first[0]! - 1)).toBeLessThan(1e-14)
  })
})

describe('gainSeries', () => {
  it('has the values of (1 + x(1−w))^−K', () => {
    for (const x of [1e-5, 0.2, 30, 1e5])
      for (const w of [0, 0.6, -0.6]) {
        const series = new Float64Array(120)
        gainSeries(3)(Math.log(x), 119, series)
        const sum = series.reduceRight((rest, term) => rest * w + term, 0)
        expect(Math.abs(sum * (1 + x * (1 - w)) ** 3 - 1)).toBeLessThan(1e-12)
      }
  })
})

describe('gainSums', () => {
  it('are the sums of the series of gains', () => {
    const lnX = Float64Array.of(-12, -1, 0.5, 9)
    const weights = Float64Array.of(0.3, 2, 0.7, 1.1)
    for (const K of [0.7, 3, 20]) {
      const sums = new Float64Array(30)
      gainSums(K)(lnX, 0.4, weights, 29, sums)
      const series = new Float64Array(30)
      const expected = new Float64Array(30)
      lnX.forEach((y, i) => {
        gainSeries(K)(y + 0.4, 29, series)
        for (let k = 0; k < 30; k++) expected[k]! += weights[i]! * series[k]!
      })
      for (let k = 0; k < 30; k++) expect(Math.abs(sums[k]! / expected[k]! - 1), `${K} ${k}`).toBeLessThan(1e-13)
    }
  })
})

describe('fractionalPowerSeries', () => {
  it('has the values of (1 − w)^p', () => {
    for (const p of [0.25, 0.5, 1]) expect(valueAt(fractionalPowerSeries(p, 80), 0.5)).toBeCloseTo(0.5 ** p, 14)
  })
})
