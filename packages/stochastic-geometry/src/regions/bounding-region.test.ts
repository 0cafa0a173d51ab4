import { describe, expect, it } from 'vitest'
import { boundingRegion } from './bounding-region.js'

describe('boundingRegion', () => {
  it('holds all BSs', () => {
    const region = boundingRegion({ x: Float64Array.of(-1, 2, 0), y: Float64Array.of(3, 1, 5) })
    expect(region).toMatchObject({ left: -1, right: 2, bottom: 1, top: 5, area: 12 })
  })

  it.each([
    [[1], [1]],
    [[], []],
    [
      [1, 2],
      [3, 3],
    ],
  ])('has no area for %j', (x, y) => {
    expect(() => boundingRegion({ x: Float64Array.from(x), y: Float64Array.from(y) })).toThrow(
      `sites must be BSs whose bounding box has an area, unless a region is given, got ${x.length}`,
    )
  })
})
