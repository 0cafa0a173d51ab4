import { randomStream } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { endOfHole, squaredDistanceOutsideHole } from './gain-law-hole.js'

/** A(s) = ∫₀^s (1 − arccos(√x/2)/π) dx, by the midpoint rule in χ, where √x = 2 sin χ up to the end of the hole. */
const cumulated = (s: number): number => {
  const steps = 20_000
  const end = Math.asin(Math.min(1, Math.sqrt(s) / 2))
  let sum = 0
  for (let i = 0; i < steps; i++) {
    const chi = ((i + 0.5) / steps) * end
    sum += (1 - Math.acos(Math.sin(chi)) / Math.PI) * 8 * Math.sin(chi) * Math.cos(chi)
  }
  return (sum * end) / steps + Math.max(0, s - 4)
}

it('inverts the cumulated rate', () => {
  for (const s of [1e-6, 0.01, 0.3, 1, 2, 3, 3.7, 3.99, 4, 4.5, 40])
    expect(Math.abs(squaredDistanceOutsideHole(cumulated(s)) / s - 1), `at ${s}`).toBeLessThan(1e-8)
})

it('is 2A for small A, A + 1 beyond the hole, and meets itself there', () => {
  expect(squaredDistanceOutsideHole(1e-18) / 1e-18).toBeCloseTo(2, 7)
  expect(squaredDistanceOutsideHole(1e6)).toBe(1e6 + 1)
  expect(squaredDistanceOutsideHole(endOfHole * (1 - 1e-15))).toBeCloseTo(4, 11)
})

it('has the distances of points that are dropped outside the disc', () => {
  const stream = randomStream(5, 0, 'hole')
  const [radius, trials] = [3, 40_000]
  // Points of rate 1/π in the plane: how many within t of (1, 0), but not within 1 of the origin.
  for (const t of [0.5, 1.2, 1.9, 2.6]) {
    let expectedCount = 0
    for (let i = 0; i < trials; i++) {
      const x = 1 + radius * (2 * stream.uniform() - 1)
      const y = radius * (2 * stream.uniform() - 1)
      if ((x - 1) ** 2 + y ** 2 < t * t && x * x + y * y > 1) expectedCount++
    }
    const share = expectedCount / trials
    const area = (4 * radius * radius) / Math.PI
    // Four and a half standard errors: false alarms in 7e-6 of all seeds.
    const error = 4.5 * area * Math.sqrt((share * (1 - share)) / trials)
    expect(squaredDistanceOutsideHole(Math.max(0, area * share - error))).toBeLessThan(t * t)
    expect(squaredDistanceOutsideHole(area * share + error)).toBeGreaterThan(t * t)
  }
})
