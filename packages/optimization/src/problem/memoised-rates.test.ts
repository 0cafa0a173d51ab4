import { expect, it } from 'vitest'
import { memoisedRates } from './memoised-rates.js'
import type { RateModel } from './rate-model.js'

it('computes no rate twice, tells arguments apart, and keeps what is proved', () => {
  const asked: string[] = []
  const model: RateModel = {
    communication: (...key) => {
      asked.push(`communication ${key}`)
      return { value: key[0] * 100 + key[1] * 10 + key[2], errorEstimate: 0 }
    },
    sensing: (...key) => {
      asked.push(`sensing ${key}`)
      return { value: key[0] * 10 + key[1], errorEstimate: 0 }
    },
    communicationGrowsWithDiversity: true,
    sensingGrowsFrom: 2,
  }
  const rates = memoisedRates(model)
  for (let time = 0; time < 2; time++) {
    expect(rates.communication(1, 2, 3).value).toBe(123)
    expect(rates.communication(12, 3, 4).value).toBe(1234)
    expect(rates.communication(1, 23, 4).value).toBe(334)
    expect(rates.sensing(1, 2).value).toBe(12)
  }
  expect(asked).toEqual(['communication 1,2,3', 'communication 12,3,4', 'communication 1,23,4', 'sensing 1,2'])
  expect(rates).toMatchObject({ communicationGrowsWithDiversity: true, sensingGrowsFrom: 2 })
  expect(memoisedRates(rates)).toBe(rates)
})
