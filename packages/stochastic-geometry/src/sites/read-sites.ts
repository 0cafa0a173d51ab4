import { UnknownNameError } from '@isacnet/model'
import type { PointPattern } from '../geometry/point-pattern.js'
import { delimitedRecords } from './delimited-text.js'
import { equalAreaProjection, scaleError } from './equal-area-projection.js'
import { SiteFileError } from './site-file-error.js'

/** How a file of sites is written. */
export type SiteFileFormat = 'csv' | 'geojson'

/** BS sites of a file, in km around their centre: x to the east, y to the north. */
export interface Sites extends PointPattern {
  /** The unit of the coordinates in the file. */
  readonly unit: 'metres' | 'degrees'
  /** The place of the origin in the file's coordinates: `[x, y]` or `[longitude, latitude]`. No sites have none. */
  readonly centre: readonly [number, number] | undefined
  /** Distances are off by at most this fraction because the Earth isn't flat; 0 for metres, which are left as they are. */
  readonly scaleError: number
}

/** A site as it stands in the file. */
interface Entry {
  readonly place: string
  readonly first: number
  readonly second: number
}

/** A map of more than this, in km from its centre, is not a plane: distances would be off by 2.5 %. */
const FURTHEST = 2700

/**
 * BS sites from a file.
 *
 * `csv`: a header line names the columns, `x` and `y` in metres (such as UTM), or `lon` and `lat` (also `lng`, `longitude`,
 * `latitude`) in degrees; other columns are ignored. Separated by commas, semicolons or tabs.
 *
 * `geojson`: a Point, MultiPoint, GeometryCollection, Feature or FeatureCollection of these (RFC 7946: longitude and latitude
 * in degrees).
 *
 * Degrees (WGS 84) are projected to a plane that keeps areas, and so the density, around the sites' centre: Lambert's
 * azimuthal equal-area projection. Metres are centred on their mean. The order of the file is kept; so are sites that
 * coincide.
 *
 * @example
 * [...readSites('x,y\n0,0\n1000,0\n', 'csv').x] // [-0.5, 0.5]
 *
 * @throws {SiteFileError} if the file can't be read, in one line that says where and what value.
 * @throws {UnknownNameError} for another format.
 */
export const readSites = (text: string, format: SiteFileFormat): Sites => {
  if (format === 'csv') {
    const { unit, entries } = csvEntries(text)
    return unit === 'degrees' ? projected(entries) : centred(entries)
  }
  if (format === 'geojson') return projected(geoJsonEntries(text))
  throw new UnknownNameError('format of sites', format, ['csv', 'geojson'])
}

const centred = (entries: readonly Entry[]): Sites => {
  const count = entries.length
  const centre = [0, 0] as [number, number]
  for (const { first, second } of entries) {
    centre[0] += first / count
    centre[1] += second / count
  }
  return {
    x: Float64Array.from(entries, ({ first }) => (first - centre[0]) / 1000),
    y: Float64Array.from(entries, ({ second }) => (second - centre[1]) / 1000),
    unit: 'metres',
    centre: count === 0 ? undefined : centre,
    scaleError: 0,
  }
}

const projected = (entries: readonly Entry[]): Sites => {
  const x = new Float64Array(entries.length)
  const y = new Float64Array(entries.length)
  if (entries.length === 0) return { x, y, unit: 'degrees', centre: undefined, scaleError: 0 }
  const centre = sphericalMean(entries)
  const project = equalAreaProjection(...centre)
  let reach = 0
  let furthest = entries[0]!
  for (const [i, entry] of entries.entries()) {
    const [east, north] = project(entry.first, entry.second)
    x[i] = east
    y[i] = north
    const distance = Math.hypot(east, north)
    // Not a number where the whole Earth is too wide to be projected.
    if (!(distance <= reach)) {
      reach = distance
      furthest = entry
    }
    if (Number.isNaN(reach)) break
  }
  if (!(reach <= FURTHEST)) {
    const { place, first, second } = furthest
    throw new SiteFileError(place, 'a site', [first, second], `at most ${FURTHEST} km from the centre of all`)
  }
  return { x, y, unit: 'degrees', centre, scaleError: scaleError(reach) }
}

