import { InvalidParameterError } from '@isacnet/model'
import type { RandomStream } from '../streams/random-stream.js'
import { type ConvexPolygon, convexPolygon, cut } from './convex-polygon.js'
import type { NearestIndex } from './nearest-index.js'
import type { PointPattern } from './point-pattern.js'
import { type Window, windowArea, windowContains } from './window.js'

/** The Voronoi cell of a BS: the places of a window that no other BS is nearer to. */
export interface VoronoiCell {
  /** The index of the BS. */
  readonly site: number
  readonly window: Window
  /**
   * The corners of a convex polygon, counterclockwise, in km. The cell is the polygon; in a disc, the part of it in the
   * disc; on a torus the polygon lies around the BS and may leave the window, where the cell goes on at the other side.
   */
  readonly corners: PointPattern
}

/**
 * The Voronoi cell of a BS, exact up to rounding: the window is cut by the bisectors to the neighbours in order of their
 * distance, until that exceeds twice the distance of the furthest corner.
 * On a torus all images of a neighbour count, and those of the BS itself.
 *
 * @example
 * const index = nearestIndex({ x: Float64Array.of(-1, 1), y: Float64Array.of(0, 0) }, { kind: 'torus', width: 4, height: 4 })
 * [...voronoiCell(index, 1).corners.x] // [0, 2, 2, 0]
 *
 * @param site - index of a BS that lies in the window. Of several BSs at one place, the one of least index has the cell.
 * @param window - where the pattern is; the torus of the index unless given.
 * @throws {InvalidParameterError} if there is no such BS, it lies outside the window or at the place of one of lesser
 * index, or the window isn't the index's torus.
 */
export const voronoiCell = (
  index: NearestIndex,
  site: number,
  window: Window | undefined = index.torus,
): VoronoiCell => {
  const { x, y } = index.pattern
  if (!(Number.isInteger(site) && site >= 0 && site < x.length))
    throw new InvalidParameterError('site', site, `the index of one of ${x.length} BSs`)
  if (window === undefined) throw new InvalidParameterError('window', window, 'given, if the index has no torus')
  windowArea(window)
  const { torus } = index
  const sameTorus =
    window.kind === 'torus' ? window.width === torus?.width && window.height === torus.height : torus === undefined
  if (!sameTorus)
    throw new InvalidParameterError('window', window.kind, 'the torus of the index, or a window of the plane')
  const [sx, sy] = [x[site]!, y[site]!]
  if (!windowContains(window, sx, sy)) throw new InvalidParameterError('site', site, 'a BS in the window')

  const part = nearestPart(index, site, startingPolygon(window, sx, sy))
  if (typeof part === 'number')
    throw new InvalidParameterError('site', site, `no BS at the place of BS ${part}, which has the cell`)
  return finished(site, window, part, sx, sy)
}

/**
 * The part of a convex polygon, with corners relative to a BS, that no other BS is nearer to; the index of another BS at the same place if that
 * has it because it is the least.
 */
export const nearestPart = (index: NearestIndex, site: number, within: ConvexPolygon): ConvexPolygon | number => {
  const { pattern, torus } = index
  const { x, y } = pattern
  const [sx, sy] = [x[site]!, y[site]!]
  let polygon = within
  const turns = torus === undefined ? [0] : [0, -1, 1]
  const step = 24
  for (let known = 1, wanted = step; known < x.length; wanted *= 2) {
    const neighbours = index.nearestSeveral(sx, sy, wanted + 1)
    for (let k = known === 1 ? 0 : known; k < neighbours.length; k++) {
      const j = neighbours[k]!
      if (j === site) continue
      const squared = index.squaredDistance(sx, sy, j)
      if (squared === 0) {
        if (j < site) return j
        continue
      }
      if (squared > 4 * polygon.squaredReach) return polygon
      // On a torus from the nearest image on; the others matter in small patterns.
      const dx = torus === undefined ? x[j]! - sx : turn(x[j]! - sx, torus.width)
      const dy = torus === undefined ? y[j]! - sy : turn(y[j]! - sy, torus.height)
      for (const a of turns)
        for (const b of turns) {
          const ix = dx + a * (torus?.width ?? 0)
          const iy = dy + b * (torus?.height ?? 0)
          const half = (ix * ix + iy * iy) / 2
          if (half < 2 * polygon.squaredReach) polygon = cut(polygon, ix, iy, half)
        }
    }
    known = neighbours.length
  }
  return polygon
}

