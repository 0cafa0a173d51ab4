import { geoJsonDocument, list, members } from './geojson-members.js'
import { addEntry, leaveOut, noEntries, type SiteEntries } from './site-entries.js'
import { SiteFileError } from './site-file-error.js'

/**
 * The sites of GeoJSON: its points.
 *
 * @throws {SiteFileError} for what is no GeoJSON, other geometries, or another system of coordinates.
 */
export const geoJsonEntries = (input: string | object, strict: boolean): SiteEntries => {
  const root = geoJsonDocument(input)
  const entries = noEntries('degrees', 'feature', strict)
  if (root.type === 'FeatureCollection')
    for (const [i, each] of list('file', 'features', root.features).entries()) addFeature(entries, i + 1, each)
  else if (root.type === 'Feature') addFeature(entries, 1, root)
  else addGeometry(entries, 1, 'file', root, '')
  return entries
}

const addFeature = (entries: SiteEntries, row: number, value: unknown): void => {
  const { type, geometry, properties, id } = members(value)
  const place = `feature ${row}`
  if (type !== 'Feature') throw new SiteFileError(place, 'type', type ?? null, 'Feature')
  // RFC 7946, 3.2: a feature without a place.
  if (geometry === null || geometry === undefined)
    leaveOut(entries, row, 'no-coordinates', 'geometry', null, 'a Point or MultiPoint')
  else addGeometry(entries, row, place, geometry, nameOf(members(properties), id))
}

const addGeometry = (entries: SiteEntries, row: number, place: string, value: unknown, name: string): void => {
  const { type, coordinates, geometries } = members(value)
  if (type === 'Point') addPosition(entries, row, coordinates, name)
  else if (type === 'MultiPoint')
    for (const each of list(place, 'coordinates', coordinates)) addPosition(entries, row, each, name)
  else if (type === 'GeometryCollection')
    for (const each of list(place, 'geometries', geometries)) addGeometry(entries, row, place, each, name)
  else throw new SiteFileError(place, 'the type of a geometry', type ?? null, 'Point or MultiPoint')
}

/** Longitude and latitude; a height is of no account. */
const addPosition = (entries: SiteEntries, row: number, coordinates: unknown, name: string): void => {
  const [longitude, latitude] = Array.isArray(coordinates) ? coordinates : []
  if (Number.isFinite(longitude) && Number.isFinite(latitude)) addEntry(entries, row, longitude, latitude, name)
  else {
    // RFC 7946 has points without coordinates: of nowhere.
    const reason = Array.isArray(coordinates) && coordinates.length === 0 ? 'no-coordinates' : 'not-a-number'
    leaveOut(entries, row, reason, 'coordinates', coordinates ?? null, '[longitude, latitude]')
  }
}

const nameOf = (properties: Readonly<Record<string, unknown>>, id: unknown): string => {
  const known = ['name', 'nom', 'nombre', 'nome', 'label', 'title', 'id', 'site', 'site_id', 'siteid', 'code']
  const keys = Object.keys(properties)
  const named = known.map((name) => keys.find((key) => key.toLowerCase() === name)).find((key) => key !== undefined)
  const value = (named === undefined ? undefined : properties[named]) ?? id
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
