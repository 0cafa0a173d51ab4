import betainc from '@stdlib/math-base-special-betainc'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relativeError, worstError } from '../../golden/relative-error.js'
import { incompleteBetaRows as rows } from '../../golden/rows.js'
import { regularizedIncompleteBeta, regularizedIncompleteBetaComplement } from './regularized-incomplete-beta.js'

const parameter = fc.double({ min: 0.01, max: 400, noNaN: true })
const unit = fc.double({ min: 1e-12, max: 1 - 1e-9, noNaN: true })

describe('regularizedIncompleteBeta', () => {
  it('agrees with mpmath to 5e-15 over the square [0.01, 400]²', () => {
    const worst = worstError(
      rows,
      ([, a, b, x]) => regularizedIncompleteBeta(a, b, x),
      (row) => row[6],
    )
    expect(worst.error, worst.at).toBeLessThan(5e-15)
  })

  it('agrees with @stdlib where the first parameter is at least one', () => {
    const ordinary = rows.filter(([, a, b, x]) => a >= 1 && b >= 1 && a < 100 && b < 100 && x > 1e-6)
    const worst = worstError(
      ordinary,
      ([, a, b, x]) => regularizedIncompleteBeta(a, b, x),
      ([, a, b, x]) => betainc(x, a, b),
    )
    expect(worst.error, worst.at).toBeLessThan(1e-11)
  })

  it('and its complement add up to one', () => {
    fc.assert(
      fc.property(parameter, parameter, unit, (a, b, x) => {
        const sum = regularizedIncompleteBeta(a, b, x) + regularizedIncompleteBetaComplement(a, b, x)
        expect(Math.abs(sum - 1), `${a} ${b} ${x}`).toBeLessThan(1e-14)
      }),
      { numRuns: 2000 },
    )
  })

  it('is the uniform and the power distribution where a parameter is one', () => {
    fc.assert(
      fc.property(parameter, unit, (a, x) => {
        expect(relativeError(regularizedIncompleteBeta(1, 1, x), x)).toBeLessThan(1e-15)
        expect(relativeError(regularizedIncompleteBeta(a, 1, x), x ** a)).toBeLessThan(1e-14)
      }),
    )
  })

  it('is one half at the centre of symmetry', () => {
    fc.assert(
      fc.property(parameter, (a) => {
        expect(relativeError(regularizedIncompleteBeta(a, a, 0.5), 0.5)).toBeLessThan(1e-14)
      }),
    )
    // B(a, a) is far below the smallest double here
    expect(relativeError(regularizedIncompleteBeta(1e5, 1e5, 0.5), 0.5)).toBeLessThan(1e-13)
  })

  it('reaches values that x^a (1 − x)^b could not pass through', () => {
    // from mpmath; 0.1^400 is below the smallest double, and so is 0.1^400 · 0.9^400
    expect(relativeError(regularizedIncompleteBeta(400, 400, 0.1), 5.845687622473512e-180)).toBeLessThan(5e-15)
  })

  it('is 0 at 0 and 1 at 1, its complement the reverse', () => {
    expect(regularizedIncompleteBeta(0.3, 40, 0)).toBe(0)
    expect(regularizedIncompleteBeta(0.3, 40, 1)).toBe(1)
    expect(regularizedIncompleteBetaComplement(0.3, 40, 0)).toBe(1)
    expect(regularizedIncompleteBetaComplement(0.3, 40, 1)).toBe(0)
  })

  it('names the parameter, the domain and the value it refuses', () => {
    expect(() => regularizedIncompleteBeta(0, 1, 0.5)).toThrow(
      new RangeError('regularizedIncompleteBeta: a must be a finite number > 0, got 0'),
    )
    expect(() => regularizedIncompleteBetaComplement(1, Number.NaN, 0.5)).toThrow(
      new RangeError('regularizedIncompleteBetaComplement: b must be a finite number > 0, got NaN'),
    )
    expect(() => regularizedIncompleteBeta(1, 1, Number.NaN)).toThrow(
      new RangeError('regularizedIncompleteBeta: x must be a number in [0, 1], got NaN'),
    )
  })
})

describe('regularizedIncompleteBetaComplement', () => {
  it('agrees with mpmath to 5e-15 over the square [0.01, 400]²', () => {
    const worst = worstError(
      rows,
      ([, a, b, x]) => regularizedIncompleteBetaComplement(a, b, x),
      (row) => row[7],
    )
    expect(worst.error, worst.at).toBeLessThan(5e-15)
  })
})
