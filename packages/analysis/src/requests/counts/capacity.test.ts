import { expect, it } from 'vitest'
import { abandonedShare, abandonmentProbability, diversityOrder, diversityOrders } from './capacity.js'

it('gives up the share of requests that exceeds the capacity', () => {
  expect(abandonedShare(20, 15)).toBe(0.25)
  expect(abandonedShare(15, 15)).toBe(0)
  expect(abandonedShare(0, 0)).toBe(0)
  // A fair coin between 10 and 20 requests.
  const law = new Float64Array(21)
  law[10] = 0.5
  law[20] = 0.5
  expect(abandonmentProbability(law, 15)).toBeCloseTo(0.125, 12)
})

it('leaves the diversity order that granted requests leave', () => {
  expect([0, 3, 5, 9].map((count) => diversityOrder(count, 5))).toEqual([6, 3, 1, 1])
  expect([...diversityOrders(Float64Array.of(0.1, 0.2, 0.3, 0.4), 2)]).toEqual([0, 0.7, 0.2, 0.1])
})
