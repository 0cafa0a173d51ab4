import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { searchSpace } from './allocation-problem.js'
import { boundedRates } from './bounded-rates.js'

it('bounds a rate by its value and its error, and by that of a larger argument', () => {
  const space = searchSpace({
    network: defineNetwork({ Mt: 10 }),
    rates: {
      communication: (_K, _L, D) => ({ value: D, errorEstimate: 0.5 }),
      sensing: (_K, Q) => ({ value: Q, errorEstimate: 0.25 }),
      communicationGrowsWithDiversity: true,
      sensingGrowsFrom: 1,
    },
  })
  const rates = boundedRates(space)
  // The last arguments of the rows of K = L = 1: D = 10 − 1 + 1 and Q = 1 + 10 − 1.
  expect(rates.communicationAtMost(1, 1, 2, 4)).toBe(10.5)
  expect(rates.sensingAtMost(1, 2, 4)).toBe(10.25)
  expect(rates.communicationUpper(1, 1, 5)).toBe(5.5)
  expect(rates.communicationAtMost(1, 1, 2, 4)).toBe(5.5)
  expect(rates.sensingUpper(1, 6)).toBe(6.25)
  expect(rates.sensingAtMost(1, 2, 4)).toBe(6.25)
})
