import gammainc from '@stdlib/math-base-special-gammainc'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relativeError, worstError } from '../../golden/relative-error.js'
import { incompleteGammaRows as rows } from '../../golden/rows.js'
import { gamma } from '../gamma/gamma.js'
import { lowerIncompleteGamma } from './lower-incomplete-gamma.js'
import { upperIncompleteGamma } from './upper-incomplete-gamma.js'

const shape = fc.double({ min: 0.01, max: 50, noNaN: true })
const limit = fc.double({ min: 1e-10, max: 200, noNaN: true })

describe('lowerIncompleteGamma', () => {
  it('agrees with mpmath to 5e-15', () => {
    const worst = worstError(
      rows,
      ([, s, x]) => lowerIncompleteGamma(s, x),
      (row) => row[3],
    )
    expect(worst.error, worst.at).toBeLessThan(5e-15)
  })

  it('agrees with @stdlib', () => {
    const ordinary = rows.filter(([, s, x]) => s > 0.5 && x > 1e-3 && x < 20 * s + 20)
    const worst = worstError(
      ordinary,
      ([, s, x]) => lowerIncompleteGamma(s, x),
      ([, s, x]) => gammainc(x, s, false, false),
    )
    expect(worst.error, worst.at).toBeLessThan(1e-11)
  })

  it('and the other part add up to the whole', () => {
    fc.assert(
      fc.property(shape, limit, (s, x) => {
        expect(
          relativeError(lowerIncompleteGamma(s, x) + upperIncompleteGamma(s, x), gamma(s)),
          `${s} ${x}`,
        ).toBeLessThan(1e-14)
      }),
      { numRuns: 2000 },
    )
  })

  it('satisfies s γ(s, x) = γ(s + 1, x) + x^s e^(−x)', () => {
    fc.assert(
      fc.property(fc.double({ min: 1.01, max: 50, noNaN: true }), limit, (next, x) => {
        const s = next - 1
        const powers = x ** s * Math.exp(-x)
        expect(
          relativeError(s * lowerIncompleteGamma(s, x), lowerIncompleteGamma(next, x) + powers),
          `${s} ${x}`,
        ).toBeLessThan(2e-14)
      }),
    )
  })

  it('is monotone in x', () => {
    fc.assert(
      fc.property(shape, limit, limit, (s, x, other) => {
        const [low, high] = x < other ? [x, other] : [other, x]
        const [less, more] = [lowerIncompleteGamma(s, low), lowerIncompleteGamma(s, high)]
        expect(less, `${s} ${low} ${high}`).toBeLessThanOrEqual(more * (1 + 1e-14))
      }),
    )
  })

  it('has its limits at the endpoints, infinity included', () => {
    expect(lowerIncompleteGamma(0.3, 0)).toBe(0)
    expect(lowerIncompleteGamma(0.3, Number.POSITIVE_INFINITY)).toBe(gamma(0.3))
  })

  it('stays a number far outside the domain of its accuracy', () => {
    for (const s of [2.3e-308, 1e-100, 1, 100, 170, 300, 1e5, 1e9]) {
      for (const x of [5e-324, 1e-200, 1, 700, 1e5, 1e300, s]) {
        const value = lowerIncompleteGamma(s, x)
        expect(value >= 0, `${s} ${x} ${value}`).toBe(true)
      }
    }
  })

  it('names the parameter, the domain and the value it refuses', () => {
    const refusals: [number, number, string][] = [
      [0, 1, 's must be a finite number > 0, got 0'],
      [Number.NaN, 1, 's must be a finite number > 0, got NaN'],
      [Number.POSITIVE_INFINITY, 1, 's must be a finite number > 0, got Infinity'],
      [1, -1, 'x must be a number ≥ 0 (Infinity is permitted), got -1'],
      [1, Number.NaN, 'x must be a number ≥ 0 (Infinity is permitted), got NaN'],
    ]
    for (const [s, x, message] of refusals) {
      expect(() => lowerIncompleteGamma(s, x)).toThrow(new RangeError(`lowerIncompleteGamma: ${message}`))
    }
  })
})
