import { areaOutline, type Point, type RegionCell } from '@isacnet/stochastic-geometry'

/** Maps the unit square onto a cell so that areas keep their ratios: writes the place of (u, v) into entry i. */
export type CellChart = (u: number, v: number, x: Float64Array, y: Float64Array, i: number) => void

/**
 * A chart of a cell. Where the site sees all of its cell, u is a share of its area by direction and $\sqrt v$ the distance as a share of that of the border, so
 * that places near in the square are near in the cell; elsewhere u goes through the triangles of the cell one by one.
 */
export const cellChart = (cell: RegionCell, site: Point): CellChart => {
  const corners = fan(cell, site) ?? Array.from(cell.triangles)
  const areas: number[] = []
  let total = 0
  for (let at = 0; at < corners.length; at += 6) {
    total += twiceArea(corners, at)
    areas.push(total)
  }
  return (u, v, x, y, i) => {
    const place = u * total
    let [low, high] = [0, areas.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (areas[middle]! < place) low = middle + 1
      else high = middle
    }
    const before = low === 0 ? 0 : areas[low - 1]!
    const along = Math.min(1, (place - before) / (areas[low]! - before))
    const out = Math.sqrt(v)
    const at = 6 * low
    const [ax, ay] = [corners[at]!, corners[at + 1]!]
    x[i] = ax + out * ((1 - along) * (corners[at + 2]! - ax) + along * (corners[at + 4]! - ax))
    y[i] = ay + out * ((1 - along) * (corners[at + 3]! - ay) + along * (corners[at + 5]! - ay))
  }
}

const twiceArea = (corners: readonly number[], at: number): number =>
  (corners[at + 2]! - corners[at]!) * (corners[at + 5]! - corners[at + 1]!) -
  (corners[at + 4]! - corners[at]!) * (corners[at + 3]! - corners[at + 1]!)

/** The triangles from the site to the sides of the cell, if they are the cell. */
const fan = (cell: RegionCell, site: Point): number[] | undefined => {
  const outline = areaOutline(cell)
  const ring = outline[0]?.[0]
  if (outline.length !== 1 || outline[0]!.length !== 1 || ring === undefined) return undefined
  const corners: number[] = []
  let area = 0
  for (let k = 0; k < ring.x.length; k++) {
    const next = (k + 1) % ring.x.length
    const triangle = [site.x, site.y, ring.x[k]!, ring.y[k]!, ring.x[next]!, ring.y[next]!]
    const twice = twiceArea(triangle, 0)
    if (twice < 0) return undefined
    area += twice / 2
    if (twice > 0) corners.push(...triangle)
  }
  return Math.abs(area - cell.area) <= 1e-6 * cell.area ? corners : undefined
}
