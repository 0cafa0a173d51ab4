import { anObject, assertOptions, InvalidParameterError, numberThat, type OptionChecks, required } from '@isacnet/model'
import { type NearestIndex, nearestIndex } from '../geometry/nearest-index.js'
import type { PointPattern } from '../geometry/point-pattern.js'
import { boundingRegion } from '../regions/bounding-region.js'
import { guardedRegion } from '../regions/guarded-region.js'
import { polygonRegion, type Region } from '../regions/region.js'
import { type RegionCell, regionCells } from '../regions/region-cells.js'
import { distinctSites } from './distinct-sites.js'

/** A list of places as plain data, in km. */
export interface PlainPlaces {
  readonly x: readonly number[]
  /** As long as `x`. */
  readonly y: readonly number[]
}

/** Where the BSs of a real network stand, and where its users and targets are looked at: plain data that JSON carries. */
export interface SiteLayout extends PlainPlaces {
  /** Polygons, each as its rings, the outer one first. */
  readonly region: readonly (readonly PlainPlaces[])[]
  /** Users and targets keep so far away from the border of the region, in km. */
  readonly guard: number
}

/** Options of {@link siteLayout}. */
export interface SiteLayoutOptions {
  /** Where users and targets are looked at, as `readRegion` or `polygonRegion` gives it; default: the bounding box of the sites. */
  readonly region?: Region
  /** How far they keep away from its border, in km; default 0. */
  readonly guard?: number
}

const aGuard = numberThat('a finite distance ≥ 0 km', (guard) => guard >= 0 && guard < Number.POSITIVE_INFINITY)

const optionChecks: OptionChecks<SiteLayoutOptions> = { region: anObject, guard: aGuard }

/**
 * The layout of a network whose BSs stand at given sites. Those outside the region stay: they interfere, and serve what is nearest to them.
 *
 * @example
 * const layout = siteLayout(readSites('x,y\n0,0\n3000,0\n0,2000\n3000,2000\n'))
 * siteCells(layout).density.toFixed(3) // '0.667'
 *
 * @param sites - as `readSites` gives them, or any places in km.
 * @throws {UnknownNameError} {InvalidParameterError} for other options, fewer than one site, sites without a bounding box unless a region is given, and
 * a region of which the guard leaves nothing.
 */
export const siteLayout = (sites: PointPattern, options: SiteLayoutOptions = {}): SiteLayout => {
  assertOptions('a layout of sites', options, optionChecks)
  const { region = boundingRegion(sites), guard = 0 } = options
  const layout = {
    x: Array.from(sites.x),
    y: Array.from(sites.y),
    region: region.polygons.map((polygon) => polygon.map(({ x, y }) => ({ x: Array.from(x), y: Array.from(y) }))),
    guard,
  }
  siteCells(layout)
  return layout
}

/** A layout with what follows from it. */
export interface SiteCells {
  readonly stations: PointPattern
  readonly index: NearestIndex
  /** Where users and targets are looked at: the region without its guard. */
  readonly region: Region
  /** The cells of all sites within the region, in their order; some may be empty. */
  readonly cells: readonly RegionCell[]
  /** The sites that serve: those whose cells aren't empty. */
  readonly serving: Int32Array
  /** Serving sites per km² of the region. */
  readonly density: number
}

const known = new WeakMap<SiteLayout, SiteCells>()

/**
 * The cells of a layout: the places of its region, without the guard, that no other site is nearer to. They are computed once for each layout.
 *
 * @example
 * const box = [[{ x: [0, 4, 4, 0], y: [0, 0, 1, 1] }]]
 * siteCells({ x: [1, 3, 9], y: [0.5, 0.5, 0.5], region: box, guard: 0 }).serving // Int32Array.of(0, 1)
 *
 * @throws {UnknownNameError} for a member that a layout doesn't have.
 * @throws {InvalidParameterError} for a member that is missing or not as its type says, fewer than one site, and a region that `polygonRegion` or
 * `guardedRegion` refuse.
 */
export const siteCells = (layout: SiteLayout): SiteCells => {
  const found = known.get(layout)
  if (found !== undefined) return found
  assertOptions('a layout of sites', layout, layoutChecks)
  const stations = places('sites', layout)
  if (stations.x.length === 0) throw new InvalidParameterError('sites', 0, 'at least one site')
  const different = distinctSites(stations).x.length
  if (different < stations.x.length)
    throw new InvalidParameterError(
      'sites',
      `${stations.x.length} at ${different} places`,
      'at places that all differ, as distinctSites makes them',
    )
  const whole = polygonRegion(
    layout.region.map((polygon, p) => polygon.map((ring, r) => places(`region[${p}][${r}]`, ring))),
  )
  const region = guardedRegion(whole, layout.guard)
  const index = nearestIndex(stations)
  const cells = regionCells(index, region)
  const serving = Int32Array.from(cells.filter(({ area }) => area > 0).map(({ site }) => site))
  const made = { stations, index, region, cells, serving, density: serving.length / region.area }
  known.set(layout, made)
  return made
}

const aList =
  (permitted: string, holds: (entry: unknown) => boolean) =>
  (name: string, value: unknown): void => {
    if (!(Array.isArray(value) && value.every(holds)))
      throw new InvalidParameterError(name, Array.isArray(value) ? 'another list' : (value as never), permitted)
  }

const numbers = aList('a list of numbers', (entry) => typeof entry === 'number')

const layoutChecks: OptionChecks<SiteLayout> = {
  x: required(numbers),
  y: required(numbers),
  region: required(aList('a list of polygons, each a list of rings', Array.isArray)),
  guard: required(aGuard),
}

const placeChecks: OptionChecks<PlainPlaces> = { x: required(numbers), y: required(numbers) }

const places = (name: string, { x, y }: PlainPlaces): PointPattern => {
  assertOptions(name, { x, y }, placeChecks)
  if (x.length !== y.length) throw new InvalidParameterError(`${name}.y`, y.length, `as many as of x, ${x.length}`)
  return { x: Float64Array.from(x), y: Float64Array.from(y) }
}
