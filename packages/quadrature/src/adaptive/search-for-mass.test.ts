import { expect, it } from 'vitest'
import { findNonZero } from './search-for-mass.js'

it('finds a peak, and intervals that close in on it', () => {
  for (const centre of [0.3, 1e-9, 1 - 1e-9]) {
    const width = 0.03 * Math.min(centre, 1 - centre)
    const { breakpoints, evaluations } = findNonZero((x) => Math.max(0, 1 - ((x - centre) / width) ** 2), 0, 1)
    expect(evaluations).toBeLessThanOrEqual(8192)
    const i = breakpoints.findIndex((x) => x > centre)
    expect(breakpoints[i]! - breakpoints[i - 1]!).toBeLessThan(width)
    expect(breakpoints[0]).toBe(0)
    expect(breakpoints.at(-1)).toBe(1)
  }
})

it('has nothing to say of an integrand that is 0 wherever it looks', () => {
  expect(findNonZero(() => 0, -3, 5).breakpoints).toEqual([-3, 5])
})
