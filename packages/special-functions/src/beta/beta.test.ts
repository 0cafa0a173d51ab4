import stdlibBeta from '@stdlib/math-base-special-beta'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relativeError, worstError } from '../../golden/relative-error.js'
import { betaRows } from '../../golden/rows.js'
import { beta } from './beta.js'

const parameter = fc.double({ min: 0.01, max: 400, noNaN: true })

describe('beta', () => {
  it('agrees with mpmath to 1e-15', () => {
    const worst = worstError(
      betaRows.filter(([a, b]) => Math.max(a, b) <= 400),
      ([a, b]) => beta(a, b),
      ([, , value]) => value,
    )
    expect(worst.error, worst.at).toBeLessThan(1e-15)
  })

  it('agrees with @stdlib', () => {
    const rows = betaRows.filter(([a, b]) => Math.max(a, b) <= 400 && Math.min(a, b) > 0.001)
    const worst = worstError(
      rows,
      ([a, b]) => beta(a, b),
      ([a, b]) => stdlibBeta(a, b),
    )
    expect(worst.error, worst.at).toBeLessThan(1e-12)
  })

  it('is symmetric to the bit', () => {
    fc.assert(fc.property(parameter, parameter, (a, b) => Object.is(beta(a, b), beta(b, a))))
  })

  it('satisfies B(a, b + 1) = B(a, b) b/(a + b)', () => {
    fc.assert(
      fc.property(parameter, fc.double({ min: 1.5, max: 400, noNaN: true }), (a, next) => {
        const b = next - 1
        if (b + 1 !== next) return
        expect(relativeError(beta(a, next), (beta(a, b) * b) / (a + b))).toBeLessThan(4e-15)
      }),
    )
  })

  it('underflows only where the true value does, and never becomes NaN', () => {
    expect(beta(500, 500)).toBeGreaterThan(0)
    expect(beta(1e4, 1e4)).toBe(0)
    expect(beta(1e300, 1e300)).toBe(0)
    expect(beta(1e300, 2.3e-308)).toBeGreaterThan(4e307)
  })

  it('names the parameter, the domain and the value it refuses', () => {
    expect(() => beta(-1, 1)).toThrow(new RangeError('beta: a must be a finite number > 0, got -1'))
    expect(() => beta(1, 0)).toThrow(new RangeError('beta: b must be a finite number > 0, got 0'))
    expect(() => beta(Number.NaN, 1)).toThrow(RangeError)
    expect(() => beta(1, Number.POSITIVE_INFINITY)).toThrow(RangeError)
  })
})
