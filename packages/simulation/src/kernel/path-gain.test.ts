import { expect, it } from 'vitest'
import { pathGain } from './path-gain.js'

it.each([2, 2.4, 3, 3.7, 4, 5, 6, 7.2])('is r^−α for α = %d', (exponent) => {
  const gain = pathGain(exponent)
  for (const r of [1e-3, 0.2, 1, 1.7, 40]) expect(gain(r * r) * r ** exponent, `at ${r}`).toBeCloseTo(1, 13)
})
