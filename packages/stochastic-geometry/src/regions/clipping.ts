import { type ConvexPolygon, convexPolygon, cut } from '../geometry/convex-polygon.js'
import { ringArea } from './polygon.js'

/** The part of a convex polygon in another one, whose corners `x` and `y` are counterclockwise. */
export const intersection = (polygon: ConvexPolygon, x: ArrayLike<number>, y: ArrayLike<number>): ConvexPolygon => {
  let part = polygon
  for (let k = 0; k < x.length && part.x.length > 0; k++) part = cut(part, ...halfPlane(x, y, k))
  return part
}

/** Convex parts of a convex polygon that make up what of it is outside another one. */
export const difference = (polygon: ConvexPolygon, { x, y }: ConvexPolygon): readonly ConvexPolygon[] => {
  if (!hasArea(intersection(polygon, x, y))) return [polygon]
  const outside: ConvexPolygon[] = []
  let rest = polygon
  for (let k = 0; k < x.length; k++) {
    const [nx, ny, c] = halfPlane(x, y, k)
    const beyond = cut(rest, -nx, -ny, -c)
    if (hasArea(beyond)) outside.push(beyond)
    rest = cut(rest, nx, ny, c)
  }
  return outside
}

export const hasArea = (polygon: ConvexPolygon): boolean => polygon.x.length >= 3 && polygonArea(polygon) > 0

/** In km². */
export const polygonArea = ({ x, y }: ConvexPolygon): number =>
  ringArea({ x: Float64Array.from(x), y: Float64Array.from(y) })

/** The triangles of an area as polygons. */
export const convexParts = (triangles: Float64Array): ConvexPolygon[] =>
  Array.from({ length: triangles.length / 6 }, (_, t) => {
    const corners = triangles.subarray(6 * t, 6 * t + 6)
    return convexPolygon([corners[0]!, corners[2]!, corners[4]!], [corners[1]!, corners[3]!, corners[5]!])
  })

/** To the left of side k: what is to the right of a side that goes round counterclockwise is outside. */
const halfPlane = (x: ArrayLike<number>, y: ArrayLike<number>, k: number): [nx: number, ny: number, c: number] => {
  const next = k + 1 === x.length ? 0 : k + 1
  const [nx, ny] = [y[next]! - y[k]!, x[k]! - x[next]!]
  return [nx, ny, nx * x[k]! + ny * y[k]!]
}
