import { nearestIndex, polygonRegion, type RegionCell, regionCells } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { cellChart } from './cell-chart.js'

const ring = (...corners: (readonly [number, number])[]) => ({
  x: Float64Array.from(corners, ([x]) => x),
  y: Float64Array.from(corners, ([, y]) => y),
})

const cellsOf = (sites: readonly (readonly [number, number])[], ...polygon: (readonly [number, number])[]) =>
  regionCells(nearestIndex(ring(...sites)), polygonRegion([[ring(...polygon)]]))

const box = [
  [0, 0],
  [4, 0],
  [4, 2],
  [0, 2],
] as const

const L = [
  [0, 0],
  [4, 0],
  [4, 1],
  [1, 1],
  [1, 4],
  [0, 4],
] as const

/** Shares of an even grid of the unit square that land in the part of the cell to the left of x, and below y. */
const shares = (cell: RegionCell, site: { readonly x: number; readonly y: number }, x: number, y: number) => {
  const chart = cellChart(cell, site)
  const at = { x: new Float64Array(1), y: new Float64Array(1) }
  const n = 300
  const found = { left: 0, below: 0, far: 0 }
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) {
      chart((i + 0.5) / n, (k + 0.5) / n, at.x, at.y, 0)
      if (at.x[0]! < x) found.left += 1 / (n * n)
      if (at.y[0]! < y) found.below += 1 / (n * n)
      if (at.x[0]! < -1e-9 || at.y[0]! < -1e-9 || at.x[0]! > 4 + 1e-9 || at.y[0]! > 4 + 1e-9) found.far += 1
    }
  return found
}

it('keeps the ratios of areas, radially where the site sees its cell', () => {
  const [cell] = cellsOf(
    [
      [1, 0.7],
      [3, 1.2],
    ],
    ...box,
  )
  const { left, below, far } = shares(cell!, { x: 1, y: 0.7 }, 1, 1)
  // The bisector goes through (2, 0.95), with the direction (−0.25, 1).
  const widthAt = (y: number): number => 2 + 0.25 * (0.95 - y)
  const area = (widthAt(0) + widthAt(2)) * 1
  expect(cell!.area).toBeCloseTo(area, 12)
  expect(left).toBeCloseTo(2 / area, 2)
  expect(below).toBeCloseTo((widthAt(0) + widthAt(1)) / 2 / area, 2)
  expect(far).toBe(0)
  // Half of the area is nearer to the site than √½ of the way to the border.
  const chart = cellChart(cell!, { x: 1, y: 0.7 })
  const [inner, outer] = [new Float64Array(2), new Float64Array(2)]
  chart(0.37, 0.25, inner, outer, 0)
  chart(0.37, 1, inner, outer, 1)
  expect(Math.hypot(inner[0]! - 1, outer[0]! - 0.7) / Math.hypot(inner[1]! - 1, outer[1]! - 0.7)).toBeCloseTo(0.5, 12)
})

it('keeps them where the site doesn’t see all of its cell, or stands outside', () => {
  const [cell] = cellsOf([[3.5, 0.5]], ...L)
  expect(cell!.area).toBeCloseTo(7, 12)
  const { left, below, far } = shares(cell!, { x: 3.5, y: 0.5 }, 1, 1)
  expect(left).toBeCloseTo(4 / 7, 2)
  expect(below).toBeCloseTo(4 / 7, 2)
  expect(far).toBe(0)
  const [away] = cellsOf([[9, 9]], ...box)
  expect(shares(away!, { x: 9, y: 9 }, 1, 1).left).toBeCloseTo(1 / 4, 2)
})
