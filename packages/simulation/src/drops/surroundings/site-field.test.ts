import { defineNetwork } from '@isacnet/model'
import { randomStream, siteCells, siteLayout } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { siteFields } from './site-field.js'

/** Sites of which half crowd in a corner, so that some cells are large and others small. */
const stream = randomStream('sites', 0, 'uneven')
const places = Array.from({ length: 1200 }, (_, i) =>
  i % 2 === 0 ? [20 * stream.uniform(), 20 * stream.uniform()] : [3 * stream.uniform() ** 2, 3 * stream.uniform() ** 2],
)
const layout = siteLayout({ x: Float64Array.from(places, ([x]) => x!), y: Float64Array.from(places, ([, y]) => y!) })
const { stations, cells, density } = siteCells(layout)

it.each([2.2, 3.5, 4, 6])('sends what all far sites send, one by one, for α = %d', (alpha) => {
  const fieldOf = siteFields(layout, defineNetwork({ lambda: density, alpha }))
  const attenuation = (x: number, y: number, j: number): number =>
    (((stations.x[j]! - x) ** 2 + (stations.y[j]! - y) ** 2) * density) ** (-alpha / 2)
  let [far, squares] = [0, 0]
  let [worst, sum, count] = [0, 0, 0]
  for (let b = 0; b < stations.x.length; b += 13) {
    const field = fieldOf(b)
    const near = new Set(field.near)
    expect(near.has(b)).toBe(true)
    const { triangles } = cells[b]!
    const corners = Array.from({ length: triangles.length / 2 }, (_, k) => [triangles[2 * k]!, triangles[2 * k + 1]!])
    for (const [x, y] of [[stations.x[b]!, stations.y[b]!], ...corners] as [number, number][]) {
      const [others, all, bound] = [0, 1, 2].map((kind) =>
        Array.from(stations.x.keys()).reduce((total, j) => {
          if (j === b || (kind !== 1 && near.has(j))) return total
          return total + attenuation(x, y, j) ** (kind === 2 ? 2 : 1)
        }, 0),
      ) as [number, number, number]
      const error = Math.abs(field.mean(x, y) - others) / all
      worst = Math.max(worst, error)
      sum += error
      count += 1
      far = Math.max(far, others / all)
      squares = Math.max(squares, bound / field.squaredBound)
      if (x === stations.x[b] && y === stations.y[b]) expect(error).toBeLessThan(1e-12)
    }
  }
  // Of all that arrives, at the furthest corners, where it is worst.
  expect(worst).toBeLessThan(5e-4)
  expect(sum / count).toBeLessThan(1e-5)
  expect(far).toBeGreaterThan(0.005)
  expect(squares).toBeLessThanOrEqual(1)
})

it('looks at all sites one by one where there are few', () => {
  const few = siteLayout({ x: Float64Array.of(0, 1, 2), y: Float64Array.of(0, 1, 0) })
  const field = siteFields(few, defineNetwork({ lambda: siteCells(few).density }))(0)
  expect(Array.from(field.near)).toEqual([0, 1, 2])
  expect(field.mean(0.1, 0.1)).toBe(0)
})
