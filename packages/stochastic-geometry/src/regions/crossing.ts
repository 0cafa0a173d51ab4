import type { Polygon } from './polygon.js'

/**
 * Where two sides of a polygon cross, if they do: each has an end on either side of the other, farther from it than a tolerance. Sides that
 * touch don't cross. Sides are compared from the left to the right, each with those that begin before it ends.
 */
export const crossing = (polygon: Polygon, tolerance: number): readonly [x: number, y: number] | undefined => {
  const sides = polygon
    .flatMap(({ x, y }) =>
      Array.from(x, (ax, k): Side => {
        const next = k + 1 === x.length ? 0 : k + 1
        return { ax, ay: y[k]!, bx: x[next]!, by: y[next]! }
      }),
    )
    .toSorted((a, b) => left(a) - left(b))
  for (const [i, side] of sides.entries()) {
    const right = Math.max(side.ax, side.bx)
    const [bottom, top] = [Math.min(side.ay, side.by), Math.max(side.ay, side.by)]
    for (let j = i + 1; j < sides.length && left(sides[j]!) < right; j++) {
      const other = sides[j]!
      if (Math.min(other.ay, other.by) >= top || Math.max(other.ay, other.by) <= bottom) continue
      if (separates(side, other, tolerance) && separates(other, side, tolerance)) return meetingPoint(side, other)
    }
  }
  return undefined
}

interface Side {
  readonly ax: number
  readonly ay: number
  readonly bx: number
  readonly by: number
}

const left = ({ ax, bx }: Side): number => Math.min(ax, bx)

/** How far a place is to the left of a side’s line. */
const toTheLeft = ({ ax, ay, bx, by }: Side, x: number, y: number): number =>
  ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / Math.hypot(bx - ax, by - ay)

/** Whether the ends of the other side are on either side of the line. */
const separates = (line: Side, { ax, ay, bx, by }: Side, tolerance: number): boolean => {
  const [a, b] = [toTheLeft(line, ax, ay), toTheLeft(line, bx, by)]
  return (a > tolerance && b < -tolerance) || (a < -tolerance && b > tolerance)
}

const meetingPoint = (line: Side, { ax, ay, bx, by }: Side): readonly [number, number] => {
  const [a, b] = [toTheLeft(line, ax, ay), toTheLeft(line, bx, by)]
  return [ax + (a / (a - b)) * (bx - ax), ay + (a / (a - b)) * (by - ay)]
}
