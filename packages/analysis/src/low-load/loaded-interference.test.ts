import { defineNetwork } from '@isacnet/model'
import { integrateAdaptive } from '@isacnet/quadrature'
import { expect, it } from 'vitest'
import { typicalCellAreas } from './cell-area.js'
import { loadedInterference } from './loaded-interference.js'
import { streamLaw } from './stream-law.js'

const alpha = 3.5
const areas = typicalCellAreas(3)

const interferenceAt = (noisePower: number) => {
  const network = defineNetwork({ K: 3, alpha, lambda: 2, N0: noisePower, Pt: 4 })
  const load = { users: 1.5, targets: 0.5 }
  return loadedInterference(network, areas, load, streamLaw(areas, load, 3), 1e-10)
}

it('has the transform of its density over the distance', () => {
  for (const noisePower of [0, 0.7]) {
    const { transform, lnDensity } = interferenceAt(noisePower)
    for (const lnZeta of [-3, 0, 2.5]) {
      const { value } = integrateAdaptive((lnU) => Math.exp(lnDensity(lnZeta, lnU)), -40, 6, {
        relativeTolerance: 1e-10,
      })
      expect(transform(lnZeta)).toBeCloseTo(value, 9)
    }
  }
})

it('is the interference of BSs whose gains it has', () => {
  // 1/T = F = 1 + ∫₁^∞ (1 − G(ζ y^−α)) 2y dy.
  const { transform, gain } = interferenceAt(0)
  for (const lnZeta of [-2, 1, 4]) {
    const integrand = (lnY: number): number => 2 * Math.exp(2 * lnY) * (1 - gain(Math.exp(lnZeta - alpha * lnY), 1))
    const { value } = integrateAdaptive(integrand, 0, 9, { relativeTolerance: 1e-7 })
    expect(1 / transform(lnZeta) / (1 + value)).toBeCloseTo(1, 4)
  }
})

it('has more streams from larger cells', () => {
  const { gain } = interferenceAt(0)
  expect(gain(1, 0.5)).toBeGreaterThan(gain(1, 1))
  expect(gain(1, 2)).toBeLessThan(gain(1, 1))
  expect(gain(1, 1e-9)).toBeCloseTo(gain(1, 0.05), 12)
  expect(gain(0, 1)).toBeCloseTo(1, 12)
})
