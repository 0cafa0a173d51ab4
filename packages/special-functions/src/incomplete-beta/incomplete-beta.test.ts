import betainc from '@stdlib/math-base-special-betainc'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relativeError, worstError } from '../../golden/relative-error.js'
import { incompleteBetaRows as rows } from '../../golden/rows.js'
import { beta } from '../beta/beta.js'
import { incompleteBeta, incompleteBetaComplement } from './incomplete-beta.js'

const parameter = fc.double({ min: 0.01, max: 400, noNaN: true })
const small = fc.double({ min: 0.01, max: 2, noNaN: true })
const unit = fc.double({ min: 1e-12, max: 1 - 1e-9, noNaN: true })

describe('incompleteBeta', () => {
  it('agrees with mpmath to 5e-15 over the square [0.01, 400]²', () => {
    const worst = worstError(
      rows,
      ([, a, b, x]) => incompleteBeta(a, b, x),
      (row) => row[4],
    )
    expect(worst.error, worst.at).toBeLessThan(5e-15)
  })

  it('agrees with mpmath to 2e-15 on the arguments of the coverage theorems', () => {
    const theorem = rows.filter(([sample]) => sample === 'theorem')
    const worst = worstError(
      theorem,
      ([, a, b, x]) => incompleteBeta(a, b, x),
      (row) => row[4],
    )
    expect(worst.error, worst.at).toBeLessThan(2e-15)
  })

  it('agrees with @stdlib where the first parameter is at least one', () => {
    const ordinary = rows.filter(([, a, b, x]) => a >= 1 && b >= 1 && a < 100 && b < 100 && x > 1e-6)
    const worst = worstError(
      ordinary,
      ([, a, b, x]) => incompleteBeta(a, b, x),
      ([, a, b, x]) => betainc(x, a, b, false),
    )
    expect(worst.error, worst.at).toBeLessThan(1e-11)
  })

  it('is 0 at 0 and B(a, b) at 1', () => {
    fc.assert(
      fc.property(parameter, parameter, (a, b) => {
        expect(incompleteBeta(a, b, 0)).toBe(0)
        expect(incompleteBeta(a, b, 1)).toBe(beta(a, b))
      }),
    )
  })

  it('and its complement add up to B(a, b)', () => {
    fc.assert(
      fc.property(parameter, parameter, unit, (a, b, x) => {
        const sum = incompleteBeta(a, b, x) + incompleteBetaComplement(a, b, x)
        expect(relativeError(sum, beta(a, b)), `${a} ${b} ${x}`).toBeLessThan(1e-14)
      }),
      { numRuns: 2000 },
    )
  })

  it('is the complement with parameters exchanged, at 1 − x', () => {
    fc.assert(
      fc.property(parameter, parameter, fc.double({ min: 0.5, max: 1 - 1e-9, noNaN: true }), (a, b, x) => {
        expect(relativeError(incompleteBeta(a, b, x), incompleteBetaComplement(b, a, 1 - x))).toBeLessThan(2e-14)
      }),
    )
  })

  it('satisfies B_x(a, b) = B_x(a + 1, b) + B_x(a, b + 1)', () => {
    fc.assert(
      fc.property(small, parameter, unit, (a, b, x) => {
        const next = a + 1
        const above = b + 1
        const sum = incompleteBeta(next, above - 1, x) + incompleteBeta(next - 1, above, x)
        expect(relativeError(incompleteBeta(next - 1, above - 1, x), sum), `${a} ${b} ${x}`).toBeLessThan(2e-14)
      }),
    )
  })

  it('increases with x, its complement decreases', () => {
    fc.assert(
      fc.property(parameter, parameter, unit, unit, (a, b, x, other) => {
        const [low, high] = x < other ? [x, other] : [other, x]
        const slack = 1 + 2e-14
        expect(incompleteBeta(a, b, low)).toBeLessThanOrEqual(incompleteBeta(a, b, high) * slack)
        expect(incompleteBetaComplement(a, b, high)).toBeLessThanOrEqual(incompleteBetaComplement(a, b, low) * slack)
      }),
    )
  })

  it('does not depend on the calls before it', () => {
    const calls = rows.filter((_, index) => index % 17 === 0)
    const forward = calls.map(([, a, b, x]) => incompleteBeta(a, b, x))
    const backward = calls
      .toReversed()
      .map(([, a, b, x]) => {
        incompleteBeta(b, a, 0.25)
        return incompleteBeta(a, b, x)
      })
      .toReversed()
    expect(forward).toEqual(backward)
  })

  it('stays a number far outside the domain of its accuracy', () => {
    for (const a of [2.3e-308, 1e-100, 1, 1000, 1e6, 1e9]) {
      for (const b of [2.3e-308, 1e-100, 1, 1000, 1e6, 1e9]) {
        for (const x of [5e-324, 1e-200, 0.5, 1 - 2 ** -53, Math.min(a / (a + b), 1 - 2 ** -53)]) {
          for (const part of [incompleteBeta(a, b, x), incompleteBetaComplement(a, b, x)]) {
            expect(part >= 0 && part < Number.POSITIVE_INFINITY, `${a} ${b} ${x} ${part}`).toBe(true)
          }
        }
      }
    }
  })

  it('names the parameter, the domain and the value it refuses', () => {
    const refusals: [number, number, number, string][] = [
      [-1, 1, 0.5, 'a must be a finite number > 0, got -1'],
      [Number.NaN, 1, 0.5, 'a must be a finite number > 0, got NaN'],
      [1, 0, 0.5, 'b must be a finite number > 0, got 0'],
      [1, Number.POSITIVE_INFINITY, 0.5, 'b must be a finite number > 0, got Infinity'],
      [1, 1e10, 0.5, 'b must be a finite number > 0, at most 1e9, got 10000000000'],
      [1, 1, -0.5, 'x must be a number in [0, 1], got -0.5'],
      [1, 1, 1.5, 'x must be a number in [0, 1], got 1.5'],
      [1, 1, Number.NaN, 'x must be a number in [0, 1], got NaN'],
    ]
    for (const [a, b, x, message] of refusals) {
      expect(() => incompleteBeta(a, b, x)).toThrow(new RangeError(`incompleteBeta: ${message}`))
      expect(() => incompleteBetaComplement(a, b, x)).toThrow(new RangeError(`incompleteBetaComplement: ${message}`))
    }
  })
})

describe('incompleteBetaComplement', () => {
  it('agrees with mpmath to 5e-15 over the square [0.01, 400]²', () => {
    const worst = worstError(
      rows,
      ([, a, b, x]) => incompleteBetaComplement(a, b, x),
      (row) => row[5],
    )
    expect(worst.error, worst.at).toBeLessThan(5e-15)
  })

  it('is relatively accurate at the last double before 1', () => {
    // ∫ of t^{a−1}(1−t)^{b−1} over the last 2^-53 is 2^(−53 b)/b to a relative 1e-16
    expect(relativeError(incompleteBetaComplement(0.3, 2.5, 1 - 2 ** -53), 2 ** (-53 * 2.5) / 2.5)).toBeLessThan(1e-15)
  })

  it('is B(a, b) at 0 and 0 at 1', () => {
    expect(incompleteBetaComplement(0.4, 7.5, 0)).toBe(beta(0.4, 7.5))
    expect(incompleteBetaComplement(0.4, 7.5, 1)).toBe(0)
  })
})
