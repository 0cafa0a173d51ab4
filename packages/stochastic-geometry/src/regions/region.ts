import { InvalidParameterError } from '@isacnet/model'
import earcut, { deviation } from 'earcut'
import type { ConvexPolygon } from '../geometry/convex-polygon.js'
import type { PointPattern } from '../geometry/point-pattern.js'
import { FURTHEST } from '../geometry/window.js'
import { convexParts, hasArea, intersection, polygonArea } from './clipping.js'
import { crossing } from './crossing.js'
import { type Polygon, ringArea } from './polygon.js'
import { type TriangulatedArea, triangulatedArea } from './triangulated-area.js'

/** A part of the plane in which cells are looked at: polygons with or without holes, in km. */
export interface Region extends TriangulatedArea {
  readonly polygons: readonly Polygon[]
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

/**
 * Triangles may miss so much of a polygon's area, relatively, and sides may cross by so much of its extent: rounding, and slips of a pen
 * where a border was drawn.
 */
const MISSED = 1e-6

const SIMPLE = 'a simple polygon with its holes inside'

/**
 * The region that polygons make up. It needn't be convex, nor in one piece, and may have holes. It is cut into triangles by the library
 * earcut, and their area is compared with that of the polygons.
 *
 * @example
 * const ring = (...side) => ({ x: Float64Array.of(...[0, 1, 1, 0].map((x) => side[x])), y: Float64Array.of(...[0, 0, 1, 1].map((y) => side[y])) })
 * polygonRegion([[ring(0, 4), ring(1, 2)]]).area // 15
 *
 * @param polygons - each has its outer ring first, then its holes, as GeoJSON has them; rings go round in either direction, and may end where they
 * begin or before. Polygons don't overlap.
 * @throws {InvalidParameterError} for a coordinate that is not finite, a ring with fewer than three corners or without area, one
 * that crosses itself or another one of its polygon, and polygons that overlap.
 */
export const polygonRegion = (polygons: readonly Polygon[]): Region => {
  const [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity]
  const bounds = { left, right, bottom, top }
  const clean = polygons.map((polygon, p) =>
    polygon.map((ring, r) => {
      const name = `polygons[${p}][${r}]`
      const open = openRing(ring, name)
      const area = ringArea(open)
      if (!(open.x.length >= 3 && area !== 0)) throw new InvalidParameterError(name, 'a line', 'a ring with an area')
      for (let k = 0; k < open.x.length; k++) {
        bounds.left = Math.min(bounds.left, open.x[k]!)
        bounds.right = Math.max(bounds.right, open.x[k]!)
        bounds.bottom = Math.min(bounds.bottom, open.y[k]!)
        bounds.top = Math.max(bounds.top, open.y[k]!)
      }
      // Outer rings counterclockwise, holes clockwise.
      return area > 0 === (r === 0) ? open : { x: open.x.toReversed(), y: open.y.toReversed() }
    }),
  )
  for (const [p, polygon] of clean.entries()) {
    const place = crossing(polygon, MISSED * Math.max(bounds.right - bounds.left, bounds.top - bounds.bottom))
    if (place !== undefined)
      throw new InvalidParameterError(`polygons[${p}]`, `sides that cross at ${place.join()}`, SIMPLE)
  }
  if (clean.length === 0) throw new InvalidParameterError('polygons', 'none', 'at least one polygon')
  const areas = clean.map((polygon, p) => triangulatedArea(trianglesOf(polygon, p)))
  refuseOverlap(areas)
  return { ...triangulatedArea(areas.flatMap(({ triangles }) => [...triangles])), polygons: clean, ...bounds }
}

const refuseOverlap = (areas: readonly TriangulatedArea[]): void => {
  const parts = areas.map(({ triangles }) => convexParts(triangles))
  for (const [p, own] of parts.entries())
    for (const [q, others] of parts.slice(0, p).entries()) {
      let common = 0
      for (const part of own)
        for (const { x, y } of others) if (meet(part, { x, y })) common += areaOf(intersection(part, x, y))
      if (common > MISSED * Math.min(areas[p]!.area, areas[q]!.area))
        throw new InvalidParameterError(`polygons[${p}]`, `one on polygons[${q}]`, 'a polygon that overlaps no other')
    }
}

const areaOf = (polygon: ConvexPolygon): number => (hasArea(polygon) ? polygonArea(polygon) : 0)

/** Whether the boxes around two triangles overlap. */
const meet = (a: Pick<ConvexPolygon, 'x' | 'y'>, b: Pick<ConvexPolygon, 'x' | 'y'>): boolean =>
  Math.min(...a.x) < Math.max(...b.x) &&
  Math.min(...b.x) < Math.max(...a.x) &&
  Math.min(...a.y) < Math.max(...b.y) &&
  Math.min(...b.y) < Math.max(...a.y)

const openRing = ({ x, y }: PointPattern, name: string): PointPattern => {
  const kept: number[] = []
  for (let k = 0; k < x.length; k++) {
    const [px, py] = [x[k]!, y[k]!]
    if (!(Math.abs(px) <= FURTHEST && Math.abs(py) <= FURTHEST))
      throw new InvalidParameterError(name, [px, py], `a ring of coordinates within ±${FURTHEST} km`)
    const last = kept.at(-1)
    if (last === undefined || px !== x[last] || py !== y[last]) kept.push(k)
  }
  const [first, last] = [kept[0], kept.at(-1)]
  if (kept.length > 1 && x[first!] === x[last!] && y[first!] === y[last!]) kept.pop()
  return { x: Float64Array.from(kept, (k) => x[k]!), y: Float64Array.from(kept, (k) => y[k]!) }
}

const trianglesOf = (polygon: Polygon, p: number): readonly number[] => {
  // Relative to the first corner, so that nothing cancels far from the origin.
  const [originX, originY] = [polygon[0]!.x[0]!, polygon[0]!.y[0]!]
  const flat: number[] = []
  const holes: number[] = []
  for (const [r, { x, y }] of polygon.entries()) {
    if (r > 0) holes.push(flat.length / 2)
    for (let k = 0; k < x.length; k++) flat.push(x[k]! - originX, y[k]! - originY)
  }
  const found = earcut(flat, holes)
  if (!(deviation(flat, holes, 2, found) <= MISSED))
    throw new InvalidParameterError(`polygons[${p}]`, 'rings that cross', SIMPLE)
  const corners: number[] = []
  for (let at = 0; at < found.length; at += 3) {
    const [a, b, c] = [found[at]!, found[at + 1]!, found[at + 2]!]
    const [ax, ay, bx, by] = [flat[2 * a]!, flat[2 * a + 1]!, flat[2 * b]!, flat[2 * b + 1]!]
    const [cx, cy] = [flat[2 * c]!, flat[2 * c + 1]!]
    const counterclockwise = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay) > 0
    const rest = counterclockwise ? [bx, by, cx, cy] : [cx, cy, bx, by]
    for (const [k, value] of [ax, ay, ...rest].entries()) corners.push(value + (k % 2 === 0 ? originX : originY))
  }
  return corners
}
