import { InvalidParameterError } from '@isacnet/model'
import { convexPolygon } from '../geometry/convex-polygon.js'
import type { NearestIndex } from '../geometry/nearest-index.js'
import { nearestPart } from '../geometry/voronoi-cell.js'
import { intersection } from './clipping.js'
import type { Region } from './region.js'
import { addTriangles, type TriangulatedArea, triangulatedArea } from './triangulated-area.js'

/** The Voronoi cell of a BS within a region: the places of it that no other BS is nearer to. It may be empty, and in several pieces. */
export interface RegionCell extends TriangulatedArea {
  /** The index of the BS. */
  readonly site: number
}

/**
 * The cells of all BSs within a region, in their order, exact up to rounding: together they are the region. A BS outside the region has
 * the places in it that are nearest to it, and where there are none, or another BS of lesser index stands at the same place, an empty cell: it
 * serves nobody, and interferes all the same.
 *
 * The bounding box of the region is cut by the bisectors to the neighbours, and the convex polygon that is left by each triangle of the region.
 *
 * @example
 * const box = polygonRegion([[{ x: Float64Array.of(0, 3, 3, 0), y: Float64Array.of(0, 0, 1, 1) }]])
 * const sites = nearestIndex({ x: Float64Array.of(0.5, 1.5, 9, 1.5), y: Float64Array.of(0.5, 0.5, 0.5, 0.5) })
 * regionCells(sites, box).map(({ area }) => area) // [1, 2, 0, 0]
 *
 * @param index - of the BSs in the plane.
 * @throws {InvalidParameterError} if distances of the index go around a torus.
 */
export const regionCells = (index: NearestIndex, region: Region): readonly RegionCell[] => {
  if (index.torus !== undefined) throw new InvalidParameterError('index', 'torus', 'an index in the plane')
  const bounds = triangleBounds(region.triangles)
  return Array.from(index.pattern.x, (_, site) => regionCell(index, site, region, bounds))
}

const regionCell = (index: NearestIndex, site: number, region: Region, bounds: Float64Array): RegionCell => {
  const [sx, sy] = [index.pattern.x[site]!, index.pattern.y[site]!]
  const [left, right, bottom, top] = [region.left - sx, region.right - sx, region.bottom - sy, region.top - sy]
  const box = convexPolygon([left, right, right, left], [bottom, bottom, top, top])
  const part = nearestPart(index, site, box)
  const corners: number[] = []
  // Another BS at the same place has the cell.
  if (typeof part !== 'number') {
    const [west, east] = [Math.min(...part.x) + sx, Math.max(...part.x) + sx]
    const [south, north] = [Math.min(...part.y) + sy, Math.max(...part.y) + sy]
    for (let at = 0, t = 0; t < bounds.length; t += 4, at += 6)
      if (bounds[t]! < east && bounds[t + 1]! > west && bounds[t + 2]! < north && bounds[t + 3]! > south)
        addTriangles(intersection(part, ...triangleFrom(region.triangles, at, sx, sy)), sx, sy, corners)
  }
  return { site, ...triangulatedArea(corners) }
}

/** Least and greatest x and y of each triangle. */
const triangleBounds = (triangles: Float64Array): Float64Array => {
  const bounds = new Float64Array((triangles.length / 6) * 4)
  for (let at = 0, t = 0; at < triangles.length; at += 6, t += 4)
    for (const axis of [0, 1]) {
      const values = [triangles[at + axis]!, triangles[at + axis + 2]!, triangles[at + axis + 4]!]
      bounds[t + 2 * axis] = Math.min(...values)
      bounds[t + 2 * axis + 1] = Math.max(...values)
    }
  return bounds
}

/** The corners of a triangle, relative to (sx, sy). */
const triangleFrom = (triangles: Float64Array, at: number, sx: number, sy: number): [number[], number[]] => [
  [triangles[at]! - sx, triangles[at + 2]! - sx, triangles[at + 4]! - sx],
  [triangles[at + 1]! - sy, triangles[at + 3]! - sy, triangles[at + 5]! - sy],
]
