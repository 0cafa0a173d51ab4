import { describe, expect, it } from 'vitest'
import { percentile } from './percentile.js'

describe('percentile', () => {
  it('is the value below which the share lies', () => {
    const values = [5, 1, 4, 2, 3]
    expect(percentile(values, 0.5)).toBe(3)
    expect(percentile(values, 0.2)).toBe(1)
    expect(percentile(values, 0.21)).toBe(2)
    expect(percentile(values, 0.95)).toBe(5)
    expect(percentile(values, 1)).toBe(5)
    expect(values).toEqual([5, 1, 4, 2, 3])
  })

  it('is that of the one value there is', () => {
    expect(percentile([7], 0.5)).toBe(7)
    expect(percentile([7], 0.95)).toBe(7)
  })

  it('refuses what has none', () => {
    expect(() => percentile([], 0.5)).toThrow('no value has no percentile')
    for (const share of [0, 1.01, Number.NaN]) expect(() => percentile([1], share)).toThrow('a share must be in (0, 1]')
  })
})
