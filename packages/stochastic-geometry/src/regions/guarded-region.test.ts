import { describe, expect, it } from 'vitest'
import { polygon } from '../../test/polygons.js'
import { randomStream } from '../streams/alea-stream.js'
import { guardedRegion } from './guarded-region.js'
import { ringArea } from './polygon.js'
import { polygonRegion, type Region } from './region.js'
import { uniformInArea } from './triangulated-area.js'

/** How far a place is from the border of a region. */
const fromBorder = (region: Region, px: number, py: number) => {
  let least = Infinity
  for (const { x, y } of region.polygons.flat())
    for (const [k, ax] of x.entries()) {
      const next = (k + 1) % x.length
      const [dx, dy] = [x[next]! - ax, y[next]! - y[k]!]
      const along = Math.min(1, Math.max(0, ((px - ax) * dx + (py - y[k]!) * dy) / (dx * dx + dy * dy)))
      least = Math.min(least, Math.hypot(px - ax - along * dx, py - y[k]! - along * dy))
    }
  return least
}

const L = polygonRegion([polygon([0, 0, 6, 0, 6, 2, 2, 2, 2, 6, 0, 6])])
const holed = polygonRegion([polygon([0, 0, 6, 0, 6, 6, 0, 6], [2.5, 2.5, 3.5, 2.5, 3.5, 3.5, 2.5, 3.5])])

describe('guardedRegion', () => {
  it('has known areas', () => {
    expect(guardedRegion(polygonRegion([polygon([0, 0, 5, 0, 5, 3, 0, 3])]), 1).area).toBeCloseTo(3, 12)
    // A right triangle of sides 3, 4, 5 has an inscribed circle of radius 1: at half that, half as large in each direction.
    expect(guardedRegion(polygonRegion([polygon([0, 0, 4, 0, 0, 3])]), 0.5).area).toBeCloseTo(1.5, 12)
    // The corner of the L that points inwards leaves a square but for a quarter of a circle; the hole takes a square with round corners.
    const g = 0.5
    const around = 64 * Math.tan(Math.PI / 64) * g * g
    expect(guardedRegion(L, g).area).toBeCloseTo(5 * 1 + 1 * 5 - 1 + g * g - around / 4, 10)
    expect(guardedRegion(holed, g).area).toBeCloseTo(25 - (1 + 4 * g + around), 10)
    expect(around / (Math.PI * g * g) - 1).toBeLessThan(0.0013)
  })

  it.each([
    ['an L', L],
    ['a hole', holed],
    ['districts', polygonRegion([polygon([0, 0, 3, 0, 3, 6, 0, 6]), polygon([3, 0, 6, 0, 6, 6, 3, 6])])],
  ])('keeps the distance in a region with %s, and leaves all that is farther', (_, region) => {
    const stream = randomStream(18, 0, 'guard')
    const guard = 0.7
    const guarded = guardedRegion(region, guard)
    const border = {
      ...region,
      polygons: region.polygons.length > 1 ? [polygon([0, 0, 6, 0, 6, 6, 0, 6])] : region.polygons,
    }
    const inner = uniformInArea(guarded, 20_000, stream)
    expect(Math.min(...inner.x.map((x, i) => fromBorder(border, x, inner.y[i]!)))).toBeGreaterThan(guard - 1e-9)
    const all = uniformInArea(region, 40_000, stream)
    const farther = all.x.filter((x, i) => fromBorder(border, x, all.y[i]!) > guard).length / all.x.length
    const share = guarded.area / region.area
    // Five standard errors, and the corners of circles.
    expect(Math.abs(farther - share)).toBeLessThan(5 * Math.sqrt((share * (1 - share)) / all.x.length) + 0.002 * share)
    expect(guarded.left).toBeCloseTo(0.7, 9)
    expect(guarded.top).toBeCloseTo(5.3, 9)
  })

  it('keeps the distance in stars, and has a border around its area', () => {
    const stream = randomStream(18, 0, 'stars')
    let left = 0
    for (let trial = 0; trial < 200; trial++) {
      const corners = 5 + stream.integer(9)
      const star = Array.from({ length: corners }, (_, k) => {
        const [radius, angle] = [3 + 4 * stream.uniform(), ((k + 0.9 * stream.uniform()) * 2 * Math.PI) / corners]
        return [radius * Math.cos(angle), radius * Math.sin(angle)]
      })
      const region = polygonRegion([polygon(star.flat())])
      const guarded = guardedRegion(region, 0.3)
      left += guarded.area / region.area / 200
      const { x, y } = uniformInArea(guarded, 50, stream)
      const nearest = Math.min(...x.map((px, i) => fromBorder(region, px, y[i]!)))
      expect(nearest, JSON.stringify(star)).toBeGreaterThan(0.3 - 1e-9)
      const outlined = guarded.polygons.flat().reduce((sum, each) => sum + ringArea(each), 0)
      expect(Math.abs(outlined / guarded.area - 1), JSON.stringify(star)).toBeLessThan(1e-7)
    }
    expect(left).toBeGreaterThan(0.5)
  })

  it('has the area of a disc where the border goes round one, inside or outside of it', () => {
    const circle = (radius: number) =>
      Array.from({ length: 400 }, (_, k) => [
        radius * Math.cos((k * Math.PI) / 200),
        radius * Math.sin((k * Math.PI) / 200),
      ]).flat()
    // Chords of 1/400 are within 0.005 % of it.
    expect(guardedRegion(polygonRegion([polygon(circle(3))]), 1).area / (4 * Math.PI)).toBeCloseTo(1, 3)
    expect(guardedRegion(polygonRegion([polygon(circle(5), circle(2))]), 1).area / (Math.PI * (16 - 9))).toBeCloseTo(
      1,
      3,
    )
  })

  it('has a border of its own', () => {
    const [outer, ...others] = guardedRegion(L, 0.5).polygons.flat()
    expect(others).toEqual([])
    // Five corners, and of the sixth a quarter of a circle of 64.
    expect(outer!.x).toHaveLength(5 + 16)
  })

  it('is the region itself without a guard, and refuses one that leaves nothing', () => {
    expect(guardedRegion(L, 0)).toBe(L)
    expect(() => guardedRegion(L, 2)).toThrow(
      'guard must be so short that some of the region is farther from its border, got 2',
    )
    for (const guard of [-1, Number.NaN, Infinity])
      expect(() => guardedRegion(L, guard)).toThrow('guard must be a finite distance ≥ 0 km')
  })
})
