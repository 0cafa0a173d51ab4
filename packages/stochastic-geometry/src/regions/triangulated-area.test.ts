import { describe, expect, it } from 'vitest'
import { chiSquareUniform, kolmogorovSmirnov } from '../../test/goodness-of-fit.js'
import { polygon } from '../../test/polygons.js'
import { nearestIndex } from '../geometry/nearest-index.js'
import { poissonProcess } from '../processes/poisson-process.js'
import { randomStream } from '../streams/alea-stream.js'
import { polygonRegion } from './region.js'
import { regionCells } from './region-cells.js'
import { triangulatedArea, uniformInArea } from './triangulated-area.js'

describe('uniformInArea', () => {
  it('has the marginal laws of a triangle', () => {
    // Of the triangle (0,0), (2,0), (0,1): P(X ≤ x) = 1 − (1 − x/2)², P(Y ≤ y) = 1 − (1 − y)².
    const { x, y } = uniformInArea(
      polygonRegion([polygon([0, 0, 2, 0, 0, 1])]),
      100_000,
      randomStream(15, 0, 'triangle'),
    )
    expect(kolmogorovSmirnov(x, (px) => 1 - (1 - px / 2) ** 2)).toBeLessThan(1)
    expect(kolmogorovSmirnov(y, (py) => 1 - (1 - py) ** 2)).toBeLessThan(1)
    expect(kolmogorovSmirnov(y, (py) => Math.min(1, 1 - (1 - py) ** 2.1))).toBeGreaterThan(1)
  })

  it('is uniform in a region that is not convex and has a hole, by a chi-square test at 10⁻⁶', () => {
    // Unit squares: all of 6 × 6 but for a hole of 2 × 2 and a corner of 3 × 2.
    const region = polygonRegion([polygon([0, 0, 6, 0, 6, 4, 3, 4, 3, 6, 0, 6], [1, 1, 3, 1, 3, 3, 1, 3])])
    const { x, y } = uniformInArea(region, 200_000, randomStream(15, 0, 'hole'))
    const inside = (px: number, py: number) => !(px >= 3 && py >= 4) && !(px >= 1 && px < 3 && py >= 1 && py < 3)
    const squares = Array.from({ length: 36 }, (_, k) => [k % 6, Math.floor(k / 6)] as const).filter(([a, b]) =>
      inside(a, b),
    )
    const counts = (shrunk: number) =>
      squares.map(
        ([a, b]) => x.filter((px, i) => Math.floor(px * shrunk) === a && Math.floor(y[i]! * shrunk) === b).length,
      )
    expect(x.every((px, i) => inside(px, y[i]!))).toBe(true)
    expect(squares).toHaveLength(26)
    expect(chiSquareUniform(counts(1))).toBeLessThan(1)
    expect(chiSquareUniform(counts(0.98))).toBeGreaterThan(1)
  })

  it('gives the law of a region’s points assigned to the nearest BS, by a chi-square test at 10⁻⁶', () => {
    // Every BS draws as many points of its cell as it was assigned of uniform points: together they are uniform as well.
    const stream = randomStream(15, 0, 'cells of a region')
    const region = polygonRegion([polygon([-2, -2, 2, -2, 2, 0, 0, 0, 0, 2, -2, 2])])
    const index = nearestIndex(poissonProcess(3).sample({ kind: 'rectangle', width: 6, height: 6 }, stream))
    const assigned = uniformInArea(region, 120_000, stream)
    const load = new Int32Array(index.pattern.x.length)
    for (const [i, x] of assigned.x.entries()) load[index.nearest(x, assigned.y[i]!)]! += 1
    const counts = new Float64Array(300)
    const squeezed = new Float64Array(300)
    // Three squares of 10 × 10 parts.
    const partOf = (x: number, y: number) => {
      const square = x > 0 ? 2 : y > 0 ? 1 : 0
      const part = (along: number) => Math.min(9, Math.floor(5 * (along - 2 * Math.floor(along / 2))))
      return 100 * square + 10 * part(x) + part(y)
    }
    for (const cell of regionCells(index, region)) {
      const { x, y } = uniformInArea(cell, load[cell.site]!, stream)
      const [sx, sy] = [index.pattern.x[cell.site]!, index.pattern.y[cell.site]!]
      for (let i = 0; i < x.length; i++) {
        counts[partOf(x[i]!, y[i]!)]! += 1
        // Points somewhat too near to their BSs would be noticed.
        const near = Math.hypot(x[i]! - sx, y[i]! - sy) < 0.2 ? 0.8 : 1
        squeezed[partOf(sx + near * (x[i]! - sx), sy + near * (y[i]! - sy))]! += 1
      }
    }
    expect(chiSquareUniform(counts)).toBeLessThan(1)
    expect(chiSquareUniform(squeezed)).toBeGreaterThan(1)
  })

  it('has the same points for the same seed', () => {
    const region = polygonRegion([polygon([0, 0, 2, 0, 0, 1])])
    const points = (seed: number) => uniformInArea(region, 5, randomStream(seed, 0, 'same'))
    expect(points(1)).toEqual(points(1))
    expect(points(1)).not.toEqual(points(2))
  })

  it('refuses counts that are none, and points of nothing', () => {
    const nothing = triangulatedArea([0, 0, 1, 1, 2, 2])
    expect(nothing.area).toBe(0)
    expect(uniformInArea(nothing, 0, randomStream(1, 0, '')).x).toHaveLength(0)
    expect(() => uniformInArea(nothing, 1, randomStream(1, 0, ''))).toThrow('count must be 0 in an empty area, got 1')
    expect(() => uniformInArea(nothing, -1, randomStream(1, 0, ''))).toThrow('count must be an integer ≥ 0, got -1')
  })
})
