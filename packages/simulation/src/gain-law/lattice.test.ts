import { randomStream } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { latticePoints, ShiftedLattice } from './lattice.js'

const lattice = (purpose = 'lattice') => new ShiftedLattice(randomStream(3, 0, purpose))

/** The points of one batch. */
const batch = (points: ShiftedLattice, dimensions: number): number[][] => {
  points.shift()
  return Array.from({ length: latticePoints }, () => {
    points.next()
    return Array.from({ length: dimensions }, () => points.take())
  })
}

it('has evenly spread coordinates, folded: two of any 2/n, one shifted', { timeout: 60_000 }, () => {
  const points = batch(lattice(), 24)
  for (let j = 0; j < 24; j++) {
    const sorted = points.map((point) => point[j]!).sort((a, b) => a - b)
    // Before the fold they are 1/n apart; after it every second gap and its neighbour make 2/n.
    for (let i = 2; i < latticePoints; i++) expect(sorted[i]! - sorted[i - 2]!).toBeCloseTo(2 / latticePoints, 12)
  }
})

it('has another shift in each batch, and every point uniform', { timeout: 60_000 }, () => {
  const points = lattice()
  const batches = 4000
  const sums = [0, 0, 0]
  for (let b = 0; b < batches; b++) {
    points.shift()
    // The same point of each batch.
    for (let i = 0; i < 6; i++) points.next()
    const [x, y] = [points.take(), points.take()]
    sums[0]! += x - 0.5
    sums[1]! += (x - 0.5) ** 2 - 1 / 12
    sums[2]! += (x - 0.5) * (y - 0.5)
  }
  // Standard deviations 1/√12, 1/√180 and 1/12; five of them, false alarms in 6e-7 of all seeds each.
  const deviations = [Math.sqrt(1 / 12), Math.sqrt(1 / 180), 1 / 12]
  for (const [i, sum] of sums.entries()) expect(Math.abs(sum)).toBeLessThan(5 * deviations[i]! * Math.sqrt(batches))
})

it.each([4, 12, 24, 30])(
  'integrates smooth functions of %d coordinates without bias, and far better than at random',
  (d) => {
    const points = lattice(`smooth ${d}`)
    const product = (point: readonly number[]): number =>
      point.reduce((value, x, j) => value * (1 + (x ** 2 - 1 / 3) / (j + 1)), 1)
    const errors = Array.from(
      { length: 100 },
      () => batch(points, d).reduce((sum, x) => sum + product(x) - 1, 0) / latticePoints,
    )
    const mean = errors.reduce((a, b) => a + b) / errors.length
    const variance = errors.reduce((sum, e) => sum + e * e, 0) / errors.length
    // Five standard errors.
    expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(variance / errors.length))
    // The variance of a single random point is Π(1 + (4/45)/(j+1)²) − 1.
    const single = Array.from({ length: d }, (_, j) => 1 + 4 / 45 / (j + 1) ** 2).reduce((a, b) => a * b) - 1
    expect(variance).toBeLessThan(single / latticePoints / (d > 24 ? 5 : 200))
  },
)

it('repeats a point when it is taken again only up to the lattice; beyond are independent uniform variates', {
  timeout: 60_000,
}, () => {
  const points = lattice()
  const beyond = batch(points, 26).map((point) => point.slice(24))
  expect(new Set(beyond.flat()).size).toBe(2 * latticePoints)
  expect(beyond.flat().every((x) => x > 0 && x < 1)).toBe(true)
})
