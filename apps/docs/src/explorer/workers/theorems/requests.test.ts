import { requestCounts } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { shownRequests } from './requests.js'

it('has the laws that the package has, to where they can be seen, and the capacity', () => {
  const network = defineNetwork({ K: 12, L: 2, J: 2, Q: 2 })
  const counts = requestCounts(network)
  const { capacity, typical, serving, means, givenUp } = shownRequests(network, 'bs-centric')!
  expect(capacity).toBe(8)
  expect(means).toEqual({ typical: counts.typical.mean, serving: counts.serving.mean })
  for (const [shown, { probabilities }] of [
    [typical, counts.typical],
    [serving, counts.serving],
  ] as const) {
    expect(shown.length).toBeGreaterThan(capacity + 1)
    expect(shown).toEqual([...probabilities.slice(0, shown.length)])
    expect(shown.reduce((sum, probability) => sum + probability, 0)).toBeGreaterThan(0.995)
  }
  expect(givenUp.users).toBe(counts.askedByUser[0]!.abandonmentProbability)
  expect(givenUp.targets).toBeGreaterThan(0.2)
})

it('is none where nobody asks', () => {
  expect(shownRequests(defineNetwork({ K: 5 }), 'bs-centric')).toBeNull()
  expect(shownRequests(defineNetwork({ L: 2 }), 'bs-centric')!.givenUp).not.toHaveProperty('targets')
})
