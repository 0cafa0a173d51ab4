import { expect, it } from 'vitest'
import { areaBiased, typicalCellAreas } from './cell-area.js'
import { ownCellLaw, streamLaw } from './stream-law.js'

const total = (law: Float64Array, of: (k: number) => number = () => 1): number =>
  law.reduce((sum, p, k) => sum + p * of(k), 0)

it.each([
  [1, 0.3],
  [1, 12],
  [5, 2],
  [40, 25],
])('at K = %d and ρ = %d are laws, and users are served as often as stations serve them', (K, users) => {
  const areas = typicalCellAreas(K)
  const streams = streamLaw(areas, { users, targets: 0 }, K)
  const own = ownCellLaw(areaBiased(areas), users, K)
  expect(total(streams)).toBeCloseTo(1, 10)
  expect(total(own.probabilities)).toBeCloseTo(1, 10)
  // λ_u E min(1, K/(1 + N′)) = λ_b E min(N, K).
  expect(users * total(own.served)).toBeCloseTo(
    total(streams, (k) => k),
    9,
  )
})

it('has one stream for targets without users, and no silence where targets are everywhere', () => {
  const areas = typicalCellAreas(3)
  const alone = streamLaw(areas, { users: 1, targets: 0 }, 3)
  const some = streamLaw(areas, { users: 1, targets: 1.5 }, 3)
  const everywhere = streamLaw(areas, { users: 1, targets: Number.POSITIVE_INFINITY }, 3)
  // Users or targets: a Poisson number of mean 2.5 A.
  expect(some[0]).toBeCloseTo(streamLaw(areas, { users: 2.5, targets: 0 }, 3)[0]!, 12)
  expect(everywhere[0]).toBe(0)
  expect(everywhere[1]).toBeCloseTo(alone[0]! + alone[1]!, 12)
  for (const law of [some, everywhere]) for (const k of [2, 3]) expect(law[k]).toBe(alone[k])
})

it('serves a user at all times where it is alone', () => {
  for (const K of [1, 4]) {
    const { probabilities, served } = ownCellLaw(areaBiased(typicalCellAreas(K)), 0, K)
    expect(probabilities[1]).toBeCloseTo(1, 12)
    expect(served[1]).toBeCloseTo(1, 12)
    if (K > 1) expect(served[K]).toBe(0)
  }
})
