import { expect, it } from 'vitest'
import { detectionProbability } from './detection-probability.js'

it('is what exponential powers with and without a target make of a threshold', () => {
  // Without a target the power exceeds γ = −ln P_fa with probability P_fa, with one of mean 1 + SIR more often.
  for (const falseAlarm of [1e-9, 1e-6, 0.1])
    for (const sir of [0, 0.3, 10, 1e4]) {
      const threshold = -Math.log(falseAlarm)
      expect(detectionProbability(sir, falseAlarm)).toBeCloseTo(Math.exp(-threshold / (1 + sir)), 12)
    }
  expect(detectionProbability(0, 1e-3)).toBe(1e-3)
  expect(detectionProbability(Number.POSITIVE_INFINITY, 1e-3)).toBe(1)
})

it('refuses what is no SIR and no probability', () => {
  expect(() => detectionProbability(-1, 0.1)).toThrow('sir must be a number ≥ 0, got -1')
  expect(() => detectionProbability(1, 1)).toThrow('falseAlarm (P_fa) must be a number in (0, 1), got 1')
})
