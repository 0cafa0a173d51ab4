import { InvalidParameterError, UnknownNameError } from '@isacnet/model'
import geodesy from 'geographiclib-geodesic'
import { describe, expect, it } from 'vitest'
import { readRegion } from './read-region.js'
import { readSites } from './read-sites.js'
import { SiteFileError } from './site-file-error.js'

const grid = readSites('x,y\n500000,5400000\n502000,5401000\n')
const city = readSites('lon,lat\n2.2,48.8\n2.5,48.9\n')
const square = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const polygonOf = (...coordinates: unknown[]) => ({ type: 'Polygon', coordinates })

/** The area between two meridians and two parallels of WGS 84, in km²: that up to a latitude is b²/2 (sin φ/(1−e² sin² φ) + artanh(e sin φ)/e) per radian. */
const areaBetween = (...[west, south, east, north]: readonly [number, number, number, number]) => {
  const f = 1 / 298.257223563
  const [b, e] = [6378.137 * (1 - f), Math.sqrt(f * (2 - f))]
  const upTo = (latitude: number) => {
    const sine = Math.sin((latitude / 180) * Math.PI)
    return ((b * b) / 2) * (sine / (1 - e * e * sine * sine) + Math.atanh(e * sine) / e)
  }
  return ((east - west) / 180) * Math.PI * (upTo(north) - upTo(south))
}

