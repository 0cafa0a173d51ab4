import { SiteFileError } from './site-file-error.js'

/**
 * A GeoJSON document, of text or as it is.
 *
 * @param degrees - whether coordinates have to be those of WGS 84; RFC 7946 has no others.
 * @throws {SiteFileError} if the text is no JSON, or coordinates are in another system.
 */
export const geoJsonDocument = (input: string | object, degrees = true): Readonly<Record<string, unknown>> => {
  const document = members(typeof input === 'string' ? parsed(input) : input)
  const { crs } = document
  if (degrees && crs !== undefined && crs !== null) {
    const name = members(members(crs).properties).name
    if (typeof name !== 'string' || !isWgs84(name))
      throw new SiteFileError(
        'file',
        'crs',
        name ?? crs,
        'WGS 84, longitude and latitude in degrees: project the file to EPSG:4326',
      )
  }
  return document
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw new SiteFileError('file', 'GeoJSON', (error as Error).message, 'valid JSON')
  }
}

/** As `urn:ogc:def:crs:OGC:1.3:CRS84` of GeoJSON 2008, `EPSG:4326` and their kin. */
const isWgs84 = (name: string): boolean => /(?:\bCRS84|\bEPSG:(?:.*:)?4326)$/i.test(name.trim())

/** The members of a JSON object; of anything else, none. */
export const members = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}

/** @throws {SiteFileError} unless it is an array. */
export const list = (place: string, name: string, value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new SiteFileError(place, name, value ?? null, 'an array')
  return value
}
