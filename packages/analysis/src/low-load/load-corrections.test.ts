import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { typicalCellAreas } from './cell-area.js'
import { loadCorrections, whereTransformIs } from './load-corrections.js'
import { loadedInterference } from './loaded-interference.js'
import { streamLaw } from './stream-law.js'

const at = (changes: Record<string, number>, users: number) => {
  const network = defineNetwork(changes)
  const areas = typicalCellAreas(network.usersPerCell)
  const load = { users, targets: 0 }
  return loadedInterference(network, areas, load, streamLaw(areas, load, network.usersPerCell), 1e-9)
}

it('finds where the transform has a value', () => {
  const interference = at({ K: 2, N0: 0.1 }, 1)
  for (const value of [0.99, 0.5, 0.01])
    expect(interference.transform(whereTransformIs(interference, value))).toBeCloseTo(value, 10)
})

it.each([
  [1, 4, [0.9931, 0.9893, 0.9905, 0.9952, 0.9988, 1.0012], [0.3, 1, 3, 10, 30, 100]],
  [4, 3, [0.9723, 0.9601, 0.9609, 0.9651, 0.9669, 0.9679], [0.3, 1, 3, 10, 30, 100]],
] as const)(
  'has the mean area of the user’s cell given the interference at K = %d, α = %d',
  (K, alpha, simulated, zetas) => {
    // Another program, in C++: 2.7·10⁶ users on 40 tori of 10⁴ saturated BSs, weighted by e^{−ζ r^α I}, relative to those that aren't.
    const interference = at({ K, alpha }, 1e5)
    const corrections = loadCorrections(interference)
    for (const [i, zeta] of zetas.entries()) {
      const { area, streams } = corrections(interference.transform(Math.log(zeta)))
      expect(Math.abs(area / simulated[i]! - 1)).toBeLessThan(0.005)
      // Where all serve K, cells make no difference.
      expect(Math.abs(streams)).toBeLessThan(1e-6)
    }
  },
)

it('corrects nothing without interference, and makes BSs near the user silent more often', () => {
  const corrections = loadCorrections(at({ K: 5 }, 0.5))
  expect(corrections(1)).toEqual({ area: 1, streams: 0 })
  expect(corrections(0.3).streams).toBeGreaterThan(0.005)
  expect(corrections(0.3).streams).toBeLessThan(0.05)
})
