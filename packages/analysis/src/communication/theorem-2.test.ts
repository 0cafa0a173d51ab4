import fc from 'fast-check'
import { expect, it } from 'vitest'
import { meanGainRate, meanGainRateSlope } from './theorem-2.js'

it('has the slope that differences of the rate show', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -6, max: 6, noNaN: true }),
      fc.double({ min: 2.05, max: 6, noNaN: true }),
      (logSignal, alpha) => {
        const Y = Math.exp(logSignal)
        const h = 1e-3
        const rate = (factor: number): number => meanGainRate(Y * factor, alpha, 1e-12).value
        // Five points: the error of the formula is of the fourth order in h.
        const slope = (8 * (rate(1 + h) - rate(1 - h)) - (rate(1 + 2 * h) - rate(1 - 2 * h))) / (12 * h * Y)
        const { value, errorEstimate } = meanGainRateSlope(Y, alpha, 1e-11)
        expect(Math.abs(value / slope - 1)).toBeLessThan(1e-8)
        expect(errorEstimate).toBeLessThanOrEqual(1e-11 * value)
      },
    ),
    { numRuns: 30 },
  )
})
