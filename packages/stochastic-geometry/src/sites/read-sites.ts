import {
  anObject,
  aString,
  assertOptions,
  InvalidParameterError,
  type OptionCheck,
  type OptionChecks,
  oneOf,
  trueOrFalse,
} from '@isacnet/model'
import type { PointPattern } from '../geometry/point-pattern.js'
import { csvEntries } from './csv-entries.js'
import { equalAreaProjection, scaleError } from './equal-area-projection.js'
import { geoJsonEntries } from './geojson-entries.js'
import type { SiteColumns, SiteUnit } from './site-columns.js'
import type { SiteEntries } from './site-entries.js'
import { SiteFileError } from './site-file-error.js'
import { type SiteNotice, siteNotices } from './site-notices.js'

/** How a file of sites is written. */
export type SiteFileFormat = 'csv' | 'geojson'

/** Options of {@link readSites}. */
export interface SiteOptions {
  /** Found from how the text begins unless given. */
  readonly format?: SiteFileFormat
  /** Which columns of a CSV file are meant, by name: `{ lat: 'Breite', lon: 'Länge' }`, or `x` and `y`; those of usual names unless given. */
  readonly columns?: SiteColumns
  /** Refuses a file of which a row can’t be read, in place of leaving that out. */
  readonly strict?: boolean
}

/** BS sites of a file, in km around their centre: x to the east, y to the north. */
export interface Sites extends PointPattern {
  /** The unit of the coordinates in the file. */
  readonly unit: SiteUnit
  /** The coordinates as they stand in the file: x and y, or longitude and latitude. */
  readonly coordinates: PointPattern
  /** Where each site stands in the file, counting from 1: the line of a table, or the number of the feature. */
  readonly rows: Int32Array
  /** The name or number of each site; empty where the file has none. */
  readonly names: readonly string[]
  /** The place of the origin in the file's coordinates: `[x, y]` or `[longitude, latitude]`. No sites have none. */
  readonly centre: readonly [number, number] | undefined
  /** Distances are off by at most this fraction because the Earth isn't flat; 0 for metres, which are left as they are. */
  readonly scaleError: number
  /** The things to know about the file before its sites are relied on: rows left out, sites at one place, an implausible extent. */
  readonly notices: readonly SiteNotice[]
}

/** A map of more than this, in km from its centre, is not a plane: distances would be off by 2.5 %. */
const FURTHEST = 2700

const aColumn: OptionCheck = (name, value) => {
  if (value !== undefined) aString(`columns.${name}`, value)
}

const columnChecks: OptionChecks<SiteColumns> = { lat: aColumn, lon: aColumn, x: aColumn, y: aColumn, name: aColumn }

const optionChecks: OptionChecks<SiteOptions> = {
  format: oneOf(['csv', 'geojson'], 'format of sites'),
  columns: (name, value) => {
    if (value === undefined) return
    anObject(name, value)
    assertOptions('columns', value as SiteColumns, columnChecks)
    const given = (['lat', 'lon', 'x', 'y'] as const).filter((axis) => (value as SiteColumns)[axis] !== undefined)
    if (!['', 'lat,lon', 'x,y'].includes(given.join()))
      throw new InvalidParameterError('columns', given.join(' and '), 'lat and lon, or x and y, or neither')
  },
  strict: trueOrFalse,
}

/**
 * BS sites from a file.
 *
 * CSV: a header names the columns, `lat` and `lon` in degrees (also `latitude`, `longitude`, `long`, `lng`, `Breitengrad`, …), or `x` and `y`
 * in metres such as those of UTM (also `easting` and `northing`, `Rechtswert` and `Hochwert`, …; `x_km` and `y_km` in km); if it has both,
 * degrees are taken. Other columns are ignored, but for a `name` or `id`. Commas, semicolons, tabs or bars separate, or what a line `sep=…` names;
 * decimals have a point or a comma.
 *
 * GeoJSON, text or object: Point, MultiPoint, GeometryCollection, Feature or FeatureCollection of these (RFC 7946: longitude and latitude
 * in degrees).
 *
 * Degrees (WGS 84) are projected to a plane that keeps areas, and so the density, around the sites' centre: Lambert's
 * azimuthal equal-area projection. Metres are centred on their mean. The order of the file is kept; so are sites that
 * coincide. Rows that can't be read are left out; `notices` counts and names them.
 *
 * @example
 * [...readSites('x,y\n0,0\n1000,0\n').x] // [-0.5, 0.5]
 * readSites('Standort;Breite;Länge\nA;48,85;2,35\nB;48,86;#N/A\n', { columns: { lat: 'Breite', lon: 'Länge' } }).notices[0].count // 1
 *
 * @throws {SiteFileError} if the file can't be read, in one line that says where and what value.
 * @throws {UnknownNameError} for a column that isn't there, or an option that is unknown; {InvalidParameterError} for other values of options,
 * and for `input` that is neither text nor an object.
 */
