import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relativeError } from '../../golden/relative-error.js'
import { fractionPower, productError, sumError } from './compensated-power.js'

describe('compensated powers', () => {
  it('the errors of sums and products are exact', () => {
    const exact = (x: number) => BigInt(x * 2 ** 40)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 50 }), fc.integer({ min: 1, max: 2 ** 50 }), (m, n) => {
        expect(BigInt(m * n) + BigInt(productError(m, n))).toBe(BigInt(m) * BigInt(n))
        const [x, y] = [m * 8, n / 2 ** 10]
        expect(exact(x + y) + exact(sumError(x, y))).toBe(exact(x) + exact(y))
      }),
    )
  })

  it('a large exponent does not multiply the rounding of the fraction', () => {
    // (1 − 1/(n + 1))^n, n/(n + 1) rounded, against exp(−n log1p(1/n))
    for (const n of [10, 1000, 1e6, 1e9, 1e12]) {
      expect(relativeError(fractionPower(n, 1, n), Math.exp(-n * Math.log1p(1 / n))), `${n}`).toBeLessThan(1e-15)
    }
  })
})
