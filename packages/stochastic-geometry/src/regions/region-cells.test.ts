import { describe, expect, it } from 'vitest'
import { polygon } from '../../test/polygons.js'
import { nearestIndex } from '../geometry/nearest-index.js'
import { poissonProcess } from '../processes/poisson-process.js'
import { randomStream } from '../streams/alea-stream.js'
import { polygonRegion } from './region.js'
import { regionCells } from './region-cells.js'
import { uniformInArea } from './triangulated-area.js'

const box = polygonRegion([polygon([0, 0, 3, 0, 3, 2, 0, 2])])
const areasOf = (x: readonly number[], y: readonly number[], region = box) =>
  regionCells(nearestIndex({ x: Float64Array.from(x), y: Float64Array.from(y) }), region).map(({ area }) => area)

const regions = [
  ['a box', box],
  ['an L with a hole', polygonRegion([polygon([0, 0, 3, 0, 3, 2, 1, 2, 1, 4, 0, 4], [0.2, 0.2, 0.4, 1.5, 1.5, 0.4])])],
  ['two pieces', polygonRegion([polygon([0, 0, 1, 0, 0.3, 2]), polygon([2, 0, 3, 0.2, 2.5, 2.5])])],
  [
    'a star',
    polygonRegion([
      polygon(
        Array.from({ length: 24 }, (_, k) =>
          [1.5, 1].map((c, a) => c + (k % 2 ? 0.4 : 1.4) * Math.cos((k * Math.PI) / 12 - (a * Math.PI) / 2)),
        ).flat(),
      ),
    ]),
  ],
] as const

describe('regionCells', () => {
  it.each(regions)('tile %s, and each has the points nearest to its BS', (name, region) => {
    const stream = randomStream(16, 0, `cells of ${name}`)
    let strays = 0
    for (let trial = 0; trial < 100; trial++) {
      // As many outside of the region as inside.
      const centred = poissonProcess(stream.exponential() * 6).sample(
        { kind: 'rectangle', width: 6, height: 6 },
        stream,
      )
      const index = nearestIndex({ x: centred.x.map((x) => x + 1.5), y: centred.y.map((y) => y + 1) })
      if (centred.x.length === 0) continue
      const cells = regionCells(index, region)
      const sum = cells.reduce((all, { area }) => all + area, 0)
      expect(Math.abs(sum / region.area - 1), JSON.stringify(index.pattern)).toBeLessThan(1e-11)
      for (const cell of cells) {
        const { x, y } = uniformInArea(cell, cell.area > 1e-9 ? 5 : 0, stream)
        for (const [i, px] of x.entries()) if (index.nearest(px, y[i]!) !== cell.site) strays += 1
      }
    }
    expect(strays).toBe(0)
  })

  it('have known areas', () => {
    // One BS has all; two share by their bisector x = 1, or the diagonal of a square.
    expect(areasOf([0.1], [9])).toEqual([6])
    expect(areasOf([0.5, 1.5], [1, 1])).toEqual([2, 4])
    const square = polygonRegion([polygon([0, 0, 2, 0, 2, 2, 0, 2])])
    for (const area of areasOf([0.2, 0.6], [0.6, 0.2], square)) expect(area).toBeCloseTo(2, 12)
    // Along a line, inside or outside the region, they share it in strips.
    const collinear = [0.5, 1, 2, 2.5].map((x) => [x, 1] as const)
    for (const y of [1, 0, -7]) {
      const areas = areasOf(
        collinear.map(([x]) => x),
        collinear.map(() => y),
      )
      for (const [k, area] of [1.5, 1.5, 1.5, 1.5].entries()) expect(areas[k]).toBeCloseTo(area, 12)
    }
  })

  it('are hexagons of area 1/λ in a triangular lattice, and squares in a square one', () => {
    const [x, y]: [number[], number[]] = [[], []]
    for (let row = -6; row <= 6; row++)
      for (let column = -6; column <= 6; column++) {
        x.push(column + (row % 2 === 0 ? 0 : 0.5))
        y.push((row * Math.sqrt(3)) / 2)
      }
    const large = polygonRegion([polygon([-6, -5, 6, -5, 6, 5, -6, 5])])
    const inner = (areas: readonly number[]) => areas.filter((_, i) => Math.hypot(x[i]!, y[i]!) < 3)
    expect(inner(areasOf(x, y, large))).toHaveLength(31)
    for (const area of inner(areasOf(x, y, large))) expect(area).toBeCloseTo(Math.sqrt(3) / 2, 12)
    // Where four cells meet in a corner, and the region's triangles as well.
    const squares = Array.from({ length: 16 }, (_, k) => [(k % 4) + 0.5, Math.floor(k / 4) + 0.5] as const)
    const four = polygonRegion([polygon([0, 0, 4, 0, 4, 4, 0, 4])])
    for (const area of areasOf(
      squares.map(([a]) => a),
      squares.map(([, b]) => b),
      four,
    ))
      expect(area).toBeCloseTo(1, 12)
  })

  it('may be empty: of BSs too far away, and of all but the first at one place', () => {
    expect(areasOf([1, 1, 50, 1, 2], [1, 1, 1, 1, 1])).toEqual([3, 0, 0, 0, 3])
    expect(regionCells(nearestIndex({ x: new Float64Array(0), y: new Float64Array(0) }), box)).toEqual([])
    const [, empty] = regionCells(nearestIndex({ x: Float64Array.of(1, 1), y: Float64Array.of(1, 1) }), box)
    expect(empty).toEqual({ site: 1, area: 0, triangles: new Float64Array(0), cumulatedAreas: new Float64Array(0) })
  })

  it('are in the plane', () => {
    const index = nearestIndex({ x: Float64Array.of(0), y: Float64Array.of(0) }, { kind: 'torus', width: 2, height: 2 })
    expect(() => regionCells(index, box)).toThrow('index must be an index in the plane, got torus')
  })
})
