/** A convex polygon: its corners counterclockwise, relative to some origin. It may be empty. */
export interface ConvexPolygon {
  readonly x: readonly number[]
  readonly y: readonly number[]
  /** The squared distance of the furthest corner from the origin. */
  readonly squaredReach: number
}

/** The polygon with these corners. */
export const convexPolygon = (x: readonly number[], y: readonly number[]): ConvexPolygon => {
  let squaredReach = 0
  for (let k = 0; k < x.length; k++) squaredReach = Math.max(squaredReach, x[k]! ** 2 + y[k]! ** 2)
  return { x, y, squaredReach }
}

/** The part of a polygon where $n\cdot p\le c$. */
export const cut = (polygon: ConvexPolygon, nx: number, ny: number, c: number): ConvexPolygon => {
  const { x, y } = polygon
  const corners = x.length
  const keptX: number[] = []
  const keptY: number[] = []
  let whole = true
  for (let k = 0; k < corners; k++) {
    const [px, py] = [x[k]!, y[k]!]
    const next = k + 1 === corners ? 0 : k + 1
    const here = nx * px + ny * py - c
    const there = nx * x[next]! + ny * y[next]! - c
    if (here <= 0) {
      keptX.push(px)
      keptY.push(py)
    } else whole = false
    if (here < 0 !== there < 0 && here !== 0 && there !== 0) {
      const t = here / (here - there)
      keptX.push(px + t * (x[next]! - px))
      keptY.push(py + t * (y[next]! - py))
    }
  }
  return whole ? polygon : convexPolygon(keptX, keptY)
}
