/// <reference types="node" />
import { InvalidParameterError, UnknownNameError } from '@isacnet/model'
import geodesy from 'geographiclib-geodesic'
import { describe, expect, it } from 'vitest'
import { readSites } from './read-sites.js'
import { SiteFileError } from './site-file-error.js'

const point = (longitude: number, latitude: number) => ({ type: 'Point', coordinates: [longitude, latitude] })
const collection = (...geometries: unknown[]) => ({
  type: 'FeatureCollection',
  features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
})

/** The coordinates that are read, `[first, second]` each. */
const coordinatesOf = (...given: Parameters<typeof readSites>) => {
  const { coordinates } = readSites(...given)
  return [...coordinates.x].map((x, i) => [x, coordinates.y[i]])
}

describe('readSites', () => {
  it('reads metres, centred', () => {
    expect(readSites('id,x,y\nA,500000,5400000\nB,502000,5401000\n')).toEqual({
      x: Float64Array.of(-1, 1),
      y: Float64Array.of(-0.5, 0.5),
      unit: 'metres',
      coordinates: { x: Float64Array.of(500_000, 502_000), y: Float64Array.of(5_400_000, 5_401_000) },
      rows: Int32Array.of(2, 3),
      names: ['A', 'B'],
      centre: [501000, 5400500],
      scaleError: 0,
      notices: [],
    })
  })

  it('reads kilometres where columns say so, as patterns of this package are', () => {
    const { unit, x, coordinates } = readSites('x_km,y (km)\n-1.5,3\n2.5,3\n')
    expect([unit, [...x], [...coordinates.x]]).toEqual(['kilometres', [-2, 2], [-1.5, 2.5]])
  })

  it('reads degrees from CSV and GeoJSON alike, with true distances', () => {
    const places = [
      [-0.1276, 51.5072],
      [-0.0877, 51.5079],
      [-0.1419, 51.5014],
    ] as const
    const csv = readSites(`Latitude;LON\n${places.map(([lon, lat]) => `${lat};${lon}`).join('\n')}`)
    const object = collection(...places.map(([lon, lat]) => point(lon, lat)))
    const geojson = readSites(object)
    expect({ ...csv, rows: undefined }).toEqual({ ...geojson, rows: undefined })
    expect(readSites(`\ufeff ${JSON.stringify(object)}`)).toEqual(geojson)
    expect([...csv.rows]).toEqual([2, 3, 4])
    expect([...geojson.rows]).toEqual([1, 2, 3])
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
    const { x, centre } = readSites('lon,lat\n179.99,-17\n-179.99,-17\n')
    expect(x[1]! - x[0]!).toBeCloseTo(2.13, 2)
    expect(Math.abs(centre![0])).toBeCloseTo(180, 9)
  })

  it.each([
    ['a byte order mark', '\ufefflat,lon\n48.85,2.35\n'],
    ['sep=', 'sep=;\r\nlat;lon\r\n48.85;2.35\r\n'],
    ['decimal commas', 'Latitude;Longitude\n48,85;2,35\n'],
    ['decimal commas in quotes', '"lat","lon"\n"48,85","2,35"\n'],
    ['tabs', 'name\tLat.\tLong.\nA\t48.85\t2.35\n'],
    ['bars', 'lat|lon\n48.85|2.35\n'],
    ['old line ends', 'lat,lon\r48.85,2.35\r'],
    ['mixed line ends', 'lat,lon\r\n48.85,2.35\n\r\n'],
    ['capitals', 'LONG,LAT\n2.35,48.85\n'],
    ['lng', 'lng,lat\n2.35,48.85\n'],
    ['units in names', 'Longitude (deg),Latitude (deg)\n2.35,48.85\n'],
    ['systems in names', 'site_id,wgs84_lat,wgs84_lon\nA,48.85,2.35\n'],
    ['German', 'Standort;Breitengrad;Längengrad\nA;48,85;2,35\n'],
    ['German, decomposed', 'geogr. Breite;geogr. La\u0308nge\n48,85;2,35\n'],
    ['Spanish', 'Coordenada latitud;Coordenada longitud\n48,85;2,35\n'],
    ['Italian', 'LATITUDINE;LONGITUDINE\n48,85;2,35\n'],
    ['both systems', 'id;x;y;latitude;longitude\nA;651234;6861000;48.85;2.35\n'],
    ['a title', 'Register of base stations, 2024\n\nlat,lon\n48.85,2.35\n'],
    ['separators in quotes', 'address;lat;lon\n"5; rue, de\nRivoli";48.85;2.35\n'],
    ['short rows and long ones', 'lat,lon,height\n48.85,2.35\n'],
  ])('reads what people have: %s', (_, text) => {
    const { unit, notices } = readSites(text)
    expect(unit).toBe('degrees')
    expect(coordinatesOf(text)).toEqual([[2.35, 48.85]])
    expect(notices).toEqual([])
  })

  it.each([
    ['Easting,Northing\n501000,5400500\n'],
    ['northing;EASTING\n5400500,00;501000,00\n'],
    ['Rechtswert;Hochwert\n501 000;5 400 500\n'],
    ['coord_x,coord_y\n501000,5400500\n'],
    ['X (m),Y (m)\n501000,5400500\n'],
    ['X,Y,lat\n501000,5400500,\n'],
  ])('reads coordinates of a grid: %j', (text) => {
    expect(readSites(text).unit).toBe('metres')
    expect(coordinatesOf(text)).toEqual([[501_000, 5_400_500]])
  })

  it('takes the columns that are chosen', () => {
    const text = 'id;x;y;latitude;longitude;Bezeichnung\n7;651234;6861000;48.85;2.35;Dom\n'
    expect(readSites(text).unit).toBe('degrees')
    expect(coordinatesOf(text, { columns: { x: 'x', y: 'Y' } })).toEqual([[651_234, 6_861_000]])
    expect(coordinatesOf('x,y\n2.35,48.85\n', { columns: { lon: 'x', lat: 'y' } })).toEqual([[2.35, 48.85]])
    expect(readSites('x,y\n30,40\n', { columns: { x: 'x', y: 'y' } }).unit).toBe('metres')
    expect(readSites(text, { columns: { name: 'ID' } }).names).toEqual(['7'])
    expect(readSites(text).names).toEqual(['Dom'])
    expect(readSites(text, { columns: { lat: 'latitude', lon: 'longitude', name: 'id' } }).names).toEqual(['7'])
    expect(() => readSites(text, { columns: { lat: 'lattitude', lon: 'longitude' } })).toThrow(
      'unknown column of sites ‘lattitude’: did you mean ‘latitude’? permitted: id, x, y, latitude, longitude, Bezeichnung',
    )
    for (const columns of [{ lat: 'a' }, { x: 'a', lon: 'b' }, { x: 'a', y: 'b', lat: 'c', lon: 'd' }])
      expect(() => readSites(text, { columns })).toThrow(/^columns must be lat and lon, or x and y, or neither, got /)
  })

  it('reads every kind of GeoJSON that holds points, with heights and old names of WGS 84', () => {
    const several = {
      type: 'MultiPoint',
      coordinates: [
        [1, 50],
        [1.01, 50, 120],
      ],
    }
    const lengths = [
      collection(point(1, 50), several, { type: 'GeometryCollection', geometries: [point(1, 50.01)] }),
      { type: 'Feature', geometry: point(1, 50), properties: null },
      several,
      collection(),
      { ...collection(point(1, 50)), crs: null },
      ...['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4326', 'OGC:CRS84'].map((name) => ({
        ...collection(point(1, 50)),
        crs: { type: 'name', properties: { name } },
      })),
    ].map((object) => readSites(object).x.length)
    expect(lengths).toEqual([4, 1, 2, 0, 1, 1, 1, 1, 1])
  })

  it('knows the names of features', () => {
    const feature = (properties: object | null, id?: unknown) => ({
      type: 'Feature',
      geometry: point(1, 50),
      properties,
      id,
    })
    const features = [
      feature({ Name: 'A', id: 3 }),
      feature({ site_id: 4 }, 9),
      feature(null, 'C'),
      feature({ height: 5 }),
    ]
    expect(readSites({ type: 'FeatureCollection', features }).names).toEqual(['A', '4', 'C', ''])
  })

  it('may have no sites, or one', () => {
    expect(readSites('x,y\n')).toMatchObject({ x: new Float64Array(0), centre: undefined, notices: [] })
    expect(readSites(collection(point(7, 50))).x[0]).toBeCloseTo(0, 9)
  })

  it.each([
    ['x,y\n1,2\n3,four\n', 'line 3: y must be a finite number, got ‘four’'],
    ['x,y\n1000\n', 'line 2: y must be a finite number, got ‘’'],
    ['x,y\n1,1e999\n', 'line 2: y must be a finite number, got ‘1e999’'],
    ['x,y\n1,0x10\n', 'line 2: y must be a finite number, got ‘0x10’'],
    ['x,y\n1,1e9\n', 'line 2: y must be within ±100000000 metres, got 1000000000'],
    [
      'lat,lon\n\n50,7\n91,7\n',
      'line 4: latitude must be from -90 to 90 degrees (swapped with the longitude?), got 91',
    ],
    ['lon,lat\n500000,5400000\n', 'line 2: longitude must be from -180 to 180 degrees, got 500000'],
    ['lat;lon\n"48\n,85";2,35\n50;#N/A\n', /^line 2: lat must be a finite number, got ‘48 ,85’$/],
    [collection(point(1, 2), null), 'feature 2: geometry must be a Point or MultiPoint, got null'],
    [
      collection(point(1, -91)),
      'feature 1: latitude must be from -90 to 90 degrees (swapped with the longitude?), got -91',
    ],
    [
      collection({ type: 'Point', coordinates: ['1', 2] }),
      'feature 1: coordinates must be [longitude, latitude], got ["1",2]',
    ],
    [collection({ type: 'Point', coordinates: [] }), 'feature 1: coordinates must be [longitude, latitude], got []'],
  ] as const)('refuses on request what it leaves out otherwise: %j', (input, message) => {
    expect(() => readSites(input, { strict: true })).toThrow(SiteFileError)
    expect(() => readSites(input, { strict: true })).toThrow(message)
  })

  it.each([
    [
      'a,b\n1,2',
      'file: the header must be a line of names with lat and lon (degrees) or x and y (metres), unless columns chooses others, got ‘a, b’',
    ],
    ['', /^file: the header must be .*, got ‘’$/],
    ['lat,lon,LAT\n', 'the header: the column of lat must be one; choose it with columns, got ‘lat, LAT’'],
    ['lat,lon\n"1,2\n3,4\n', 'line 2: a quoted field must be closed by a quote'],
    [
      'x,y\n144.97476,-37.81517\n144.95256,-37.81524\n',
      'line 2: x and y must be metres, but all of them can be degrees: choose with columns lon=x,lat=y for degrees, x=x,y=y for metres, ' +
        'got [144.97476,-37.81517]',
    ],
    [
      'x;y\n500,123;5,400\n501,123;5,400\n',
      'line 2: x must be without a comma, which may be a decimal one or set thousands apart, got ‘500,123’',
    ],
    [
      'lat,lon\n144.97,-37.8\n144.95,-37.8\n',
      /^line 2: latitude must be .*\(swapped with the longitude\?\), got 144.97$/,
    ],
    ['lat,lon\n#N/A,#N/A\n', 'line 2: lon must be a finite number, got ‘#N/A’'],
    ['lon,lat\n0,0\n1,0\n100,0\n', /^line 4: a site must be at most 2700 km from the centre of all, got \[100,0\]$/],
    ['<kml xmlns="http://www.opengis.net/kml/2.2">', 'file: sites must be CSV or GeoJSON, got ‘<kml xmlns="http://w’'],
    ['PK\u0003\u0004\u0014\u0000', 'file: sites must be text: save them as CSV (UTF-8) or GeoJSON, got ‘PK ’'],
    ['\ufffd\ufffdl\u0000a\u0000t\u0000', /^file: sites must be text/],
    ['{"type":\n', /^file: GeoJSON must be valid JSON, got ‘[^\n]*’$/],
    ['[]', 'file: the type of a geometry must be Point or MultiPoint, got null'],
    [{ type: 'Topology' }, 'file: the type of a geometry must be Point or MultiPoint, got ‘Topology’'],
    [
      collection(point(1, 2), { type: 'Polygon' }),
      'feature 2: the type of a geometry must be Point or MultiPoint, got ‘Polygon’',
    ],
    [{ type: 'FeatureCollection' }, 'file: features must be an array, got null'],
    [{ type: 'FeatureCollection', features: [7] }, 'feature 1: type must be Feature, got null'],
    [
      { ...collection(point(1, 2)), crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25832' } } },
      'file: crs must be WGS 84, longitude and latitude in degrees: project the file to EPSG:4326, got ‘urn:ogc:def:crs:EPSG::25832’',
    ],
    [{ ...collection(), crs: { type: 'link' } }, /^file: crs must be WGS 84/],
  ] as const)('says of a wrong file where it is wrong and what to do: %j', (input, message) => {
    expect(() => readSites(input)).toThrow(SiteFileError)
    expect(() => readSites(input)).toThrow(message)
  })

  it('refuses other formats, and what is neither text nor an object', () => {
    expect(() => readSites('', { format: 'kml' as never })).toThrow(UnknownNameError)
    for (const input of [7, undefined, null, new Uint8Array(3)])
      expect(() => readSites(input as never)).toThrow(InvalidParameterError)
  })

  it('reads 300 000 rows in seconds', { timeout: 60_000 }, () => {
    const rows = Array.from(
      { length: 300_000 },
      (_, i) => `"site ${i}, mast";${48 + i / 1e6};${2 + ((i * 7919) % 300_000) / 1e6}`,
    )
    const text = `name;lat;lon\r\n${rows.join('\r\n').replaceAll('.', ',')}\r\n`
    const begin = process.cpuUsage()
    const { x } = readSites(text)
    const { user, system } = process.cpuUsage(begin)
    expect(x).toHaveLength(300_000)
    // In µs of this process. It takes 1 s; what else runs on a machine may treble that.
    expect(user + system).toBeLessThan(9e6)
  })
})
