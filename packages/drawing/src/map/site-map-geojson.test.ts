import { readRegion, readSites, siteProjection } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { siteMapGeoJson } from './site-map-geojson.js'

const ring = (...corners: (readonly [number, number])[]) => ({
  x: Float64Array.from(corners, ([x]) => x),
  y: Float64Array.from(corners, ([, y]) => y),
})
const outer = ring([0, 0], [2, 0], [2, 2], [0, 2])
const hole = ring([0.5, 0.5], [0.5, 1], [1, 1], [1, 0.5])
const other = ring([5, 5], [6, 5], [6, 6])

it('has polygons that are closed, in pieces where the cell is, and points', () => {
  const { features, ...collection } = siteMapGeoJson(
    [
      { site: { x: 1, y: 1 }, polygons: [[outer, hole]], properties: { rate: 2 } },
      { site: { x: 5, y: 5 }, polygons: [[outer], [other]], properties: { rate: null } },
      { site: { x: 9, y: 9 }, polygons: [], properties: {} },
    ],
    'metres',
    (x, y) => [1000 * x + 500, 1000 * y],
  )
  expect(collection).toEqual({ type: 'FeatureCollection', coordinates: 'as in the file of sites, in metres' })
  const [first, second, third] = features.map(({ geometry }) => geometry)
  expect(first).toEqual({
    type: 'Polygon',
    coordinates: [
      [
        [500, 0],
        [2500, 0],
        [2500, 2000],
        [500, 2000],
        [500, 0],
      ],
      [
        [1000, 500],
        [1000, 1000],
        [1500, 1000],
        [1500, 500],
        [1000, 500],
      ],
    ],
  })
  expect(second!.type).toBe('MultiPolygon')
  expect(second!.coordinates).toHaveLength(2)
  expect(third).toEqual({ type: 'Point', coordinates: [9500, 9000] })
  expect(features[0]!.properties).toEqual({ rate: 2 })
})

it('is read back as the region that it is, in degrees', () => {
  const sites = readSites('lon,lat\n11.5,48.1\n11.6,48.15\n')
  const written = siteMapGeoJson(
    [{ site: { x: 0, y: 0 }, polygons: [[ring([-3, -2], [5, -2], [5, 4], [-3, 4])]], properties: {} }],
    'degrees',
    siteProjection(sites).inverse,
  )
  expect(written).not.toHaveProperty('coordinates')
  expect(readRegion(JSON.stringify(written), sites).area).toBeCloseTo(48, 3)
})