describe('readRegion', () => {
  it('reads a box in the coordinates of the sites', () => {
    const region = readRegion('499000,5399000,503000,5402000', grid)
    expect(region).toMatchObject({ area: 12, left: -2, right: 2, bottom: -1.5, top: 1.5 })
    expect(readRegion([499_000, 5_399_000, 503_000, 5_402_000], grid)).toEqual(region)
    expect(readRegion(' 499000, 5399e3 ,503000,+5402000\n', grid)).toEqual(region)
    expect(readRegion('-5,-5,5,5', readSites('x_km,y_km\n1,1\n2,2\n')).area).toBe(100)
  })

  it('has the area of a box of degrees on the ellipsoid, though its sides bend', () => {
    const boxes: readonly (readonly [number, number, number, number])[] = [
      [2, 48, 3, 49.5],
      [-1, 45, 6, 50],
    ]
    for (const box of boxes) {
      const region = readRegion(box.join(), city)
      const [{ x, y }] = region.polygons[0] as [{ x: Float64Array; y: Float64Array }]
      const length = x.reduce((sum, px, k) => sum + Math.hypot(px - x.at(k - 1)!, y[k]! - y.at(k - 1)!), 0)
      // Sides are off by at most 10 cm.
      expect(Math.abs(region.area - areaBetween(...box))).toBeLessThan(0.0001 * length)
    }
    const acrossDateLine = readSites('lon,lat\n179.9,-17\n-179.9,-17\n')
    expect(readRegion([179, -18, -179, -16], acrossDateLine).area / areaBetween(179, -18, 181, -16)).toBeCloseTo(1, 6)
  })

  it('has the area of a polygon of geodesics, in which sides of 100 m hardly differ', () => {
    const corners = Array.from({ length: 1000 }, (_, k) => {
      const { lat2, lon2 } = geodesy.Geodesic.WGS84.Direct(
        48.85,
        2.35,
        -0.36 * k,
        15_000 * (1 + 0.5 * Math.sin(k / 50)),
      )
      return [lon2!, lat2!]
    })
    const sphere = geodesy.Geodesic.WGS84.Polygon(false)
    for (const [longitude, latitude] of corners) sphere.AddPoint(latitude!, longitude!)
    const region = readRegion(polygonOf([...corners, corners[0]]), city)
    expect(region.area / (Math.abs(sphere.Compute(false, true).area!) / 1e6)).toBeCloseTo(1, 6)
  })

  it.each([
    ['text', JSON.stringify(polygonOf(square(2, 48, 3, 49)))],
    ['a feature', { type: 'Feature', properties: null, geometry: polygonOf(square(2, 48, 3, 49)) }],
    ['heights', polygonOf(square(2, 48, 3, 49).map((position) => [...position, 35]))],
    ['two halves', { type: 'MultiPolygon', coordinates: [[square(2, 48, 2.4, 49)], [square(2.4, 48, 3, 49)]] }],
    [
      'a collection',
      {
        type: 'FeatureCollection',
        features: [square(2, 48, 2.4, 49), square(2.4, 48, 3, 49)].map((ring) => ({
          type: 'Feature',
          geometry: polygonOf(ring),
        })),
      },
    ],
    [
      'an old name of WGS 84',
      { ...polygonOf(square(2, 48, 3, 49)), crs: { properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } } },
    ],
  ])('reads GeoJSON: %s', (_, input) => {
    expect(readRegion(input, city).area / areaBetween(2, 48, 3, 49)).toBeCloseTo(1, 6)
  })

  it('has holes, and coordinates of a grid where the sites have', () => {
    const ring = square(499_000, 5_399_000, 503_000, 5_402_000)
    const shape = polygonOf(ring, square(501_000, 5_400_000, 502_000, 5_401_000))
    expect(readRegion(shape, grid).area).toBeCloseTo(11, 9)
    expect(readRegion({ ...shape, crs: { properties: { name: 'EPSG:25831' } } }, grid).area).toBeCloseTo(11, 9)
  })

  it('keeps a distance from the border', () => {
    expect(readRegion('499000,5399000,503000,5402000', grid, { guard: 0.5 }).area).toBeCloseTo(6, 12)
    expect(() => readRegion('499000,5399000,503000,5402000', grid, { guard: 2 })).toThrow('guard must be so short')
    expect(() => readRegion('0,0,1,1', grid, { guard: -1 })).toThrow(InvalidParameterError)
    expect(() => readRegion('0,0,1,1', grid, { gard: 1 } as never)).toThrow(UnknownNameError)
  })

  it.each([
    [
      '1,2,3',
      grid,
      'region: the region must be GeoJSON, or xmin,ymin,xmax,ymax with xmin < xmax and ymin < ymax, got ‘1,2,3’',
    ],
    ['5e5,0,4e5,1', grid, 'region: the region must be GeoJSON, or xmin,'],
    ['1,2,3,', grid, 'region: the region must be GeoJSON, or xmin,'],
    ['{"type":', city, 'file: GeoJSON must be valid JSON'],
    [
      polygonOf(square(2, 48, 3, 49)),
      grid,
      'region: the region must be in metres, as the sites are, but all of it can be degrees, got [2,48]',
    ],
    [
      '499000,5399000,503000,5402000',
      city,
      'region: the region must be in degrees, longitude first, as the sites are, got [499000,5399000]',
    ],
    [
      '48,2,49,3',
      city,
      'region: the region must be one that holds a site; it is in the coordinates of the sites, x or longitude first, got [48,2]',
    ],
    [
      { type: 'Point', coordinates: [2, 48] },
      city,
      'region: the type of a geometry must be Polygon or MultiPolygon, got ‘Point’',
    ],
    [
      { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: { type: 'LineString' } }] },
      city,
      'feature 1: the type of a geometry must be Polygon or MultiPolygon, got ‘LineString’',
    ],
    [{ type: 'FeatureCollection', features: [] }, city, 'region: the region must be at least one Polygon, got ‘none’'],
    [polygonOf(), city, 'region: a polygon must be at least one ring, got ‘none’'],
    [polygonOf([[2, '48']]), city, 'region: a position must be two numbers, got [2,"48"]'],
    [
      { ...polygonOf(square(2, 48, 3, 49)), crs: { properties: { name: 'EPSG:2154' } } },
      city,
      'file: crs must be WGS 84',
    ],
  ] as const)('says of a wrong region what it should be: %j', (input, sites, message) => {
    expect(() => readRegion(input, sites)).toThrow(SiteFileError)
    expect(() => readRegion(input, sites)).toThrow(message)
  })

  it('refuses what crosses itself, and needs sites', () => {
    expect(() =>
      readRegion(
        polygonOf([
          [2, 48],
          [3, 49],
          [3, 48],
          [2, 48.7],
          [2, 48],
        ]),
        city,
      ),
    ).toThrow('polygons[0] must be a simple polygon')
    expect(() => readRegion('0,0,1,1', readSites('x,y\n'))).toThrow('sites must be at least one site, got none')
  })
})
