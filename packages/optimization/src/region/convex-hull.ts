import type { PlanePoint } from './pareto-frontier.js'

/**
 * The upper right part of the convex hull of a frontier: what time sharing over *all* points achieves, as vertices in descending
 * order of communication. Time sharing between two allocations in the shares τ and 1 − τ achieves the point
 * $\tau p + (1-\tau)p'$, so what can be achieved by sharing is the convex hull, and its vertices are points of the frontier.
 * Andrew's monotone chain; points on an edge are not vertices.
 *
 * @param frontier - in descending order of communication, ascending in sensing.
 */
export const upperHull = <Point extends PlanePoint>(frontier: readonly Point[]): Point[] => {
  const hull: Point[] = []
  for (const point of frontier) {
    while (hull.length >= 2 && !turnsInwards(hull[hull.length - 2]!, hull[hull.length - 1]!, point)) hull.pop()
    hull.push(point)
  }
  return hull
}

/** Whether b lies beyond the chord from a to c, by more than rounding. */
const turnsInwards = (a: PlanePoint, b: PlanePoint, c: PlanePoint): boolean => {
  const first = (b.communication - a.communication) * (c.sensing - a.sensing)
  const second = (b.sensing - a.sensing) * (c.communication - a.communication)
  return first - second > 8 * Number.EPSILON * (Math.abs(first) + Math.abs(second))
}
