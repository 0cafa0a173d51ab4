import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { interferenceGainVariance } from './gain-variance.js'

/**
 * Given the beams, $h_q = \sum_j |h^H w_j|^2$ with h ~ CN(0, I) has the variance $\sum_{jk} |w_j^H w_k|^2$. Zero-forced w_j and w_k lie in
 * what is orthogonal to the N − 2 other columns, of d = M_t − N + 2 dimensions, and there each is orthogonal to the other's channel: their
 * angle is that of two independent channels, whose squared cosine has the density (d − 1)(1 − x)^(d − 2).
 */
const plainVariance = (K: number, dimensions: number): number => {
  const steps = 20_000
  let squaredCosine = 0
  let mass = 0
  for (let i = 0; i < steps; i++) {
    const x = (i + 0.5) / steps
    const density = (dimensions - 1) * (1 - x) ** (dimensions - 2)
    squaredCosine += (x * density) / steps
    mass += density / steps
  }
  expect(mass).toBeCloseTo(1, 5)
  return K + K * (K - 1) * squaredCosine
}

it.each([
  [20, 1, 5],
  [20, 2, 0],
  [20, 5, 7],
  [12, 5, 7],
  [8, 3, 5],
  [64, 12, 20],
])('is that of zero-forced beams, for M_t = %d, K = %d and %d nulls', (Mt, K, nulls) => {
  const exact = plainVariance(K, Mt - (K + nulls) + 2)
  expect(Math.abs(interferenceGainVariance(defineNetwork({ Mt, K }), nulls) / exact - 1)).toBeLessThan(1e-6)
})
