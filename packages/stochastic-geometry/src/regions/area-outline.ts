import type { PointPattern } from '../geometry/point-pattern.js'
import { type Polygon, ringArea, ringContains } from './polygon.js'
import type { TriangulatedArea } from './triangulated-area.js'

/** Corners that are nearer to each other than this share of the area's extent are one. */
const NEAR = 1e-9

/**
 * The border of a region or of a cell, as polygons that can be drawn or written as GeoJSON: sides that two triangles share are no border. Outer
 * rings go round counterclockwise and holes clockwise; none ends where it begins.
 *
 * @example
 * const box = polygonRegion([[{ x: Float64Array.of(0, 3, 3, 0), y: Float64Array.of(0, 0, 1, 1) }]])
 * areaOutline(regionCells(nearestIndex({ x: Float64Array.of(0.5, 1.5), y: Float64Array.of(0.5, 0.5) }), box)[0])[0][0].x.length // 4
 *
 * @param area - such as a `Region` or a `RegionCell`; of an empty one there are no polygons.
 */
export const areaOutline = ({ triangles }: TriangulatedArea): readonly Polygon[] => {
  const vertices = new Vertices(triangles)
  const border = new Border()
  for (let at = 0; at < triangles.length; at += 6)
    for (let k = 0; k < 6; k += 2) {
      const stops = vertices.between(vertices.of[(at + k) / 2]!, vertices.of[(at + ((k + 2) % 6)) / 2]!)
      for (let s = 1; s < stops.length; s++) border.add(stops[s - 1]!, stops[s]!)
    }
  return nested(rings(border, vertices))
}

/** The corners of triangles, those that are one numbered alike. */
class Vertices {
  readonly x: number[] = []
  readonly y: number[] = []
  /** The vertex of each corner. */
  readonly of: Int32Array
  readonly tolerance: number
  private readonly byPlace = new Map<string, number>()
  private ordered: Int32Array | undefined

  constructor(triangles: Float64Array) {
    let [least, most] = [
      [Infinity, Infinity],
      [-Infinity, -Infinity],
    ]
    for (let at = 0; at < triangles.length; at += 2) {
      least = [Math.min(least[0]!, triangles[at]!), Math.min(least[1]!, triangles[at + 1]!)]
      most = [Math.max(most[0]!, triangles[at]!), Math.max(most[1]!, triangles[at + 1]!)]
    }
    this.tolerance = NEAR * Math.max(most[0]! - least[0]!, most[1]! - least[1]!)
    this.of = Int32Array.from({ length: triangles.length / 2 }, (_, corner) =>
      this.vertexAt(triangles[2 * corner]!, triangles[2 * corner + 1]!),
    )
  }

  /** The vertices in the order of their x. */
  private get byX(): Int32Array {
    this.ordered ??= Int32Array.from(this.x.keys()).sort((a, b) => this.x[a]! - this.x[b]!)
    return this.ordered
  }

  /** How many vertices are further left. */
  private firstFrom(x: number): number {
    let [low, high] = [0, this.byX.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.x[this.byX[middle]!]! < x) low = middle + 1
      else high = middle
    }
    return low
  }

  private vertexAt(x: number, y: number): number {
    const [column, row] = [Math.round(x / this.tolerance / 2), Math.round(y / this.tolerance / 2)]
    for (const dx of [0, -1, 1])
      for (const dy of [0, -1, 1]) {
        const known = this.byPlace.get(`${column + dx} ${row + dy}`)
        if (known !== undefined && Math.hypot(this.x[known]! - x, this.y[known]! - y) <= this.tolerance) return known
      }
    this.byPlace.set(`${column} ${row}`, this.x.length)
    this.x.push(x)
    return this.y.push(y) - 1
  }

  /** The vertices on the way from one to another along a side, both included; just one if they are the same. */
  between(from: number, to: number): readonly number[] {
    if (from === to) return [from]
    const { x, y, tolerance } = this
    const [fx, fy] = [x[from]!, y[from]!]
    const [dx, dy] = [x[to]! - fx, y[to]! - fy]
    const length = Math.hypot(dx, dy)
    const stops: { readonly vertex: number; readonly along: number }[] = []
    const { byX } = this
    const furthest = Math.max(fx, x[to]!) + tolerance
    for (let k = this.firstFrom(Math.min(fx, x[to]!) - tolerance); k < byX.length && x[byX[k]!]! <= furthest; k++) {
      const vertex = byX[k]!
      const [px, py] = [x[vertex]! - fx, y[vertex]! - fy]
      const along = (px * dx + py * dy) / length
      if (!(along > 0 && along < length) || vertex === from || vertex === to) continue
      if (Math.abs(px * dy - py * dx) <= tolerance * length) stops.push({ vertex, along })
    }
    const ordered = stops.toSorted((a, b) => a.along - b.along).map(({ vertex }) => vertex)
    return [from, ...ordered, to]
  }
}

