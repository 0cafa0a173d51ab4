import { integrateAdaptive } from '@isacnet/quadrature'
import { expect, it } from 'vitest'
import { discOverlap } from './disc-overlap.js'

it('is nothing apart, the smaller disc within the larger one, and the integral of common chords between', () => {
  expect(discOverlap(1, 2, 3)).toBe(0)
  expect(discOverlap(1, 2, 1)).toBe(Math.PI)
  expect(discOverlap(2, 1, 0.3)).toBe(Math.PI)
  for (const [a, b, d] of [
    [1, 1, 0.5],
    [2, 0.7, 2.4],
    [0.7, 2, 1.5],
  ] as const) {
    const half = (radius: number, x: number): number => Math.sqrt(Math.max(0, radius * radius - x * x))
    const chord = (x: number): number => 2 * Math.min(half(a, x), half(b, x - d))
    const { value } = integrateAdaptive(chord, Math.max(-a, d - b), Math.min(a, d + b), { relativeTolerance: 1e-8 })
    expect(discOverlap(a, b, d)).toBeCloseTo(value, 6)
  }
})
