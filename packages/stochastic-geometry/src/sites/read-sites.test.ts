import { UnknownNameError } from '@isacnet/model'
import geodesy from 'geographiclib-geodesic'
import { describe, expect, it } from 'vitest'
import { readSites } from './read-sites.js'
import { SiteFileError } from './site-file-error.js'

const point = (longitude: number, latitude: number) => ({ type: 'Point', coordinates: [longitude, latitude] })
const collection = (...geometries: unknown[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
  })

describe('readSites', () => {
  it('reads metres, centred', () => {
    const sites = readSites('id,x,y\nA,500000,5400000\nB,502000,5401000\n', 'csv')
    expect(sites).toEqual({
      x: Float64Array.of(-1, 1),
      y: Float64Array.of(-0.5, 0.5),
      unit: 'metres',
      centre: [501000, 5400500],
      scaleError: 0,
    })
  })

  it('reads degrees from CSV and GeoJSON alike, with true distances', () => {
    const places = [
      [-0.1276, 51.5072],
      [-0.0877, 51.5079],
      [-0.1419, 51.5014],
    ] as const
    const csv = readSites(`Latitude;LON\n${places.map(([lon, lat]) => `${lat};${lon}`).join('\n')}`, 'csv')
    const geojson = readSites(collection(...places.map(([lon, lat]) => point(lon, lat))), 'geojson')
    expect(csv).toEqual(geojson)
    expect(csv.scaleError).toBeLessThan(1e-6)
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const { s12 } = geodesy.Geodesic.WGS84.Inverse(places[i][1], places[i][0], places[j][1], places[j][0])
      const distance = 1000 * Math.hypot(csv.x[i]! - csv.x[j]!, csv.y[i]! - csv.y[j]!)
      expect(Math.abs(distance / s12! - 1)).toBeLessThan(1e-6)
    }
  })

  it('has no seam at the date line', () => {
    const { x, centre } = readSites('lon,lat\n179.99,-17\n-179.99,-17\n', 'csv')
    expect(x[1]! - x[0]!).toBeCloseTo(2.13, 2)
    expect(Math.abs(centre![0])).toBeCloseTo(180, 9)
  })

  it('reads every kind of GeoJSON that holds points', () => {
    const several = {
      type: 'MultiPoint',
      coordinates: [
        [1, 50],
        [1.01, 50, 120],
      ],
    }
    const lengths = [
      collection(point(1, 50), several, { type: 'GeometryCollection', geometries: [point(1, 50.01)] }),
      JSON.stringify({ type: 'Feature', geometry: point(1, 50), properties: null }),
      JSON.stringify(several),
      collection(),
    ].map((text) => readSites(text, 'geojson').x.length)
    expect(lengths).toEqual([4, 1, 2, 0])
  })

  it('may have no sites, or one', () => {
    expect(readSites('x,y\n', 'csv')).toMatchObject({ x: new Float64Array(0), centre: undefined })
    expect(readSites(collection(point(7, 50)), 'geojson').x[0]).toBeCloseTo(0, 9)
  })

  it.each([
    ['csv', 'x,y\n1,2\n3,four\n', 'line 3: y must be a number, got ‘four’'],
    ['csv', 'x,y\n1\n', 'line 2: y must be a number, got ‘’'],
    ['csv', 'x,y\n1,1e999\n', 'line 2: y must be a finite number, got ‘1e999’'],
    ['csv', 'x,y\n1,0x10\n', 'line 2: y must be a number, got ‘0x10’'],
    ['csv', 'lat,lon\n\n50,7\n91,7\n', 'line 4: latitude must be from -90 to 90 degrees, got 91'],
    ['csv', 'lon,lat\n500000,5400000\n', 'line 2: longitude must be from -180 to 180 degrees, got 500000'],
    [
      'csv',
      'a,b\n1,2',
      'line 1: the header must be a line of names with either x and y (metres) or lon and lat (degrees), got ‘a,b’',
    ],
    ['csv', 'x,y,lon,lat\n', /^line 1: the header must be .* either/],
    ['csv', '', /^line 1: the header must be .*, got ‘’$/],
    [
      'csv',
      'lon,lat\n0,0\n1,0\n100,0\n',
      /^line 4: a site must be at most 2700 km from the centre of all, got \[100,0\]$/,
    ],
    ['geojson', '{"type":\n', /^file: GeoJSON must be valid JSON, got ‘[^\n]*’$/],
    ['geojson', '[]', 'file: the type of a geometry must be Point or MultiPoint, got null'],
    [
      'geojson',
      collection(point(1, 2), null),
      'feature 2: the type of a geometry must be Point or MultiPoint, got null',
    ],
    ['geojson', collection(point(1, -91)), 'feature 1: latitude must be from -90 to 90 degrees, got -91'],
    [
      'geojson',
      collection(point(1, 2), { type: 'Polygon' }),
      'feature 2: the type of a geometry must be Point or MultiPoint, got ‘Polygon’',
    ],
    [
      'geojson',
      collection({ type: 'Point', coordinates: ['1', 2] }),
      'feature 1: coordinates must be [longitude, latitude], got ["1",2]',
    ],
    ['geojson', '{"type":"FeatureCollection"}', 'file: features must be an array, got null'],
    ['geojson', '{"type":"FeatureCollection","features":[7]}', 'feature 1: type must be Feature, got null'],
  ] as const)('says where a %s file is wrong: %j', (format, text, message) => {
    expect(() => readSites(text, format)).toThrow(SiteFileError)
    expect(() => readSites(text, format)).toThrow(message)
  })

  it('refuses other formats', () => {
    expect(() => readSites('', 'kml' as never)).toThrow(UnknownNameError)
  })
})
