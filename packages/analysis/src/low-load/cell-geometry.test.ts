import { expect, it } from 'vitest'
import { cellGeometry, discIntegrals, meanCellArea } from './cell-geometry.js'

const ones = (angles: number): Float64Array => cellGeometry(angles).distances.map(() => 1)

const areas = (u: number, angles = 12): { own: number; others: readonly [number, number][] } => {
  const { own, others } = cellGeometry(angles)
  return {
    own: meanCellArea(own, discIntegrals(own, ones(angles)), u),
    others: others.map(({ distance, cell }) => [
      u * (distance ** 2 - 1),
      meanCellArea(cell, discIntegrals(cell, ones(angles)), u),
    ]),
  }
}

it('has the mean area of the cell of a user, given the distance to its BS', () => {
  // Another program, in C++: 1.2·10⁷ users on 60 tori of 10⁴ BSs, counted in bins of u = πλ_b r² with these means.
  for (const [u, simulated] of [
    [0.0491, 1.0212],
    [0.4231, 1.149],
    [1.2294, 1.3606],
    [2.7288, 1.6684],
    [4.4186, 1.9629],
  ] as const)
    expect(Math.abs(areas(u).own / simulated - 1)).toBeLessThan(0.01)
})

it('has the second moment of the area of typical cells as the mean over users', () => {
  let mean = 0
  for (let p = -8; p < 4; p += 0.25) mean += 0.25 * Math.exp(p - Math.exp(p)) * areas(Math.exp(p)).own
  expect(Math.abs(mean / 1.280176 - 1)).toBeLessThan(0.005)
})

it('has smaller cells of BSs near the user’s, larger ones where it is far from all, and ordinary ones far away', () => {
  const near = areas(0.1).others
  expect(near[0]![1]).toBeLessThan(0.7)
  expect(areas(3).others[0]![1]).toBeGreaterThan(1.2)
  for (const u of [0.1, 1, 3])
    for (const [beyond, area] of areas(u).others)
      if (beyond > 12 && beyond < 25) expect(Math.abs(area - 1)).toBeLessThan(0.02)
})

it('hardly depends on the number of angles', () => {
  for (const u of [0.1, 1, 3]) expect(areas(u).own / areas(u, 40).own).toBeCloseTo(1, 2)
})
