import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relativeError, worstError } from '../../golden/relative-error.js'
import { gammaRows } from '../../golden/rows.js'
import { gamma } from './gamma.js'

describe('gamma', () => {
  it('agrees with mpmath to 1e-15', () => {
    const rows = gammaRows.filter((row) => row[1] !== null)
    const worst = worstError(
      rows,
      ([s]) => gamma(s),
      ([, value]) => value!,
    )
    expect(worst.error, worst.at).toBeLessThan(1e-15)
  })

  it('is the factorial at the integers', () => {
    let factorial = 1
    for (let n = 1; n <= 22; n += 1) {
      expect(relativeError(gamma(n), factorial), `n = ${n}`).toBeLessThan(1e-15)
      factorial *= n
    }
  })

  it('satisfies Γ(s + 1) = s Γ(s)', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 150, noNaN: true }), (s) => {
        // s + 1 is rounded: compare at a sum that is exact
        const next = s + 1
        expect(relativeError(gamma(next), (next - 1) * gamma(next - 1))).toBeLessThan(3e-15)
      }),
    )
  })

  it('overflows where the true value does', () => {
    expect(gamma(171.6)).toBeLessThan(Number.POSITIVE_INFINITY)
    expect(gamma(172)).toBe(Number.POSITIVE_INFINITY)
    expect(gamma(1e300)).toBe(Number.POSITIVE_INFINITY)
  })

  it('names the parameter, the domain and the value it refuses', () => {
    expect(() => gamma(0)).toThrow(new RangeError('gamma: s must be a finite number > 0, got 0'))
    expect(() => gamma(Number.NaN)).toThrow(new RangeError('gamma: s must be a finite number > 0, got NaN'))
    expect(() => gamma(Number.POSITIVE_INFINITY)).toThrow(RangeError)
    expect(() => gamma(1e-310)).toThrow(
      new RangeError('gamma: s must be a finite number > 0, not subnormal, got 1e-310'),
    )
  })
})
