import { expect, it } from 'vitest'
import { areaBiased, typicalCellAreas } from './cell-area.js'

const mean = ({ areas, probabilities }: ReturnType<typeof typicalCellAreas>, f: (area: number) => number): number =>
  areas.reduce((sum, area, i) => sum + probabilities[i]! * f(area), 0)

it('has the moments of a Poisson–Voronoi cell', () => {
  const typical = typicalCellAreas(4)
  expect(mean(typical, (area) => area)).toBeCloseTo(1, 12)
  // E A² = 1.280176 (E. N. Gilbert, 1962, by an integral).
  expect(mean(typical, (area) => area ** 2)).toBeCloseTo(1.280176, 3)
  expect(mean(areaBiased(typical), (area) => area)).toBeCloseTo(1.280176, 3)
  expect(mean(areaBiased(typical), (area) => 1 / area)).toBeCloseTo(1, 12)
})

it('has void probabilities of simulated cells, above those of cells of equal size', () => {
  // Another program, in C++: 2·10⁶ cells on tori of 10⁴, seed 7.
  for (const [load, simulated, error] of [
    [0.5, 0.62645, 0.00032],
    [1, 0.41409, 0.00035],
    [2, 0.20469, 0.00026],
    [5, 0.04472, 0.00015],
    [10, 0.00883, 0.00007],
  ] as const) {
    const void_ = mean(typicalCellAreas(1), (area) => Math.exp(-load * area))
    expect(Math.abs(void_ - simulated)).toBeLessThan(4 * error)
    expect(void_).toBeGreaterThan(Math.exp(-load))
  }
})

it('has probabilities of large counts as a finer rule has them', () => {
  const poisson = (n: number) => (area: number) => {
    const x = n * area
    return Math.exp(n * Math.log(x) - x - n * Math.log(n) + n)
  }
  for (const n of [1, 10, 100, 1000])
    expect(mean(typicalCellAreas(n), poisson(n)) / mean(typicalCellAreas(50 * n), poisson(n))).toBeCloseTo(1, 6)
})
