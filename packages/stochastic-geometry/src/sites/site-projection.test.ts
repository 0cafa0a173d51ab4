import { describe, expect, it } from 'vitest'
import { readSites } from './read-sites.js'
import { siteProjection } from './site-projection.js'

describe('siteProjection', () => {
  it.each([
    'lon,lat\n179.9,-17\n-179.9,-17.3\n179.95,-17.1\n',
    'x,y\n500000,5400000\n502000,5401000\n',
    'x_km,y_km\n500,5400\n502,5401\n',
  ])('leads from the coordinates of a file to its sites, and back: %j', (text) => {
    const { coordinates, x, y, ...rest } = readSites(text)
    const { forward, inverse } = siteProjection({ coordinates, x, y, ...rest })
    for (let i = 0; i < x.length; i++) {
      const [first, second] = [coordinates.x[i]!, coordinates.y[i]!]
      expect(forward(first, second)).toEqual([x[i], y[i]])
      const back = inverse(x[i]!, y[i]!)
      expect(back[0]).toBeCloseTo(first, 9)
      expect(back[1]).toBeCloseTo(second, 9)
    }
  })

  it('needs a centre', () => {
    expect(() => siteProjection(readSites('x,y\n'))).toThrow('sites must be at least one site, got none')
  })
})