/** Longitude and latitude of the mean of the unit vectors: no seam at ±180°. */
const sphericalMean = (entries: readonly Entry[]): [number, number] => {
  let [x, y, z] = [0, 0, 0]
  for (const { first, second } of entries) {
    const [longitude, latitude] = [(first * Math.PI) / 180, (second * Math.PI) / 180]
    x += Math.cos(latitude) * Math.cos(longitude)
    y += Math.cos(latitude) * Math.sin(longitude)
    z += Math.sin(latitude)
  }
  return [(Math.atan2(y, x) * 180) / Math.PI, (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI]
}

/** @throws {SiteFileError} unless the numbers are a longitude and a latitude. */
const degrees = (place: string, longitude: number, latitude: number): Entry => {
  if (!(Math.abs(longitude) <= 180)) throw new SiteFileError(place, 'longitude', longitude, 'from -180 to 180 degrees')
  if (!(Math.abs(latitude) <= 90)) throw new SiteFileError(place, 'latitude', latitude, 'from -90 to 90 degrees')
  return { place, first: longitude, second: latitude }
}

const LONGITUDES = ['lon', 'lng', 'longitude']
const LATITUDES = ['lat', 'latitude']

const csvEntries = (text: string): { readonly unit: 'metres' | 'degrees'; readonly entries: readonly Entry[] } => {
  const [header, ...records] = delimitedRecords(text)
  const names = header?.fields.map((field) => field.trim().toLowerCase()) ?? []
  const columns = (permitted: readonly string[]) =>
    names.flatMap((name, column) => (permitted.includes(name) ? [column] : []))
  const [xs, ys, longitudes, latitudes] = [columns(['x']), columns(['y']), columns(LONGITUDES), columns(LATITUDES)]
  const metres = xs.length === 1 && ys.length === 1 && longitudes.length + latitudes.length === 0
  const geographic = longitudes.length === 1 && latitudes.length === 1 && xs.length + ys.length === 0
  if (!metres && !geographic) {
    const permitted = 'a line of names with either x and y (metres) or lon and lat (degrees)'
    throw new SiteFileError(`line ${header?.line ?? 1}`, 'the header', header?.fields.join(',') ?? '', permitted)
  }
  const [first, second] = metres ? [xs[0]!, ys[0]!] : [longitudes[0]!, latitudes[0]!]
  const entries = records.map(({ line, fields }) => {
    const place = `line ${line}`
    const [a, b] = [first, second].map((column) => {
      const field = fields[column]
      if (field === undefined || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(field.trim()))
        throw new SiteFileError(place, names[column]!, field ?? '', 'a number')
      const value = Number(field)
      if (!Number.isFinite(value)) throw new SiteFileError(place, names[column]!, field, 'a finite number')
      return value
    }) as [number, number]
    return metres ? { place, first: a, second: b } : degrees(place, a, b)
  })
  return { unit: metres ? 'metres' : 'degrees', entries }
}

const geoJsonEntries = (text: string): Entry[] => {
  let root: unknown
  try {
    root = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw new SiteFileError('file', 'GeoJSON', (error as Error).message, 'valid JSON')
  }
  const entries: Entry[] = []
  const position = (place: string, coordinates: unknown) => {
    if (!Array.isArray(coordinates) || coordinates.length < 2 || !coordinates.every((c) => typeof c === 'number'))
      throw new SiteFileError(place, 'coordinates', coordinates ?? null, '[longitude, latitude]')
    const [longitude, latitude] = coordinates as [number, number]
    entries.push(degrees(place, longitude, latitude))
  }
  const geometry = (place: string, value: unknown) => {
    const { type, coordinates, geometries } = members(value)
    if (type === 'Point') position(place, coordinates)
    else if (type === 'MultiPoint') for (const each of list(place, 'coordinates', coordinates)) position(place, each)
    else if (type === 'GeometryCollection')
      for (const each of list(place, 'geometries', geometries)) geometry(place, each)
    else throw new SiteFileError(place, 'the type of a geometry', type ?? null, 'Point or MultiPoint')
  }
  const feature = (place: string, value: unknown) => {
    const { type, geometry: shape } = members(value)
    if (type !== 'Feature') throw new SiteFileError(place, 'type', type ?? null, 'Feature')
    geometry(place, shape)
  }
  const { type, features } = members(root)
  if (type === 'FeatureCollection')
    for (const [i, each] of list('file', 'features', features).entries()) feature(`feature ${i + 1}`, each)
  else if (type === 'Feature') feature('feature 1', root)
  else geometry('file', root)
  return entries
}

/** The members of a JSON object; of anything else, none. */
const members = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}

const list = (place: string, name: string, value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new SiteFileError(place, name, value ?? null, 'an array')
  return value
}
