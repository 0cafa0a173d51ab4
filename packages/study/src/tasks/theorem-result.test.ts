import { communicationRate, sensingRate } from '@isacnet/analysis'
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
