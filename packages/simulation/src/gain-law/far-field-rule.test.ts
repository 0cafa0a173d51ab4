import { defineNetwork } from '@isacnet/model'
import { expectedLogRate } from '@isacnet/special-functions'
import { randomStream } from '@isacnet/stochastic-geometry'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FarField } from './far-field.js'
import { FarFieldRule } from './far-field-rule.js'

const ruleOf = (cumulants: readonly number[]): FarFieldRule => {
  const rule = new FarFieldRule()
  rule.set(Float64Array.from(cumulants))
  return rule
}

it('has the mean, the variance and the third cumulant', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (mean, deviation, skewness) => {
        const variance = (mean * deviation) ** 2 / 8
        const third = skewness * variance ** 1.5
        const { lower, upper, lowerWeight: w } = ruleOf([mean, variance, third, variance ** 2])
        const moment = (n: number): number => w * (lower - mean) ** n + (1 - w) * (upper - mean) ** n
        expect(w * lower + (1 - w) * upper).toBeCloseTo(mean, 10)
        expect(Math.abs(moment(2) / variance - 1)).toBeLessThan(1e-7)
        expect(Math.abs(moment(3) - third)).toBeLessThan(1e-7 * variance ** 1.5)
        expect(lower).toBeGreaterThanOrEqual(0)
      },
    ),
  )
})

/** Two points of given rates: F is what they add up to. Everything about it can be summed. */
const compound = (
  atoms: readonly (readonly [value: number, rate: number])[],
  f: (x: number) => number,
  most = 60,
): number => {
  const [[x, p], [y, q]] = atoms as readonly [readonly [number, number], readonly [number, number]]
  let sum = 0
  for (let i = 0, a = Math.exp(-p); i < most; a *= p / ++i)
    for (let j = 0, b = Math.exp(-q); j < most; b *= q / ++j) sum += a * b * f(i * x + j * y)
  return sum
}

it.each([
  [[0.1, 5], [0.3, 1], 1, 5],
  [[0.05, 8], [0.5, 0.2], 0.2, 3],
  [[0.2, 2], [0.4, 0.5], 0.5, 20],
  [[0.02, 9], [0.03, 4], 0.01, 1],
] as const)(
  'is too low, by less than its bound, for a sum of points %j, %j beside %d, a signal of %d',
  (a, b, near, signal) => {
    const atoms = [a, b]
    const cumulants = [1, 2, 3, 4].map((n) => atoms.reduce((sum, [x, rate]) => sum + rate * x ** n, 0))
    const rule = ruleOf(cumulants)
    const rate = expectedLogRate(3)
    const f = (x: number): number => rate((near + x) / (signal / 3))
    const exact = compound(atoms, f)
    const value = rule.lowerWeight * f(rule.lower) + (1 - rule.lowerWeight) * f(rule.upper)
    expect(exact).toBeGreaterThan(value)
    expect(exact - value).toBeLessThan(rule.remainder(near, signal))
    // A mean alone is further off.
    expect(exact - f(cumulants[0]!)).toBeGreaterThan(2 * (exact - value))
  },
)

it('has the remainder that its docstring derives, of moments that are summed one by one', { timeout: 60_000 }, () => {
  const [near, signal] = [0.6, 4]
  /** The fourth derivative of ln(1 + S/I) by central differences. */
  const fourthDerivative = (interference: number): number => {
    const h = 5e-3 * interference
    return (
      [1, -4, 6, -4, 1].reduce(
        (sum, weight, i) => sum + weight * Math.log1p(signal / (interference + (i - 2) * h)),
        0,
      ) /
      h ** 4
    )
  }
  for (const atoms of [
    [
      [0.1, 5],
      [0.3, 1],
    ],
    [
      [0.05, 8],
      [0.5, 0.2],
    ],
    // So many points that F is never small: the first term is all.
    [
      [0.01, 250],
      [0.02, 60],
    ],
  ] as const) {
    const cumulants = [1, 2, 3, 4].map((n) => atoms.reduce((sum, [x, rate]) => sum + rate * x ** n, 0))
    const rule = ruleOf(cumulants)
    const { lower, upper } = rule
    const [mean, variance] = cumulants as [number, number]
    const least = Math.min(lower, mean / 2)
    const chance = Math.exp(-((mean - least) ** 2) / (2 * variance))
    const product = compound(atoms, (x) => (x - lower) ** 2 * (x - upper) ** 2, 500)
    const bound =
      (product * fourthDerivative(near + least) + chance * (lower * upper) ** 2 * fourthDerivative(near)) / 24
    expect(Math.abs(rule.remainder(near, signal) / bound - 1)).toBeLessThan(1e-3)
  }
})

it('bounds what is missed of a sampled far field', { timeout: 60_000 }, () => {
  const far = new FarField(defineNetwork({ K: 1, alpha: 3 }))
  far.setInterferers(1, 0)
  const rule = new FarFieldRule()
  rule.set(far.cumulants)
  const stream = randomStream(2, 0, 'far field')
  const rate = expectedLogRate(2)
  const f = (x: number): number => rate((0.5 + x) / 3)
  // Points of areas 1 … 100, the mean for the rest: its variance is 1e-4 of all.
  const draws = 10_000
  let [sum, squares] = [0, 0]
  for (let i = 0; i < draws; i++) {
    let x = 2 / Math.sqrt(100)
    for (let v = 1 + stream.exponential(); v < 100; v += stream.exponential()) x += stream.exponential() * v ** -1.5
    const value = f(x)
    sum += value
    squares += value * value
  }
  const mean = sum / draws
  const error = Math.sqrt((squares / draws - mean * mean) / draws)
  const value = rule.lowerWeight * f(rule.lower) + (1 - rule.lowerWeight) * f(rule.upper)
  expect(mean).toBeGreaterThan(value - 4.5 * error)
  expect(mean).toBeLessThan(value + rule.remainder(0.5, 6) + 4.5 * error)
})
