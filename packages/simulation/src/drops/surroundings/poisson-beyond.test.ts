import { defineNetwork } from '@isacnet/model'
import { polygonRegion, siteLayout } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { farInterference } from './far-interference.js'
import { poissonBeyond } from './poisson-beyond.js'

const ring = (...corners: (readonly [number, number])[]) => ({
  x: Float64Array.from(corners, ([x]) => x),
  y: Float64Array.from(corners, ([, y]) => y),
})

const outer = [
  [0, 0],
  [4, 0],
  [4, 3],
  [2, 1],
  [0, 3],
] as const
const hole = [
  [0.5, 0.5],
  [0.5, 0.9],
  [0.9, 0.9],
  [0.9, 0.5],
] as const
const region = polygonRegion([[ring(...outer), ring(...hole)]])
const layout = siteLayout(ring([1, 0.3], [3, 0.3]), { region })

/** Whether a ray from (x, y) is beyond the region at a distance: by counting crossings of a ray from there. */
const beyondAt = (px: number, py: number): boolean => {
  let inside = false
  for (const corners of [outer, hole])
    for (let k = 0, last = corners.length - 1; k < corners.length; last = k++) {
      const [[ax, ay], [bx, by]] = [corners[last]!, corners[k]!]
      if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) inside = !inside
    }
  return !inside
}

it.each([
  [4, 1.2, 0.4, 0.05],
  [3.3, 1.2, 0.4, 0.4],
  [2.5, 3.6, 1.9, 0.7],
])('adds up what is beyond, ring by ring, for α = %d at (%d, %d), nobody nearer than %d km', (alpha, x, y, nearest) => {
  const network = defineNetwork({ lambda: 2, alpha, K: 3 })
  const { mean, variance } = poissonBeyond(layout, network)(x, y, nearest)
  // Campbell: λ ∫ E[h] r^(−α), and with h² and 2α, over small rings, in units of λ^(α/2).
  const [directions, steps, furthest] = [720, 4000, 6]
  let [first, second] = [0, 0]
  for (let i = 0; i < steps; i++) {
    const r = nearest * (furthest / nearest) ** ((i + 0.5) / steps)
    const dr = r * (Math.log(furthest / nearest) / steps)
    let share = 0
    for (let k = 0; k < directions; k++) {
      const angle = (2 * Math.PI * (k + 0.5)) / directions
      if (beyondAt(x + r * Math.cos(angle), y + r * Math.sin(angle))) share += 1 / directions
    }
    first += share * 2 * Math.PI * r ** (1 - alpha) * dr
    second += share * 2 * Math.PI * r ** (1 - 2 * alpha) * dr
  }
  first += (2 * Math.PI * furthest ** (2 - alpha)) / (alpha - 2)
  second += (2 * Math.PI * furthest ** (2 - 2 * alpha)) / (2 * alpha - 2)
  const unit = 2 ** (alpha / 2)
  expect(mean / ((2 * 3 * first) / unit)).toBeCloseTo(1, 2.3)
  expect(variance / ((2 * 15 * second) / unit ** 2)).toBeCloseTo(1, 2.3)
})

it('has what a disc around a place has where nobody is nearer than the region reaches', () => {
  const network = defineNetwork({ lambda: 2, alpha: 3.7, K: 2 })
  const { mean, variance } = poissonBeyond(layout, network)(1, 0.3, 10)
  const disc = farInterference(2 * 100, network)
  expect(mean / disc.mean).toBeCloseTo(1, 12)
  expect(variance / disc.variance).toBeCloseTo(1, 12)
})

it('sends from half of all directions at a side of the border', () => {
  const network = defineNetwork({ lambda: 1, alpha: 4 })
  const box = siteLayout(ring([0, 0], [400, 400]))
  const { mean } = poissonBeyond(box, network)(200, 0, 0.5)
  expect(mean / farInterference(0.25, network).mean).toBeCloseTo(0.5, 4)
})
