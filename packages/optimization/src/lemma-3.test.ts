import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { analyticRates } from './analytic-rates.js'
import { lemma3 } from './lemma-3.js'
import { memoisedRates } from './memoised-rates.js'

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
