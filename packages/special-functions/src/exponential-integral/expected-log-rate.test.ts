import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectedLogRateRows } from '../../golden/quantile-rows.js'
import { expectedLogRate } from './expected-log-rate.js'

/** The same mean by the trapezoidal rule in ln z of $\int_0^\infty (1-(1+z)^{-D})e^{-yz}\,dz/z$. */
const byQuadrature = (shape: number, y: number): number => {
  const step = 1 / 32
  const scale = Math.max(1 / y, 1 / shape)
  let sum = 0
  for (let x = -90; x < 40 + Math.log1p(shape); x += step) {
    const z = scale * Math.exp(x)
    sum += -Math.expm1(-shape * Math.log1p(z)) * Math.exp(-y * z)
  }
  return sum * step
}

it.each([1, 2, 3, 9, 20, 40, 128])('is the integral, for the shape %d', { timeout: 60_000 }, (shape) => {
  const rate = expectedLogRate(shape)
  for (let x = -35; x < 25; x += 0.37) {
    const y = Math.exp(x)
    expect(Math.abs(rate(y) / byQuadrature(shape, y) - 1), `at ${y}`).toBeLessThan(1e-11)
  }
})

it('is what mpmath gives', { timeout: 60_000 }, () => {
  // sum(exp(y)*expint(k,y) for k in range(1,D+1)) with 40 digits, rounded to 15.
  const golden = [
    [1, 1e-14, 31.6589756370154],
    [1, 1, 0.596347362323194],
    [9, 0.5, 2.8941720447565],
    [20, 20, 0.686987319224041],
    [128, 9e4, 0.00142120394340165],
    [128, 1e7, 0.0000127999174407155],
  ] as const
  for (const [shape, y, value] of [...golden, ...expectedLogRateRows])
    expect(Math.abs(expectedLogRate(shape)(y) / value - 1)).toBeLessThan(2e-12)
})

/** Seeded uniform variates: a Weyl sequence in 32 bits, mixed. */
const weylUniforms = (): (() => number) => {
  let state = 20240611
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return (((mixed ^ (mixed >>> 15)) >>> 0) + 0.5) / 2 ** 32
  }
}

it('is the mean over sampled gains', { timeout: 60_000 }, () => {
  const uniform = weylUniforms()
  for (const [shape, y] of [
    [1, 0.2],
    [4, 3],
    [13, 0.01],
  ] as const) {
    const count = 40_000
    let sum = 0
    let squares = 0
    for (let i = 0; i < count; i++) {
      let gain = 0
      for (let k = 0; k < shape; k++) gain -= Math.log(uniform())
      const rate = Math.log1p(gain / y)
      sum += rate
      squares += rate * rate
    }
    const mean = sum / count
    const error = Math.sqrt((squares / count - mean * mean) / count)
    // False alarms in 7e-6 of all seeds, each.
    expect(Math.abs(mean - expectedLogRate(shape)(y))).toBeLessThan(4.5 * error)
  }
})

it('rises by eʸE_D(y) with the shape, which is between 1/(y+D) and 1/(y+D−1), and falls with y', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), fc.double({ min: -30, max: 12, noNaN: true }), (shape, x) => {
      const y = Math.exp(x)
      const rise = expectedLogRate(shape)(y) - expectedLogRate(shape - 1)(y)
      const slack = 1e-11 * expectedLogRate(shape)(y)
      expect(rise).toBeGreaterThan(1 / (y + shape) - slack)
      expect(rise).toBeLessThan(1 / (y + shape - 1) + slack)
      expect(expectedLogRate(shape)(y * 1.001)).toBeLessThan(expectedLogRate(shape)(y))
    }),
    { numRuns: 500 },
  )
})

it('is finite at the ends of the doubles', { timeout: 60_000 }, () => {
  for (const shape of [1, 20]) {
    expect(expectedLogRate(shape)(Number.MIN_VALUE)).toBeCloseTo(744.44, -1)
    expect(expectedLogRate(shape)(1e300)).toBeCloseTo(0, 290)
    expect(expectedLogRate(shape)(Number.POSITIVE_INFINITY)).toBe(0)
  }
})

it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('has no shape %d', { timeout: 60_000 }, (shape) => {
  expect(() => expectedLogRate(shape)).toThrow(/^expectedLogRate: shape must be an integer ≥ 1, got/)
})
