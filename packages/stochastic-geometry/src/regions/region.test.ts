import { InvalidParameterError } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { polygon, ring } from '../../test/polygons.js'
import { randomStream } from '../streams/alea-stream.js'
import { ringContains } from './polygon.js'
import { polygonRegion } from './region.js'
import { uniformInArea } from './triangulated-area.js'

describe('polygonRegion', () => {
  it.each([
    ['a triangle', polygon([0, 0, 4, 0, 0, 3]), 6],
    ['a triangle clockwise, closed', polygon([0, 0, 0, 3, 4, 0, 0, 0]), 6],
    ['an L', polygon([0, 0, 3, 0, 3, 1, 1, 1, 1, 4, 0, 4]), 6],
    ['a square with a hole, both counterclockwise', polygon([0, 0, 4, 0, 4, 4, 0, 4], [1, 1, 3, 1, 3, 2, 1, 2]), 14],
    [
      'a square with two holes',
      polygon([0, 0, 4, 0, 4, 4, 0, 4], [1, 1, 2, 1, 2, 2, 1, 2], [2, 3, 3, 3, 3, 3.5, 2, 3.5]),
      14.5,
    ],
    ['corners that repeat and lie on a side', polygon([0, 0, 1, 0, 1, 0, 2, 0, 2, 2, 0, 2]), 4],
  ])('has the area of %s', (_, shape, area) => {
    const region = polygonRegion([shape])
    expect(region.area).toBeCloseTo(area, 12)
    expect(region.cumulatedAreas.at(-1)).toBe(region.area)
    // Far from the origin as near it.
    const moved = shape.map(({ x, y }) => ({ x: x.map((px) => px + 3e5), y: y.map((py) => py - 4e5) }))
    expect(polygonRegion([moved]).area).toBeCloseTo(area, 8)
  })

  it('has a regular polygon of many corners, and its bounds', () => {
    const corners = Array.from({ length: 1000 }, (_, k) => [
      Math.cos((k * Math.PI) / 500),
      Math.sin((k * Math.PI) / 500),
    ])
    const region = polygonRegion([polygon(corners.flat())])
    expect(region.area).toBeCloseTo(500 * Math.sin(Math.PI / 500), 12)
    expect(region).toMatchObject({ left: -1, right: 1, bottom: -1, top: 1 })
  })

  it('may be in pieces', () => {
    const region = polygonRegion([
      polygon([0, 0, 1, 0, 1, 1, 0, 1]),
      polygon([1, 0, 3, 0, 3, 1, 1, 1]),
      polygon([5, 5, 6, 5, 5, 6]),
    ])
    expect(region.area).toBeCloseTo(3.5, 12)
    expect(region).toMatchObject({ left: 0, right: 6, bottom: 0, top: 6 })
  })

  it.each([
    ['no polygon', [], 'polygons must be at least one polygon, got none'],
    ['a line', [polygon([0, 0, 1, 1])], 'polygons[0][0] must be a ring with an area, got a line'],
    ['no area', [polygon([0, 0, 1, 1, 2, 2])], 'polygons[0][0] must be a ring with an area'],
    [
      'a bow tie',
      [polygon([0, 0, 2, 2, 2, 0, 0, 1])],
      'polygons[0] must be a simple polygon with its holes inside, got sides that cross at ',
    ],
    [
      'a hole outside',
      [polygon([0, 0, 1, 0, 1, 1, 0, 1], [3, 3, 4, 3, 4, 4, 3, 4])],
      'polygons[0] must be a simple polygon',
    ],
    ['no number', [polygon([0, 0, 1, Number.NaN, 2, 2])], 'polygons[0][0] must be a ring of coordinates within'],
    [
      'an overlap',
      [polygon([0, 0, 2, 0, 2, 2, 0, 2]), polygon([1, 1, 3, 1, 3, 3, 1, 3])],
      'polygons[1] must be a polygon that overlaps no other, got one on polygons[0]',
    ],
  ])('refuses %s', (_, polygons, message) => {
    expect(() => polygonRegion(polygons)).toThrow(InvalidParameterError)
    expect(() => polygonRegion(polygons)).toThrow(message)
  })
})

describe('ringContains', () => {
  it('finds the share of an L that is inside, by points of its bounding box', () => {
    const shape = ring([0, 0, 3, 0, 3, 1, 1, 1, 1, 4, 0, 4])
    const { x, y } = uniformInArea(polygonRegion([polygon([0, 0, 3, 0, 3, 4, 0, 4])]), 40_000, randomStream(15, 0, 'L'))
    const inside = x.filter((px, i) => ringContains(shape, px, y[i]!)).length / x.length
    // Five standard errors of a share of one half.
    expect(Math.abs(inside - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / x.length))
    expect(x.every((px, i) => ringContains(shape, px, y[i]!) === (px < 1 || y[i]! < 1))).toBe(true)
  })
})
