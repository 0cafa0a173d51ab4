import { describe, expect, it } from 'vitest'
import { axisWindow, type Extent } from './axis-window.js'

describe('the window of an axis', () => {
  it('is twice as high as what it shows', () => {
    expect(axisWindow({ low: 2, high: 4 }, undefined)).toEqual({ low: 1, high: 5 })
  })

  it('stays until what it shows leaves it, or is small', () => {
    const before = { low: 1, high: 5 }
    expect(axisWindow({ low: 3, high: 4.9 }, before)).toBe(before)
    expect(axisWindow({ low: 3, high: 5.1 }, before)).not.toBe(before)
    expect(axisWindow({ low: 0.9, high: 2 }, before)).not.toBe(before)
    expect(axisWindow({ low: 2, high: 2.875 }, before)).toEqual({ low: 1.5625, high: 3.3125 })
  })

  it('moves seldom while an interval closes in as the square root of the trials', () => {
    let window: Extent | undefined
    let moves = 0
    let trials = 4096
    for (; trials < 4096 * 1000; trials += 4096) {
      const half = Math.sqrt(4096 / trials)
      // The mean wanders within its interval.
      const mean = 3 + 0.4 * half * Math.sin(trials)
      const next = axisWindow({ low: mean - half, high: mean + half }, window)
      if (next !== window) moves += 1
      window = next
      expect(next.high - next.low).toBeGreaterThanOrEqual(2 * half)
      expect(next.high - next.low).toBeLessThanOrEqual(8 * half * (1 + 1e-12))
    }
    // A thousand times as many trials are five times four times as many.
    expect(moves).toBeLessThanOrEqual(7)
  })
})