/** Sides from vertex to vertex; one and its opposite are none. */
class Border {
  /** The vertices to which sides lead from a vertex, each as often as sides do. */
  readonly ways = new Map<number, number[]>()

  add(from: number, to: number): void {
    if (this.take(to, from)) return
    const ends = this.ways.get(from)
    if (ends === undefined) this.ways.set(from, [to])
    else ends.push(to)
  }

  /** Whether there was such a side, which there is no longer. */
  take(from: number, to: number): boolean {
    const ends = this.ways.get(from)
    const at = ends?.indexOf(to) ?? -1
    if (at < 0) return false
    ends!.splice(at, 1)
    return true
  }
}

/** The rings that sides make up, each with the area to its left, without corners that lie on a straight side. */
const rings = (border: Border, { x, y, tolerance }: Vertices): readonly PointPattern[] => {
  const found: PointPattern[] = []
  for (const [begin, ends] of border.ways)
    while (ends.length > 0) {
      const ring = [begin]
      for (let [from, at] = [begin, ends[0]!]; ; ) {
        border.take(from, at)
        if (at === begin) break
        ring.push(at)
        const next = rightmost(from, at, border.ways.get(at), x, y)
        if (next === undefined) break
        from = at
        at = next
      }
      const kept = ring.filter((vertex, k) => {
        const [before, after] = [ring.at(k - 1)!, ring[(k + 1) % ring.length]!]
        const [ax, ay] = [x[vertex]! - x[before]!, y[vertex]! - y[before]!]
        const [bx, by] = [x[after]! - x[before]!, y[after]! - y[before]!]
        return Math.abs(ax * by - ay * bx) > tolerance * Math.hypot(bx, by)
      })
      if (kept.length >= 3)
        found.push({ x: Float64Array.from(kept, (v) => x[v]!), y: Float64Array.from(kept, (v) => y[v]!) })
    }
  return found
}

/** Where the border goes on: the first way that one meets turning clockwise from where one came, so that rings that touch stay apart. */
const rightmost = (
  from: number,
  at: number,
  ways: readonly number[] | undefined,
  x: readonly number[],
  y: readonly number[],
): number | undefined => {
  let best: number | undefined
  let least = Infinity
  const back = Math.atan2(y[from]! - y[at]!, x[from]! - x[at]!)
  for (const way of ways ?? []) {
    const turned = back - Math.atan2(y[way]! - y[at]!, x[way]! - x[at]!)
    const clockwise = turned > 0 ? turned : turned + 2 * Math.PI
    if (clockwise < least) {
      least = clockwise
      best = way
    }
  }
  return best
}

/** Outer rings with the holes in each. */
const nested = (all: readonly PointPattern[]): readonly Polygon[] => {
  const outer = all.filter((ring) => ringArea(ring) > 0).map((ring) => [ring])
  const bySize = outer.toSorted((a, b) => ringArea(a[0]!) - ringArea(b[0]!))
  for (const hole of all.filter((ring) => ringArea(ring) < 0)) {
    // Just beside the middle of a side of the hole, outside of it.
    const [mx, my] = [(hole.x[0]! + hole.x[1]!) / 2, (hole.y[0]! + hole.y[1]!) / 2]
    bySize.find(([ring]) => ringContains(ring!, mx, my))?.push(hole)
  }
  return outer
}
