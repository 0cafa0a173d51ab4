import { describe, expect, it } from 'vitest'
import { windowArea, windowContains } from './window.js'

describe('windowArea', () => {
  it('is the area', () => {
    expect(windowArea({ kind: 'disc', radius: 2 })).toBeCloseTo(4 * Math.PI, 12)
    expect(windowArea({ kind: 'torus', width: 2, height: 3 })).toBe(6)
  })

  it('refuses lengths that are none', () => {
    expect(() => windowArea({ kind: 'rectangle', width: 1, height: 0 })).toThrow(
      'height must be a length from 1e-150 to 1e+150 km, got 0',
    )
    expect(() => windowArea({ kind: 'disc', radius: Number.NaN })).toThrow('radius')
  })
})

describe('windowContains', () => {
  it('includes the border', () => {
    expect(windowContains({ kind: 'disc', radius: 1 }, 0.6, -0.8)).toBe(true)
    expect(windowContains({ kind: 'disc', radius: 1 }, 0.7, -0.8)).toBe(false)
    expect(windowContains({ kind: 'rectangle', width: 2, height: 4 }, -1, 2)).toBe(true)
    expect(windowContains({ kind: 'rectangle', width: 2, height: 4 }, 0, 2.1)).toBe(false)
  })
})
