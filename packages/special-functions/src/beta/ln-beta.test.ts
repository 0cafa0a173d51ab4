import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { worstError } from '../../golden/relative-error.js'
import { betaRows } from '../../golden/rows.js'
import { lnBeta } from './ln-beta.js'

const parameter = fc.double({ min: 0.01, max: 400, noNaN: true })

describe('lnBeta', () => {
  it('agrees with mpmath', () => {
    const worst = worstError(
      betaRows,
      ([a, b]) => lnBeta(a, b),
      (row) => row[3],
    )
    expect(worst.error, worst.at).toBeLessThan(1e-14)
  })

  it('is symmetric to the bit', () => {
    fc.assert(fc.property(parameter, parameter, (a, b) => Object.is(lnBeta(a, b), lnBeta(b, a))))
  })

  it('is −ln a where b is one', () => {
    expect(lnBeta(1, 1)).toBe(0)
    fc.assert(
      fc.property(parameter, (a) => {
        expect(Math.abs(lnBeta(a, 1) + Math.log(a))).toBeLessThanOrEqual(2e-15 * Math.max(1, Math.abs(Math.log(a))))
      }),
    )
  })

  it('is finite where beta underflows', () => {
    // 2 ln Γ(n) − ln Γ(2n) = −2 n ln 2 + ln(4π/n)/2 + O(1/n)
    const n = 1e6
    expect(lnBeta(n, n)).toBeCloseTo(-2 * n * Math.LN2 + 0.5 * Math.log((4 * Math.PI) / n), 5)
    expect(lnBeta(1e300, 1e300)).toBeLessThan(-1e300)
    expect(lnBeta(2.3e-308, 2.3e-308)).toBeGreaterThan(700)
  })

  it('names the parameter, the domain and the value it refuses', () => {
    expect(() => lnBeta(0, 1)).toThrow(new RangeError('lnBeta: a must be a finite number > 0, got 0'))
    expect(() => lnBeta(1, Number.NaN)).toThrow(new RangeError('lnBeta: b must be a finite number > 0, got NaN'))
  })
})
