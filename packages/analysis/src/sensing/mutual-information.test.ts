import { InvalidParameterError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { lemma1 } from '../communication/lemma-1.js'
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

it('stands distances whose powers are no doubles', () => {
  // 2·3·10^(800) over 4·10^(800), and the same in the plain way
  const near = { ...realisation, targetDistance: 1e-200, interferers: [{ distance: 1e-200, gain: 4 }] }
  expect(sensingMutualInformation(near)).toBeCloseTo(Math.log(2.5), 14)
  const far = { ...realisation, targetDistance: 1e200, interferers: [{ distance: 1e200, gain: 4 }] }
  expect(sensingMutualInformation(far)).toBeCloseTo(Math.log(2.5), 14)
  // a ratio of 1.5·10^800
  const strong = { ...realisation, targetDistance: 1e-200, interferers: [{ distance: 1, gain: 4 }] }
  expect(sensingMutualInformation(strong)).toBeCloseTo(Math.log(1.5) + 800 * Math.LN10, 10)
})

it('refuses what is no realisation', () => {
  for (const wrong of [
    { targetDistance: 0 },
    { targetDistance: Number.NaN },
    { targetGain: -1 },
    { echoGain: Number.POSITIVE_INFINITY },
    { noiseToPower: Number.NaN },
    { interferers: [{ distance: 0, gain: 1 }] },
    { pathLossExponent: Number.NaN },
  ])
    expect(() => sensingMutualInformation({ ...realisation, ...wrong }), JSON.stringify(wrong)).toThrow(
      InvalidParameterError,
    )
})

it('has the mean gain of Lemma 1', () => {
  expect(lemma1(7)).toEqual({ mean: 7, variance: 7 })
})
