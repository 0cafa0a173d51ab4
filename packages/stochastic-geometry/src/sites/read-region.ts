import { assertOptions, numberThat, type OptionChecks } from '@isacnet/model'
import type { PointPattern } from '../geometry/point-pattern.js'
import { guardedRegion } from '../regions/guarded-region.js'
import { type Polygon, ringContains } from '../regions/polygon.js'
import { polygonRegion, type Region } from '../regions/region.js'
import type { Projection } from './equal-area-projection.js'
import { geoJsonDocument, list, members } from './geojson-members.js'
import type { Sites } from './read-sites.js'
import { SiteFileError } from './site-file-error.js'
import { siteProjection } from './site-projection.js'

/** Options of {@link readRegion}. */
export interface RegionOptions {
  /** Keeps users and targets at least this far from the border, in km. */
  readonly guard?: number
}

const optionChecks: OptionChecks<RegionOptions> = {
  guard: numberThat('a finite distance ≥ 0 km', (guard) => guard >= 0 && guard < Number.POSITIVE_INFINITY),
}

/** Corners as they stand in a file, the outer ring first. */
type FilePolygon = readonly (readonly (readonly [number, number])[])[]

/**
 * Returns the region of a file’s sites in which users and targets are looked at, in km around the centre of the sites. Its sides are straight in the file’s
 * coordinates: where they are degrees, corners are added until none is off by more than 10 cm.
 *
 * @example
 * const sites = readSites('x,y\n500000,5400000\n502000,5401000\n')
 * readRegion('499000,5399000,503000,5402000', sites).area // 12
 * readRegion('499000,5399000,503000,5402000', sites, { guard: 0.5 }).area.toFixed(9) // '6.000000000'
 *
 * @param input - in the coordinates of the sites: `xmin,ymin,xmax,ymax` (for degrees, least longitude first), as text or an array, or GeoJSON, as text or an
 * object, with a Polygon or MultiPolygon, or several that don't overlap.
 * @throws {SiteFileError} if it can't be read, is in another unit than the sites, or holds none of them, in one line that says what is expected.
 * @throws {UnknownNameError} {InvalidParameterError} for other options, if there are no sites, and for polygons that cross themselves or overlap.
 */
export const readRegion = (input: string | object, sites: Sites, options: RegionOptions = {}): Region => {
  assertOptions('reading a region', options, optionChecks)
  const { forward } = siteProjection(sites)
  const polygons = polygonsOf(input, sites)
  const degrees = sites.unit === 'degrees'
  const region = polygonRegion(polygons.map((polygon) => polygon.map((ring) => projectedRing(ring, forward, degrees))))
  if (!sites.x.some((x, i) => holds(region.polygons, x, sites.y[i]!)))
    throw new SiteFileError(
      'region',
      'the region',
      polygons[0]![0]![0],
      'one that holds a site; it is in the coordinates of the sites, x or longitude first',
    )
  return guardedRegion(region, options.guard ?? 0)
}

const polygonsOf = (input: string | object, sites: Sites): readonly FilePolygon[] => {
  if (Array.isArray(input)) return box(input, sites)
  const text = typeof input === 'string' ? input.replace(/^\ufeff/, '').trim() : undefined
  return text === undefined || text.startsWith('{') ? geoJsonPolygons(input, sites) : box(text.split(','), sites)
}

const box = (parts: readonly unknown[], { unit }: Sites): readonly FilePolygon[] => {
  const numbers = parts.map((part) => (String(part).trim() === '' ? Number.NaN : Number(part)))
  const [left, bottom, most, top] = numbers as [number, number, number, number]
  // A box may cross the date line.
  const right = unit === 'degrees' && most < left ? most + 360 : most
  if (!(numbers.length === 4 && numbers.every(Number.isFinite) && left < right && bottom < top)) {
    const permitted = 'GeoJSON, or xmin,ymin,xmax,ymax with xmin < xmax and ymin < ymax'
    throw new SiteFileError('region', 'the region', parts.join(), permitted)
  }
  const corners = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ] as const
  refuseOtherUnits(corners, unit)
  return [[corners]]
}

