import { expect, it } from 'vitest'
import { defineNetwork } from '../../network/define-network.js'
import {
  communicationAreaSpectralEfficiency,
  sensingAreaSpectralEfficiency,
  weightedSumAreaSpectralEfficiency,
} from './area-spectral-efficiency.js'

it('multiplies rates to area spectral efficiencies', () => {
  const network = defineNetwork({ lambda: 2, K: 3, J: 5 })
  expect(communicationAreaSpectralEfficiency(network, 1.5)).toBe(9)
  expect(sensingAreaSpectralEfficiency(network, 0.5)).toBe(5)
  expect(weightedSumAreaSpectralEfficiency(0.25, 8, 4)).toBe(5)
})

it('is not what finite densities of users or targets have', () => {
  for (const changes of [{ lambda_u: 2 }, { lambda_t: 2 }]) {
    expect(() => communicationAreaSpectralEfficiency(defineNetwork(changes), 1)).toThrow('T_c = λ_b K R_c')
    expect(() => sensingAreaSpectralEfficiency(defineNetwork(changes), 1)).toThrow('is not available for finite')
  }
})

it('weighs within [0, 1], and takes nothing of what weighs nothing', () => {
  for (const weight of [-0.1, 1.1, Number.NaN])
    expect(() => weightedSumAreaSpectralEfficiency(weight, 1, 1)).toThrow('weight (ρ) must be a number in [0, 1]')
  expect(weightedSumAreaSpectralEfficiency(0, Number.POSITIVE_INFINITY, 4)).toBe(4)
  expect(weightedSumAreaSpectralEfficiency(1, 8, Number.POSITIVE_INFINITY)).toBe(8)
})
