import { meanGainRate, nullingGain } from '@isacnet/analysis'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { optimalLoad } from './optimal-load.js'

const load = (v: number, L: number, alpha: number): number =>
  v * meanGainRate(nullingGain(L, alpha) * (1 / v - L), alpha, 1e-11).value

describe('optimalLoad', () => {
  it('is 0.592 at L = 1, α = 4', { timeout: 60_000 }, () => {
    const { load: v, loadError, signChanges, slopeFalls } = optimalLoad(1, 4)
    expect(v).toBeCloseTo(0.592, 3)
    expect(loadError).toBeLessThan(1e-12)
    expect({ signChanges, slopeFalls }).toEqual({ signChanges: 1, slopeFalls: true })
  })

  it('is 0.318 at L = 2, where the paper leaves G_L out', () => {
    expect(optimalLoad(2, 4).load).toBeCloseTo(0.318, 3)
  })

  it('maximises G, found by golden sections that know no derivative', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.double({ min: 2.2, max: 6, noNaN: true }), (L, alpha) => {
        let [a, b] = [1e-6, 1 / L - 1e-6]
        const ratio = (Math.sqrt(5) - 1) / 2
        while (b - a > 1e-7 / L) {
          const [x, y] = [b - ratio * (b - a), a + ratio * (b - a)]
          if (load(x, L, alpha) > load(y, L, alpha)) b = y
          else a = x
        }
        const found = optimalLoad(L, alpha)
        // The maximum is flat: values differ by the square of what arguments differ by.
        expect(found.load).toBeCloseTo((a + b) / 2, 5)
        expect(found.value).toBeGreaterThanOrEqual(load((a + b) / 2, L, alpha) * (1 - 1e-11))
        expect({ signChanges: found.signChanges, slopeFalls: found.slopeFalls }).toEqual({
          signChanges: 1,
          slopeFalls: true,
        })
      }),
      { numRuns: 15 },
    )
  })

  it('names what it refuses', () => {
    expect(() => optimalLoad(0, 4)).toThrow('communicationClusterSize (L) must be an integer ≥ 1, got 0')
    expect(() => optimalLoad(1, 2)).toThrow('pathLossExponent (α) must be a finite number > 2, got 2')
  })
})
