import { expect, it } from 'vitest'
import { correlations, correlationWeights, largeEigenvalue } from './beam-correlation.js'

it('has the moments of ρ² ~ Beta(1, D)', () => {
  for (const D of [1, 4, 16]) {
    const orders = new Float64Array(D + 1)
    orders[D] = 1
    const weights = correlationWeights(orders)
    const mean = (f: (rho: number) => number): number =>
      correlations.reduce((sum, rho, i) => sum + weights[i]! * f(rho), 0)
    expect(mean(() => 1)).toBeCloseTo(1, 9)
    expect(mean((rho) => rho * rho)).toBeCloseTo(1 / (1 + D), 9)
    expect(mean((rho) => rho ** 4)).toBeCloseTo(2 / ((1 + D) * (2 + D)), 9)
  }
})

it('has eigenvalues whose sum is the number of beams of unit norm', () => {
  for (const K of [2, 5, 12])
    for (const rho of [0, 0.3, 1]) expect(largeEigenvalue(K, rho) + (K - 1) * (1 - rho)).toBeCloseTo(K, 12)
})
