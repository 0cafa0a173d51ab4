import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relativeError } from '../../golden/relative-error.js'
import { power } from './power.js'

describe('power', () => {
  it('agrees with the engine to a few ulps', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -345, max: 345, noNaN: true }),
        fc.double({ min: -2, max: 2, noNaN: true }),
        (log, e) => {
          const x = Math.exp(log)
          expect(relativeError(power(x, e), x ** e), `${x} ${e}`).toBeLessThan(7e-16)
        },
      ),
      { numRuns: 5000 },
    )
  })

  it('is the engine outside its range', () => {
    expect(power(0.5, 300)).toBe(0.5 ** 300)
    expect(power(1e-310, 0.5)).toBe(1e-310 ** 0.5)
  })
})
