import { communicationRate, sensingRate, sirQuantityValue } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { theoremResult } from './theorem-result.js'

const methods = {
  kind: 'theorem',
  communicationMethod: 'exact',
  sensingMethod: 'exact',
  sensingClusters: 'bs-centric',
} as const

it('has both rates, and an objective with the most that their errors can change', async () => {
  const network = defineNetwork({ lambda: 2, K: 3, J: 4, Mt: 20 })
  const [Rc, Rs] = [communicationRate(network), sensingRate(network)]
  const result = await theoremResult(network, { ...methods, objective: { kind: 'sum', rho: 0.3 } })
  expect(result.communication).toEqual({ value: Rc.value, errorEstimate: Rc.errorEstimate })
  expect(result.sensing).toEqual({ value: Rs.value, errorEstimate: Rs.errorEstimate })
  // ρ λ_b K R_c + (1 − ρ) λ_b J R_s.
  expect(result.objective!.value).toBeCloseTo(0.3 * 2 * 3 * Rc.value + 0.7 * 2 * 4 * Rs.value, 12)
  const most = 0.3 * 2 * 3 * Rc.errorEstimate + 0.7 * 2 * 4 * Rs.errorEstimate
  expect(Math.abs(result.objective!.errorEstimate / most - 1)).toBeLessThan(1e-3)
})

it('has no objective unless it is asked for one', async () => {
  expect((await theoremResult(defineNetwork(), methods)).objective).toBeNull()
})

it('has the chosen quantities of each service, and null for those that the network has not', async () => {
  const network = defineNetwork({ K: 3, J: 2, Q: 2 })
  const quantities = ['coverage:3dB', 'detection:1e-6', 'range-error:50%']
  const objective = { kind: 'quantity', quantity: 'sensing-angle-error:95%' } as const
  const result = await theoremResult(network, { ...methods, quantities, objective })
  expect(result.communication.quantities).toEqual({
    'coverage:3dB': sirQuantityValue('coverage:3dB', 'communication', network),
  })
  expect(result.sensing.quantities).toEqual({
    'coverage:3dB': sirQuantityValue('coverage:3dB', 'sensing', network),
    'detection:1e-6': sirQuantityValue('detection:1e-6', 'sensing', network),
    'range-error:50%': null,
  })
  expect(result.objective).toEqual(sirQuantityValue('angle-error:95%', 'sensing', network))
})

it('has objectives that are expressions with quantities of the law of the SIR', async () => {
  const network = defineNetwork({ K: 3, J: 2, Q: 2 })
  const objective = {
    kind: 'expression',
    expression: 'Tc / 10 + 2*communication-coverage:3dB - sensing-angle-error:95%',
  } as const
  const result = await theoremResult(network, { ...methods, objective })
  const [Rc, coverage, error] = [
    communicationRate(network),
    sirQuantityValue('coverage:3dB', 'communication', network),
    sirQuantityValue('angle-error:95%', 'sensing', network),
  ]
  expect(result.objective!.value).toBeCloseTo((3 * Rc.value) / 10 + 2 * coverage.value - error.value, 12)
  const most = (3 * Rc.errorEstimate) / 10 + 2 * coverage.errorEstimate + error.errorEstimate
  expect(Math.abs(result.objective!.errorEstimate / most - 1)).toBeLessThan(1e-3)
})
