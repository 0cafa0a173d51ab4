import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { memoisedRates } from '../problem/memoised-rates.js'
import { analyticRates } from '../rates/analytic-rates.js'
import { lemma3 } from './lemma-3.js'

const network = defineNetwork({ Mt: 20 })

it('fails with the exact rates: two users sense a little better than one', { timeout: 60_000 }, () => {
  const { holds, optimum, withOneUser, gain } = lemma3({ network, rates: analyticRates(network) })
  expect(holds).toBe(false)
  expect(optimum.allocation).toMatchObject({ usersPerCell: 2, communicationClusterSize: 1 })
  expect(withOneUser.allocation).toMatchObject({ usersPerCell: 1, communicationClusterSize: 1 })
  expect(gain).toBeGreaterThan(1e-3)
  expect(gain).toBeLessThan(0.1)
})

it('holds where R_s doesn’t depend on K, as it assumes', { timeout: 60_000 }, () => {
  const exact = analyticRates(network)
  const rates = memoisedRates({ ...exact, sensing: (_K, Q) => exact.sensing(1, Q) })
  expect(lemma3({ network, rates })).toMatchObject({ holds: true, gain: 0 })
})

it('has the gain of the best number of users over one', () => {
  const rates = memoisedRates({
    communication: () => ({ value: 1, errorEstimate: 0 }),
    sensing: (K) => ({ value: K === 2 ? 1.2 : K === 1 ? 1 : 0.5, errorEstimate: 0 }),
    communicationGrowsWithDiversity: true,
    sensingGrowsFrom: 1,
  })
  const { holds, gain, withOneUser, optimum } = lemma3({ network: defineNetwork({ Mt: 6, lambda: 2 }), rates })
  expect(holds).toBe(false)
  expect(gain).toBeCloseTo(0.2, 14)
  // λ_b J R_s with J = J_max = 10 where Q = 1.
  expect([withOneUser.value, optimum.value]).toEqual([20, 24])
})
