import gammaln from '@stdlib/math-base-special-gammaln'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relativeError, worstError } from '../../golden/relative-error.js'
import { gammaRows } from '../../golden/rows.js'
import { lnGamma } from './ln-gamma.js'

describe('lnGamma', () => {
  it('agrees with mpmath to 1e-15 relative, near its zeros at 1 and 2 too', () => {
    const worst = worstError(
      gammaRows,
      ([s]) => lnGamma(s),
      ([, , value]) => value,
    )
    expect(worst.error, worst.at).toBeLessThan(1e-15)
  })

  it('is exactly zero at 1 and 2', () => {
    expect(lnGamma(1)).toBe(0)
    expect(lnGamma(2)).toBe(0)
  })

  it('agrees with @stdlib', () => {
    const worst = worstError(
      gammaRows,
      ([s]) => lnGamma(s),
      ([s]) => gammaln(s),
    )
    expect(worst.error, worst.at).toBeLessThan(2e-14)
  })

  it('satisfies ln Γ(s + 1) = ln s + ln Γ(s)', () => {
    fc.assert(
      fc.property(fc.double({ min: 3, max: 1e6, noNaN: true }), (s) => {
        const below = s - 1
        expect(relativeError(lnGamma(below + 1), Math.log(below) + lnGamma(below))).toBeLessThan(3e-15)
      }),
    )
  })

  it('is finite up to the largest arguments', () => {
    expect(lnGamma(1e305)).toBeCloseTo(1e305 * (Math.log(1e305) - 1), -295)
    expect(lnGamma(2.3e-308)).toBeCloseTo(-Math.log(2.3e-308), 10)
  })

  it('names the parameter, the domain and the value it refuses', () => {
    expect(() => lnGamma(-2)).toThrow(new RangeError('lnGamma: s must be a finite number > 0, got -2'))
    expect(() => lnGamma(Number.NaN)).toThrow(RangeError)
    expect(() => lnGamma(Number.POSITIVE_INFINITY)).toThrow(RangeError)
  })
})
