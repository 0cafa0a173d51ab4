import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { analyticRates } from '../rates/analytic-rates.js'
import { tabulatedRates } from '../rates/tabulated-rates.js'
import { performanceOf, searchSpace } from './allocation-problem.js'

it('refuses finite densities of users and targets, whatever the rates', () => {
  const network = defineNetwork({ lambda_t: 3 })
  const rates = tabulatedRates([], [])
  expect(() => searchSpace({ network, rates })).toThrow(
    'the best allocation is not available for finite targetDensity (λ_t), got 3',
  )
  expect(() => analyticRates(network)).toThrow('the table of rates is not available')
})

it('makes ASEs and their errors of the rates, per km²', () => {
  const network = defineNetwork({ Mt: 20, lambda: 3 })
  const space = searchSpace({
    network,
    rates: {
      // D = 20 − 4·2 − 5·(3 − 1) + 1 = 3.
      communication: (K, L, D) => ({ value: K + L / 10 + D / 100, errorEstimate: 1e-3 }),
      sensing: (K, Q) => ({ value: Q + K / 10, errorEstimate: 2e-3 }),
      communicationGrowsWithDiversity: true,
      sensingGrowsFrom: 1,
    },
  })
  const allocation = { usersPerCell: 4, communicationClusterSize: 2, targetsPerCell: 5, sensingClusterSize: 3 }
  const { communication, sensing, degreesOfFreedomLeft } = performanceOf(space, allocation)
  // λ_b K R_c and λ_b J R_s.
  expect(communication).toEqual({
    rate: 4.23,
    errorEstimate: 1e-3,
    ase: expect.closeTo(3 * 4 * 4.23, 12),
    aseErrorEstimate: expect.closeTo(3 * 4 * 1e-3, 14),
  })
  expect(sensing).toEqual({
    rate: 3.4,
    errorEstimate: 2e-3,
    ase: expect.closeTo(3 * 5 * 3.4, 12),
    aseErrorEstimate: expect.closeTo(3 * 5 * 2e-3, 14),
  })
  expect(degreesOfFreedomLeft).toBe(2)
})
