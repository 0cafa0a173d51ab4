import { precoderSampler } from '@isacnet/beamforming'
import { defineNetwork } from '@isacnet/model'
import { randomStream } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { defineSimulation } from '../../definition/simulation-definition.js'
import { beamQuotients } from './beam-quotients.js'
import { gainLaws } from './gain-laws.js'

it.each([
  [20, 1, 0],
  [20, 5, 2],
  [12, 5, 7],
  [3, 2, 0],
  [2, 2, 0],
  [1, 1, 0],
])('are those of sampled beams, for M_t = %d, K = %d and %d nulls', { timeout: 60_000 }, (Mt, K, nulls) => {
  const laws = gainLaws(defineSimulation(defineNetwork({ Mt, K }), { fidelity: 'channel' }))
  const random = randomStream(9, 0, 'beams')
  const sample = precoderSampler(K)
  const drawn = { desired: [] as number[], interference: [] as number[], target: [] as number[] }
  for (let i = 0; i < 30_000; i++) {
    const law = sample(Mt, nulls, random)
    drawn.desired.push(law.desiredGain(0))
    drawn.interference.push(law.interferenceGain(random))
    drawn.target.push(law.targetGain(random))
  }
  for (const name of ['desired', 'interference', 'target'] as const)
    for (const s of [0.01, 0.3, 1, 5]) {
      const values = drawn[name].map((gain) => Math.exp(-s * gain))
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
      const error = Math.sqrt(variance / values.length)
      expect(Math.abs(Math.exp(-laws[name](nulls)(s)) - mean), `${name} at ${s}`).toBeLessThan(
        4 * error + 2e-4 * mean + 1e-6,
      )
    }
})

it('are Γ(K, 1) where the theorems’ gains are assumed', () => {
  const network = defineNetwork({ Mt: 20, K: 3 })
  const laws = gainLaws(defineSimulation(network, { fidelity: 'channel', assumptions: ['gamma-gains'] }))
  expect(laws.interference(4)(1)).toBeCloseTo(3 * Math.LN2, 14)
  expect(laws.target(4)(1)).toBeCloseTo(3 * Math.LN2, 14)
  expect(laws.desired(4)(1)).toBeCloseTo(14 * Math.LN2, 14)
})

it('have quotients of mean 1 and the exact variance', () => {
  for (const [K, dimensions] of [
    [2, 2],
    [5, 18],
    [12, 14],
  ] as const) {
    const atoms = beamQuotients(K, dimensions)
    const moment = (n: number): number => atoms.reduce((sum, { quotient, weight }) => sum + weight * quotient ** n, 0)
    expect(moment(0)).toBeCloseTo(1, 12)
    expect(moment(1)).toBeCloseTo(1, 12)
    // That is what is sampled: to a part of E q² = 1 + exact.
    const exact = (K - 1) / ((K + 1) * (dimensions - K + 2))
    expect(Math.abs(moment(2) / (1 + exact) - 1), `of ${K} in ${dimensions}`).toBeLessThan(0.004)
  }
})