/**
 * Independent points, uniform in the Voronoi cell of a BS: users or targets that it serves. Exact: the polygon is made of
 * triangles, one is chosen by area; points outside a disc are drawn again. On a torus they are wrapped into the window.
 *
 * @example
 * const index = nearestIndex({ x: Float64Array.of(-1, 1), y: Float64Array.of(0, 0) }, { kind: 'torus', width: 4, height: 4 })
 * uniformInVoronoiCell(voronoiCell(index, 1), 3, randomStream(1, 0, 'users')).x.every((x) => x > 0) // true
 *
 * @param count - integer ≥ 0.
 * @throws {InvalidParameterError} if count is none, or the cell is so thin that its corners coincide or none of 10⁴ points in the
 * polygon lies in the disc.
 */
export const uniformInVoronoiCell = (cell: VoronoiCell, count: number, stream: RandomStream): PointPattern => {
  if (!Number.isInteger(count) || count < 0) throw new InvalidParameterError('count', count, 'an integer ≥ 0')
  const { window, corners } = cell
  const triangles = Math.max(0, corners.x.length - 2)
  const cumulated = new Float64Array(triangles)
  const [x0, y0] = [corners.x[0]!, corners.y[0]!]
  let area = 0
  for (let k = 0; k < triangles; k++) {
    const cross =
      (corners.x[k + 1]! - x0) * (corners.y[k + 2]! - y0) - (corners.x[k + 2]! - x0) * (corners.y[k + 1]! - y0)
    area += Math.max(0, cross)
    cumulated[k] = area
  }
  const x = new Float64Array(count)
  const y = new Float64Array(count)
  if (count === 0) return { x, y }
  if (!(area > 0)) throw new InvalidParameterError('cell', cell.site, 'a cell of positive area')
  let missed = 0
  for (let i = 0; i < count; ) {
    const chosen = stream.uniform() * area
    let k = 0
    while (k < triangles - 1 && cumulated[k]! < chosen) k++
    let u = stream.uniform()
    let v = stream.uniform()
    if (u + v > 1) {
      u = 1 - u
      v = 1 - v
    }
    const px = x0 + u * (corners.x[k + 1]! - x0) + v * (corners.x[k + 2]! - x0)
    const py = y0 + u * (corners.y[k + 1]! - y0) + v * (corners.y[k + 2]! - y0)
    if (window.kind === 'disc' && !windowContains(window, px, py)) {
      missed += 1
      if (missed < MOST_MISSES) continue
      throw new InvalidParameterError('cell', cell.site, 'a cell of which a part lies in the disc')
    }
    missed = 0
    x[i] = window.kind === 'torus' ? turn(px, window.width) : px
    y[i] = window.kind === 'torus' ? turn(py, window.height) : py
    i += 1
  }
  return { x, y }
}

/** Points drawn in a row outside of the disc; at least about half of a polygon lies in it. */
const MOST_MISSES = 10_000

/** The window seen from the BS; of a torus the part that no image of the BS is nearer to; of a disc the square around. */
const startingPolygon = (window: Window, sx: number, sy: number): ConvexPolygon => {
  const [width, height] =
    window.kind === 'disc' ? [2 * window.radius, 2 * window.radius] : [window.width, window.height]
  const [cx, cy] = window.kind === 'torus' ? [0, 0] : [-sx, -sy]
  const [left, right, bottom, top] = [cx - width / 2, cx + width / 2, cy - height / 2, cy + height / 2]
  return convexPolygon([left, right, right, left], [bottom, bottom, top, top])
}

/** The polygon in the plane; for a disc first cut by tangents, so that few points are drawn outside of it. */
const finished = (site: number, window: Window, polygon: ConvexPolygon, sx: number, sy: number): VoronoiCell => {
  let cutPolygon = polygon
  if (window.kind === 'disc') {
    for (let round = 0; round < 4; round++) {
      const { x, y } = cutPolygon
      for (let k = 0; k < x.length; k++) {
        const [px, py] = [x[k]! + sx, y[k]! + sy]
        const distance = Math.hypot(px, py)
        if (distance <= window.radius) continue
        const [nx, ny] = [px / distance, py / distance]
        cutPolygon = cut(cutPolygon, nx, ny, window.radius - nx * sx - ny * sy)
      }
    }
  }
  const corners = {
    x: Float64Array.from(cutPolygon.x, (px) => px + sx),
    y: Float64Array.from(cutPolygon.y, (py) => py + sy),
  }
  return { site, window, corners }
}

/** The least of the differences that are equal on a circle of this length. */
const turn = (difference: number, length: number): number =>
  Math.abs(difference) <= length / 2 ? difference : difference - length * Math.round(difference / length)