const geoJsonPolygons = (input: string | object, { unit }: Sites): readonly FilePolygon[] => {
  const polygons: FilePolygon[] = []
  const add = (place: string, value: unknown): void => {
    const { type, coordinates, geometries, geometry, features } = members(value)
    if (type === 'FeatureCollection')
      for (const [i, each] of list(place, 'features', features).entries()) add(`feature ${i + 1}`, each)
    else if (type === 'Feature') {
      if (geometry !== null) add(place, geometry)
    } else if (type === 'GeometryCollection') for (const each of list(place, 'geometries', geometries)) add(place, each)
    else if (type === 'Polygon') polygons.push(ringsOf(place, coordinates, unit))
    else if (type === 'MultiPolygon')
      for (const each of list(place, 'coordinates', coordinates)) polygons.push(ringsOf(place, each, unit))
    else throw new SiteFileError(place, 'the type of a geometry', type ?? null, 'Polygon or MultiPolygon')
  }
  add('region', geoJsonDocument(input, unit === 'degrees'))
  if (polygons.length === 0) throw new SiteFileError('region', 'the region', 'none', 'at least one Polygon')
  return polygons
}

const ringsOf = (place: string, coordinates: unknown, unit: Sites['unit']): FilePolygon => {
  const rings = list(place, 'coordinates', coordinates).map((ring) =>
    list(place, 'a ring', ring).map((position) => {
      const [first, second] = Array.isArray(position) ? position : []
      if (Number.isFinite(first) && Number.isFinite(second)) return [first, second] as const
      throw new SiteFileError(place, 'a position', position ?? null, 'two numbers')
    }),
  )
  if (rings.length === 0) throw new SiteFileError(place, 'a polygon', 'none', 'at least one ring')
  refuseOtherUnits(rings.flat(), unit)
  return rings
}

/** @throws {SiteFileError} for metres where sites are in degrees, and what can be degrees where they aren't. */
const refuseOtherUnits = (positions: readonly (readonly [number, number])[], unit: Sites['unit']): void => {
  const wrong = positions.find(([x, y]) => !(Math.abs(x) <= 540 && Math.abs(y) <= 90))
  if (unit === 'degrees' && wrong !== undefined)
    throw new SiteFileError('region', 'the region', wrong, 'in degrees, longitude first, as the sites are')
  if (unit === 'metres' && wrong === undefined)
    throw new SiteFileError(
      'region',
      'the region',
      positions[0],
      'in metres, as the sites are, but all of it can be degrees',
    )
}

/** Sides may be off by so much, in km. */
const STRAIGHT = 0.0001
const MOST_HALVINGS = 16

const projectedRing = (
  ring: readonly (readonly [number, number])[],
  forward: Projection['forward'],
  bends: boolean,
): PointPattern => {
  const [x, y]: [number[], number[]] = [[], []]
  const place = ([first, second]: readonly [number, number]): readonly [number, number] => {
    const [px, py] = forward(first, second)
    if (Number.isFinite(px) && Number.isFinite(py)) return [px, py]
    throw new SiteFileError('region', 'a corner', [first, second], 'on the same side of the Earth as the sites')
  }
  /** Adds what a side has between its ends. */
  const halve = (
    a: readonly [number, number],
    b: readonly [number, number],
    from: readonly [number, number],
    to: readonly [number, number],
    halvings: number,
  ): void => {
    const middle = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] as const
    const [mx, my] = place(middle)
    if (halvings === 0 || Math.hypot(mx - (from[0] + to[0]) / 2, my - (from[1] + to[1]) / 2) <= STRAIGHT) return
    halve(a, middle, from, [mx, my], halvings - 1)
    x.push(mx)
    y.push(my)
    halve(middle, b, [mx, my], to, halvings - 1)
  }
  for (const [k, corner] of ring.entries()) {
    const next = ring[(k + 1) % ring.length]!
    const [from, to] = [place(corner), place(next)]
    x.push(from[0])
    y.push(from[1])
    if (bends) halve(corner, next, from, to, MOST_HALVINGS)
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y) }
}

const holds = (polygons: readonly Polygon[], x: number, y: number): boolean =>
  polygons.some(([outer, ...holes]) => ringContains(outer!, x, y) && !holes.some((hole) => ringContains(hole, x, y)))
