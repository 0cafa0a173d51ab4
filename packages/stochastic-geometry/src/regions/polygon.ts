import type { PointPattern } from '../geometry/point-pattern.js'

/** A ring of corners, in km, the outer one first, then those of its holes. */
export type Polygon = readonly PointPattern[]

/** The area inside a ring in km², negative if it goes round clockwise. */
export const ringArea = ({ x, y }: PointPattern): number => {
  let twice = 0
  for (let k = 2; k < x.length; k++)
    twice += (x[k - 1]! - x[0]!) * (y[k]! - y[0]!) - (x[k]! - x[0]!) * (y[k - 1]! - y[0]!)
  return twice / 2
}

/** Whether a place is inside a ring. */
export const ringContains = ({ x, y }: PointPattern, px: number, py: number): boolean => {
  let inside = false
  for (let k = 0, last = x.length - 1; k < x.length; last = k++) {
    const [ax, ay, bx, by] = [x[last]!, y[last]!, x[k]!, y[k]!]
    if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}
