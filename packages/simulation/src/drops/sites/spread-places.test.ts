import { randomStream } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import type { CellChart } from './cell-chart.js'
import { spreadPlaces } from './spread-places.js'

/** The unit square itself. */
const square: CellChart = (u, v, x, y, i) => {
  x[i] = u
  y[i] = v
}

it('has places in every drop that are uniform and independent', () => {
  const places = spreadPlaces([square, undefined, square], 2, 5)
  const stream = randomStream('spread', 0, 'shifts')
  const sums = { x: 0, squared: 0, receivers: 0, cells: 0, axes: 0 }
  const batches = 20_000
  for (let batch = 0; batch < batches; batch++) {
    places.begin(stream)
    const { x, y } = places.at(3, 0)
    const [x0, x1, y0] = [x[0]! - 0.5, x[1]! - 0.5, y[0]! - 0.5]
    const other = places.at(3, 2).x[0]! - 0.5
    sums.x += x0
    sums.squared += x0 * x0
    sums.receivers += x0 * x1
    sums.cells += x0 * other
    sums.axes += x0 * y0
  }
  // Standard deviations of the means: 1/√12, 1/12 and 1/√180, over √batches; five of them.
  expect(Math.abs(sums.x / batches)).toBeLessThan(5 / Math.sqrt(12 * batches))
  expect(Math.abs(sums.squared / batches - 1 / 12)).toBeLessThan(5 / Math.sqrt(180 * batches))
  for (const product of [sums.receivers, sums.cells, sums.axes])
    expect(Math.abs(product / batches)).toBeLessThan(5 / (12 * Math.sqrt(batches)))
})

it('spreads the places of a receiver over the drops of a batch', () => {
  const drops = 32
  const places = spreadPlaces([square], 1, drops)
  const stream = randomStream('spread', 1, 'shifts')
  let variance = 0
  for (let batch = 0; batch < 300; batch++) {
    places.begin(stream)
    let mean = 0
    for (let drop = 0; drop < drops; drop++) {
      const { x, y } = places.at(drop, 0)
      mean += (x[0]! * x[0]! * y[0]!) / drops
    }
    variance += (mean - 1 / 6) ** 2 / 300
  }
  // Independent places would have 1/15 − 1/36 over 32.
  expect(variance).toBeLessThan((1 / 15 - 1 / 36) / drops / 8)
})

it('has several places for a receiver, the first of which is its own', () => {
  const places = spreadPlaces([square], 2, 4, 3)
  places.begin(randomStream('spread', 2, 'shifts'))
  const own = Float64Array.from(places.at(2, 0).x)
  const several = places.several(2, 0, 1)
  expect(several.x).toHaveLength(3)
  expect(several.x[0]).toBe(own[1])
  // All twelve in a batch are a lattice.
  const all = [0, 1, 2, 3].flatMap((drop) => Array.from(places.several(drop, 0, 1).x)).sort((a, b) => a - b)
  for (let i = 1; i < all.length; i++) expect(all[i]! - all[i - 1]!).toBeCloseTo(1 / 12, 12)
})
