import { InvalidParameterError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { sirGap } from './sir-gap.js'

/** Coverage in a Poisson process for α = 4 and exponential gains. */
const poisson = (threshold: number): number => 1 / (1 + Math.sqrt(threshold) * Math.atan(Math.sqrt(threshold)))

const linear = (decibels: number): number => 10 ** (decibels / 10)

const decibels = Array.from({ length: 31 }, (_, i) => -20 + 2 * i)

it('is the shift of a law that is a shifted one, and leaves no error', () => {
  const curve = decibels.map((thresholdDb) => ({
    thresholdDb,
    probability: poisson(linear(thresholdDb - 3.4)),
    standardError: 0.001,
  }))
  const { gaps, common } = sirGap(poisson, curve, [0.95, 0.5, 0.2])
  for (const { gapDb } of gaps) expect(gapDb).toBeCloseTo(3.4, 7)
  expect(common!.gapDb).toBeCloseTo(3.4, 6)
  expect(common!.largestError).toBeLessThan(1e-7)
  // The error of a probability over the slope of the curve, at one of its points.
  const [first] = sirGap(poisson, curve, [curve[10]!.probability]).gaps
  const slope = (poisson(linear(-3.4 - 1e-3)) - poisson(linear(-3.4 + 1e-3))) / 2e-3
  expect(first!.standardError / (0.001 / slope)).toBeCloseTo(1, 4)
})

it('is not one number where curves have other shapes: the one has the least of greatest errors', () => {
  // A gain of 3 dB at high coverage and 5 at low.
  const gain = (p: number): number => 5 - 2 * p
  const curve = decibels.map((referenceDb) => {
    const probability = poisson(linear(referenceDb))
    return { thresholdDb: referenceDb + gain(probability), probability, standardError: 0 }
  })
  const { gaps, common } = sirGap(poisson, curve, [0.9, 0.5, 0.25])
  for (const { coverage, gapDb } of gaps) expect(gapDb).toBeCloseTo(gain(coverage), 6)
  const errorOf = (gapDb: number): number =>
    Math.max(
      ...curve.map(({ thresholdDb, probability }) => Math.abs(probability - poisson(linear(thresholdDb - gapDb)))),
    )
  expect(common!.largestError).toBeCloseTo(errorOf(common!.gapDb), 10)
  for (const away of [-0.05, 0.05]) expect(errorOf(common!.gapDb + away)).toBeGreaterThan(common!.largestError)
})

it('tells nothing where the curve doesn’t reach', () => {
  const curve = [-3, 0, 3].map((thresholdDb) => ({
    thresholdDb,
    probability: poisson(linear(thresholdDb)),
    standardError: Number.NaN,
  }))
  const { gaps } = sirGap(poisson, curve, [0.99, 0.6, 0.01])
  expect(gaps.map(({ coverage }) => coverage)).toEqual([0.6])
  expect(gaps[0]!.gapDb).toBeCloseTo(0, 7)
  expect(gaps[0]!.standardError).toBeNaN()
  expect(sirGap(poisson, [{ thresholdDb: 0, probability: 1, standardError: 0 }], [0.5])).toEqual({ gaps: [] })
})

it('refuses coverages that are none, and curves out of order', () => {
  expect(() => sirGap(poisson, [], [1])).toThrow('coverages must be between 0 and 1, got 1')
  const point = { probability: 0.5, standardError: 0 }
  const disordered = [
    { ...point, thresholdDb: 1 },
    { ...point, thresholdDb: 1 },
  ]
  expect(() => sirGap(poisson, disordered, [0.5])).toThrow(InvalidParameterError)
})
