import { studentQuantile } from '@isacnet/special-functions'
import { type RandomStream, randomStream } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { type ControlSums, controlGroupOf, controlSums, mergeControlSums } from '../quantities/control-sums.js'
import { controlledEstimate } from './controlled-estimate.js'

type Pair = readonly [rate: number, deviation: number]

const sumsOf = (groups: { readonly even: readonly Pair[]; readonly odd: readonly Pair[] }): ControlSums =>
  (['even', 'odd'] as const)
    .flatMap((name) =>
      groups[name].map(([rate, deviation]) => controlSums(name, { mean: rate, deviation, bias: 0.004, error: 0.001 })),
    )
    .reduce(mergeControlSums)

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

const variance = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1)

const even: readonly Pair[] = [
  [2.1, 0.3],
  [1.7, -0.2],
  [2.6, 0.5],
  [1.9, 0.1],
]
const odd: readonly Pair[] = [
  [1.2, -0.6],
  [2.4, 0.35],
  [1.6, -0.4],
]

const coefficient = (group: readonly Pair[]): number => {
  const [y, d] = [mean(group.map(([rate]) => rate)), mean(group.map(([, deviation]) => deviation))]
  const products = group.reduce((sum, [rate, deviation]) => sum + (rate - y) * (deviation - d), 0)
  return products / group.reduce((sum, [, deviation]) => sum + (deviation - d) ** 2, 0)
}

it('subtracts from each group the deviation times the coefficient of the other', () => {
  const found = controlledEstimate(sumsOf({ even, odd }), 0.9)!
  const corrected = [
    even.map(([rate, deviation]) => rate - coefficient(odd) * deviation),
    odd.map(([rate, deviation]) => rate - coefficient(even) * deviation),
  ] as const
  expect(found.mean).toBeCloseTo(mean(corrected.flat()), 13)
  expect(found.coefficient).toBeCloseTo((4 * coefficient(odd) + 3 * coefficient(even)) / 7, 12)
  const error = Math.sqrt((4 * variance(corrected[0]) + 3 * variance(corrected[1])) / 49)
  expect(found.standardError).toBeCloseTo(error, 12)
  const half = studentQuantile(0.1, 5) * error
  expect(found.interval[1] - found.mean).toBeCloseTo(half, 12)
  expect(found.mean - found.interval[0]).toBeCloseTo(half, 12)
})

it('bounds what the control adds to the bias, on the side on which its sign puts it', () => {
  const positive = controlledEstimate(sumsOf({ even, odd }), 0.9)!
  expect(positive.above).toBeCloseTo(positive.coefficient * 0.005, 13)
  expect(positive.below).toBeCloseTo(positive.coefficient * 0.001, 13)
  const turned = (group: readonly Pair[]) => group.map(([rate, deviation]): Pair => [rate, -deviation])
  const negative = controlledEstimate(sumsOf({ even: turned(even), odd: turned(odd) }), 0.9)!
  expect(negative.coefficient).toBeCloseTo(-positive.coefficient, 13)
  expect(negative.above).toBeCloseTo(positive.below, 13)
  expect(negative.below).toBeCloseTo(positive.above, 13)
})

it('is nothing before both groups have two batches, and takes no coefficient from a control that is constant', () => {
  expect(controlledEstimate(sumsOf({ even, odd: [] }), 0.9)).toBeUndefined()
  expect(controlledEstimate(sumsOf({ even, odd: odd.slice(0, 1) }), 0.9)).toBeUndefined()
  const constant = (group: readonly Pair[]) => group.map(([rate]): Pair => [rate, 0.5])
  const found = controlledEstimate(sumsOf({ even: constant(even), odd: constant(odd) }), 0.9)!
  expect(found.coefficient).toBe(0)
  expect(found.mean).toBeCloseTo(mean([...even, ...odd].map(([rate]) => rate)), 13)
})

it('has an error that covers rounding where the control is the rate', () => {
  const same = (group: readonly Pair[]) => group.map(([, deviation]): Pair => [2 + deviation, deviation])
  const found = controlledEstimate(sumsOf({ even: same(even), odd: same(odd) }), 0.95)!
  expect(found.standardError).toBeLessThan(1e-7)
  expect(found.interval[0]).toBeLessThanOrEqual(2)
  expect(found.interval[1]).toBeGreaterThanOrEqual(2)
})

/** Blocks of eight batches whose rate, of mean 3, is curved in the control. */
const simulated = (
  blocks: number,
  { exponential, normal }: Pick<RandomStream, 'exponential' | 'normal'>,
): ControlSums =>
  Array.from({ length: blocks }, (_, block) =>
    Array.from({ length: 8 }, () => {
      const deviation = exponential() - 1
      const rate = 3 + deviation + 0.25 * (deviation * deviation - 1) + 0.5 * normal()
      return controlSums(controlGroupOf(block), { mean: rate, deviation, bias: 0, error: 0 })
    }).reduce(mergeControlSums),
  ).reduce(mergeControlSums)

it('has no bias even with two blocks', () => {
  const stream = randomStream('unbiased', 0, '')
  const runs = 4000
  const estimates = Array.from({ length: runs }, () => controlledEstimate(simulated(2, stream), 0.9)!.mean)
  // A coefficient of the same batches would be off by more than ten of these standard errors.
  expect(Math.abs(mean(estimates) - 3)).toBeLessThan(4 * Math.sqrt(variance(estimates) / runs))
})

it('has intervals that cover once there are 64 batches', () => {
  const stream = randomStream('covering', 0, '')
  const runs = 1000
  let covered = 0
  for (let run = 0; run < runs; run++) {
    const [lower, upper] = controlledEstimate(simulated(8, stream), 0.9)!.interval
    if (lower <= 3 && 3 <= upper) covered += 1
  }
  // Of 1000 with a probability of 0.9, 860 to 940 in all but 3e-5 of cases; skewness takes a percent.
  expect(covered).toBeGreaterThan(850)
  expect(covered).toBeLessThan(940)
})
