import { describe, expect, it } from 'vitest'
import { polygon } from '../../test/polygons.js'
import { nearestIndex } from '../geometry/nearest-index.js'
import { poissonProcess } from '../processes/poisson-process.js'
import { randomStream } from '../streams/alea-stream.js'
import { areaOutline } from './area-outline.js'
import { type Polygon, ringArea } from './polygon.js'
import { polygonRegion } from './region.js'
import { regionCells } from './region-cells.js'
import { triangulatedArea } from './triangulated-area.js'

const areaOf = (polygons: readonly Polygon[]) => polygons.flat().reduce((sum, ring) => sum + ringArea(ring), 0)
const shapeOf = (polygons: readonly Polygon[]) => polygons.map((rings) => rings.map(({ x }) => x.length))

describe('areaOutline', () => {
  it.each([
    ['an L', [polygon([0, 0, 3, 0, 3, 1, 1, 1, 1, 4, 0, 4])], [[6]]],
    [
      'a square with two holes',
      [polygon([0, 0, 4, 0, 4, 4, 0, 4], [1, 1, 2, 1, 1, 2], [3, 3, 3.5, 3, 3.5, 3.5, 3, 3.5])],
      [[4, 3, 4]],
    ],
    [
      'squares that touch in a corner',
      [polygon([0, 0, 1, 0, 1, 1, 0, 1]), polygon([1, 1, 2, 1, 2, 2, 1, 2])],
      [[4], [4]],
    ],
    [
      'districts, which become one',
      [polygon([0, 0, 2, 0, 2, 1, 2, 2, 0, 2]), polygon([2, 0, 4, 0, 4, 1, 2, 1]), polygon([2, 1, 4, 1, 4, 2, 2, 2])],
      [[4]],
    ],
    [
      'an island in a hole',
      [polygon([0, 0, 9, 0, 9, 9, 0, 9], [2, 2, 7, 2, 7, 7, 2, 7]), polygon([3, 3, 6, 3, 6, 6, 3, 6])],
      [[4, 4], [4]],
    ],
  ])('is that of %s', (_, polygons, shape) => {
    const region = polygonRegion(polygons)
    const outline = areaOutline(region)
    expect(shapeOf(outline)).toEqual(shape)
    expect(areaOf(outline)).toBeCloseTo(region.area, 10)
    for (const [outer, ...holes] of outline) {
      expect(ringArea(outer!)).toBeGreaterThan(0)
      for (const hole of holes) expect(ringArea(hole)).toBeLessThan(0)
    }
  })

  it('has the area of every cell', () => {
    const stream = randomStream(17, 0, 'outlines')
    const region = polygonRegion([
      polygon([-2, -2, 2, -2, 2, 0, 0, 0, 0, 2, -2, 2], [-1.5, -1.5, -0.5, -1.5, -0.5, -0.5]),
    ])
    let pieces = 0
    for (let trial = 0; trial < 30; trial++) {
      const pattern = poissonProcess(1 + 5 * stream.uniform()).sample(
        { kind: 'rectangle', width: 5, height: 5 },
        stream,
      )
      for (const cell of regionCells(nearestIndex(pattern), region)) {
        const outline = areaOutline(cell)
        expect(Math.abs(areaOf(outline) - cell.area), JSON.stringify(pattern)).toBeLessThan(1e-8)
        if (outline.length > 1) pieces += 1
      }
    }
    // Cells in several pieces are among them.
    expect(pieces).toBeGreaterThan(0)
  })

  it('is nothing of nothing', () => {
    expect(areaOutline(triangulatedArea([]))).toEqual([])
  })
})