export const readSites = (input: string | object, options: SiteOptions = {}): Sites => {
  assertOptions('reading sites', options, optionChecks)
  const { format = formatOf(input), columns = {}, strict = false } = options
  const entries =
    typeof input === 'string' && format === 'csv' ? csvEntries(input, columns, strict) : geoJsonEntries(input, strict)
  const [unread] = entries.unread.values()
  if (entries.first.length === 0 && unread !== undefined) throw unread.example
  const placed = entries.unit === 'degrees' ? projected(entries) : centred(entries)
  return {
    ...placed,
    unit: entries.unit,
    coordinates: { x: Float64Array.from(entries.first), y: Float64Array.from(entries.second) },
    rows: Int32Array.from(entries.rows),
    names: entries.names,
    notices: siteNotices(entries, placed),
  }
}

/** @throws {SiteFileError} for text that is of neither format. */
const formatOf = (input: unknown): SiteFileFormat => {
  if (typeof input !== 'string') {
    if (typeof input === 'object' && input !== null && !ArrayBuffer.isView(input)) return 'geojson'
    throw new InvalidParameterError('input', input, 'the text of a CSV or GeoJSON file, or a GeoJSON object')
  }
  const begin = input
    .slice(0, 1000)
    .replace(/^\ufeff/, '')
    .trimStart()
  // Neither workbooks and archives nor UTF-16 that was read as UTF-8 are text.
  if (begin.includes('\u0000') || begin.startsWith('PK\u0003'))
    throw new SiteFileError(
      'file',
      'sites',
      begin.replace(/\P{L}+/gu, ' ').slice(0, 20),
      'text: save them as CSV (UTF-8) or GeoJSON',
    )
  if (begin.startsWith('<')) throw new SiteFileError('file', 'sites', begin.slice(0, 20), 'CSV or GeoJSON')
  return /^[{[]/.test(begin) ? 'geojson' : 'csv'
}

type Placed = Pick<Sites, 'x' | 'y' | 'centre' | 'scaleError'>

const centred = ({ first, second, unit }: SiteEntries): Placed => {
  const count = first.length
  const centre = [0, 0] as [number, number]
  for (let i = 0; i < count; i++) {
    centre[0] += first[i]! / count
    centre[1] += second[i]! / count
  }
  const perKilometre = unit === 'metres' ? 1000 : 1
  return {
    x: Float64Array.from(first, (value) => (value - centre[0]) / perKilometre),
    y: Float64Array.from(second, (value) => (value - centre[1]) / perKilometre),
    centre: count === 0 ? undefined : centre,
    scaleError: 0,
  }
}

const projected = ({ first, second, rows, rowKind }: SiteEntries): Placed => {
  const x = new Float64Array(first.length)
  const y = new Float64Array(first.length)
  if (first.length === 0) return { x, y, centre: undefined, scaleError: 0 }
  const centre = sphericalMean(first, second)
  const { forward } = equalAreaProjection(...centre)
  let reach = 0
  let furthest = 0
  for (let i = 0; i < first.length; i++) {
    const [east, north] = forward(first[i]!, second[i]!)
    x[i] = east
    y[i] = north
    const distance = Math.hypot(east, north)
    // Not a number where the whole Earth is too wide to be projected.
    if (!(distance <= reach)) {
      reach = distance
      furthest = i
    }
    if (Number.isNaN(reach)) break
  }
  if (!(reach <= FURTHEST)) {
    const place = `${rowKind} ${rows[furthest]}`
    const permitted = `at most ${FURTHEST} km from the centre of all`
    throw new SiteFileError(place, 'a site', [first[furthest], second[furthest]], permitted)
  }
  return { x, y, centre, scaleError: scaleError(reach) }
}

/** Longitude and latitude of the mean of the unit vectors: no seam at ±180°. */
const sphericalMean = (longitudes: readonly number[], latitudes: readonly number[]): [number, number] => {
  let [x, y, z] = [0, 0, 0]
  for (let i = 0; i < longitudes.length; i++) {
    const [longitude, latitude] = [(longitudes[i]! * Math.PI) / 180, (latitudes[i]! * Math.PI) / 180]
    x += Math.cos(latitude) * Math.cos(longitude)
    y += Math.cos(latitude) * Math.sin(longitude)
    z += Math.sin(latitude)
  }
  return [(Math.atan2(y, x) * 180) / Math.PI, (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI]
}
