import { InvalidParameterError } from '@isacnet/model'
import type { ConvexPolygon } from '../geometry/convex-polygon.js'
import type { PointPattern } from '../geometry/point-pattern.js'
import type { RandomStream } from '../streams/random-stream.js'

/** A part of the plane as triangles that don't overlap, in km. There may be none. */
export interface TriangulatedArea {
  /** In km². */
  readonly area: number
  /** Six numbers for each triangle: x and y of its corners, counterclockwise. */
  readonly triangles: Float64Array
  /** For each triangle the area of all up to it, in km². */
  readonly cumulatedAreas: Float64Array
}

/** The area that triangles make up, those without area left out. */
export const triangulatedArea = (corners: ArrayLike<number>): TriangulatedArea => {
  const triangles: number[] = []
  const cumulatedAreas: number[] = []
  let area = 0
  for (let at = 0; at < corners.length; at += 6) {
    const [x0, y0] = [corners[at]!, corners[at + 1]!]
    const twice = (corners[at + 2]! - x0) * (corners[at + 5]! - y0) - (corners[at + 4]! - x0) * (corners[at + 3]! - y0)
    if (!(twice > 0)) continue
    area += twice / 2
    for (let k = 0; k < 6; k++) triangles.push(corners[at + k]!)
    cumulatedAreas.push(area)
  }
  return { area, triangles: Float64Array.from(triangles), cumulatedAreas: Float64Array.from(cumulatedAreas) }
}

/** Adds the triangles of a convex polygon, whose corners are relative to (dx, dy). */
export const addTriangles = ({ x, y }: ConvexPolygon, dx: number, dy: number, triangles: number[]): void => {
  for (let k = 2; k < x.length; k++)
    triangles.push(x[0]! + dx, y[0]! + dy, x[k - 1]! + dx, y[k - 1]! + dy, x[k]! + dx, y[k]! + dy)
}

/**
 * Independent points, uniform in a region or in a BS's cell of it: users or targets. Exact: a triangle is chosen by area, and a point of it uniformly.
 *
 * @example
 * const region = polygonRegion([[{ x: Float64Array.of(0, 2, 0), y: Float64Array.of(0, 0, 2) }]])
 * uniformInArea(region, 100, randomStream(1, 0, 'users')).x.every((x) => x > 0 && x < 2) // true
 *
 * @param area - such as a `Region` or a `RegionCell`.
 * @param count - integer ≥ 0.
 * @throws {InvalidParameterError} if count is none, or > 0 in an area without triangles.
 */
export const uniformInArea = (area: TriangulatedArea, count: number, stream: RandomStream): PointPattern => {
  if (!Number.isSafeInteger(count) || count < 0) throw new InvalidParameterError('count', count, 'an integer ≥ 0')
  const { triangles, cumulatedAreas } = area
  const x = new Float64Array(count)
  const y = new Float64Array(count)
  if (count === 0) return { x, y }
  if (cumulatedAreas.length === 0) throw new InvalidParameterError('count', count, '0 in an empty area')
  for (let i = 0; i < count; i++) {
    const at = 6 * firstFrom(cumulatedAreas, stream.uniform() * area.area)
    let u = stream.uniform()
    let v = stream.uniform()
    if (u + v > 1) {
      u = 1 - u
      v = 1 - v
    }
    const [x0, y0] = [triangles[at]!, triangles[at + 1]!]
    x[i] = x0 + u * (triangles[at + 2]! - x0) + v * (triangles[at + 4]! - x0)
    y[i] = y0 + u * (triangles[at + 3]! - y0) + v * (triangles[at + 5]! - y0)
  }
  return { x, y }
}

/** The index of the first of ascending values that isn't less than this; the last if all are. */
const firstFrom = (values: Float64Array, value: number): number => {
  let [low, high] = [0, values.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
