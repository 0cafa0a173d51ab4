import { expect, it } from 'vitest'
import { lemma1 } from './lemma-1.js'
import { sensingMutualInformation } from './mutual-information.js'

const realisation = {
  echoGain: 2,
  targetDistance: 0.5,
  targetGain: 3,
  interferers: [
    { distance: 1, gain: 4 },
    { distance: 2, gain: 16 },
  ],
  pathLossExponent: 4,
  echoPathLossExponent: 2,
}

it('is ln(1 + SIR) of (36)', () => {
  // 2·3·0.5⁻⁴ = 96 over 4 + 16/16 = 5.
  expect(sensingMutualInformation(realisation)).toBeCloseTo(Math.log(1 + 96 / 5), 14)
})

it('adds noise as in (35)', () => {
  expect(sensingMutualInformation({ ...realisation, noiseToPower: 3 })).toBeCloseTo(Math.log(1 + 96 / 8), 14)
})

it('has ends', () => {
  expect(sensingMutualInformation({ ...realisation, targetGain: 0 })).toBe(0)
  expect(sensingMutualInformation({ ...realisation, interferers: [] })).toBe(Number.POSITIVE_INFINITY)
})

it('has the mean gain of Lemma 1', () => {
  expect(lemma1(7)).toEqual({ mean: 7, variance: 7 })
})
