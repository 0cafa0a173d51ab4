import { InvalidParameterError } from '@isacnet/model'
import { regularizedLowerIncompleteGamma, regularizedUpperIncompleteGamma } from '@isacnet/special-functions'
import xorshift7 from 'seedrandom/lib/xorshift7.js'
import { describe, expect, it } from 'vitest'
import {
  chiSquareUniform,
  correlationDeviation,
  draw,
  kolmogorovSmirnov,
  meanDeviation,
} from '../../test/goodness-of-fit.js'
import { randomStream } from './alea-stream.js'
import type { RandomStream } from './random-stream.js'

/** Φ(x), from P(X² ≤ x²) of the chi-square law. */
const normalCdf = (x: number) => 0.5 + 0.5 * Math.sign(x) * regularizedLowerIncompleteGamma(0.5, (x * x) / 2)

describe('randomStream', () => {
  it('is the same for the same seed, block and purpose, and no other', () => {
    const first = (seed: number | string, block: number, purpose: string) =>
      randomStream(seed, block, purpose).uniform()
    expect(first(1, 0, 'sites')).toBe(first(1, 0, 'sites'))
    const triples: [number | string, number, string][] = [
      [1, 0, 'sites'],
      ['01', 0, 'sites'],
      [1, 0, 'fading'],
      [1, 1, 'sites'],
      [10, 1, 'sites'],
      [1, 1, '0,sites'],
      ['1,0', 1, 'sites'],
      ['1', 0, '","sites'],
      ['1.5', 0, 'sites'],
      [-1, 0, 'sites'],
      [' ', 0, ''],
    ]
    expect(new Set(triples.map((triple) => first(...triple))).size).toBe(triples.length)
    expect(first('1', 0, 'sites')).toBe(first(1, 0, 'sites'))
  })

  it('has the bits that it had when it was published', () => {
    const stream = randomStream(2024, 7, 'sites')
    expect([stream.uniform(), stream.normal(), stream.exponential(), stream.gamma(4), stream.poisson(12)]).toEqual([
      0.43412834224025165, -0.5654315984883462, 1.531184083496687, 2.245785337963044, 13,
    ])
  })

  it('refuses what names no stream', () => {
    expect(() => randomStream(Number.NaN, 0, '')).toThrow(InvalidParameterError)
    expect(() => randomStream(1, -1, '')).toThrow('block must be an integer ≥ 0, got -1')
    expect(() => randomStream(1, 0.5, '')).toThrow(InvalidParameterError)
    expect(() => randomStream(1, 0, 5 as never)).toThrow(InvalidParameterError)
    for (const n of [0, 0.5, -3, Number.NaN, 2 ** 54, Number.POSITIVE_INFINITY])
      expect(() => randomStream(1, 0, '').integer(n)).toThrow('n must be an integer from 1 to 2⁵³')
  })
})

describe('neighbouring streams', () => {
  /** The largest deviation over pairs of neighbours: of correlations at lags −1, 0, 1 and of counts in 16 × 16 squares. */
  const dependence = (uniforms: (name: string) => () => number, names: readonly string[]) => {
    const samples = names.map((name) => draw(20_000, uniforms(name)))
    let largest = 0
    for (let i = 1; i < samples.length; i++) {
      const [a, b] = [samples[i - 1]!, samples[i]!]
      const counts = new Float64Array(256)
      for (let k = 0; k < a.length; k++) counts[16 * Math.floor(16 * a[k]!) + Math.floor(16 * b[k]!)]! += 1
      largest = Math.max(
        largest,
        chiSquareUniform(counts),
        correlationDeviation(a, b),
        correlationDeviation(a.subarray(1), b.subarray(0, -1)),
        correlationDeviation(a.subarray(0, -1), b.subarray(1)),
      )
    }
    return largest
  }
  const blocks = Array.from({ length: 12 }, (_, block) => String(block))

  it('are independent: blocks, seeds, purposes', () => {
    expect(dependence((block) => randomStream(7, Number(block), 'fading').uniform, blocks)).toBeLessThan(1)
    expect(dependence((seed) => randomStream(Number(seed), 7, 'fading').uniform, blocks)).toBeLessThan(1)
    expect(dependence((purpose) => randomStream(7, 7, purpose).uniform, ['a', 'b', 'c', 'aa', 'ab'])).toBeLessThan(1)
  })

  it('would be found dependent if they were: xorshift7 seeded by the same texts', () => {
    expect(dependence((block) => xorshift7(`[7,${block},"fading"]`).double, blocks)).toBeGreaterThan(1)
  })

  it('give uniform first values, all different, over many blocks', () => {
    const first = Float64Array.from({ length: 20_000 }, (_, block) => randomStream(7, block, 'fading').uniform())
    expect(kolmogorovSmirnov(first, (u) => u)).toBeLessThan(1)
    expect(correlationDeviation(first.subarray(1), first.subarray(0, -1))).toBeLessThan(1)
    expect(new Set(first).size).toBe(first.length)
  })
})

describe('variates', () => {
  const count = 200_000
  const stream = (purpose: string): RandomStream => randomStream(11, 0, purpose)

  it('uniform: (0, 1) with 53 bits', () => {
    const { uniform } = stream('uniform')
    const sample = draw(count, uniform)
    expect(kolmogorovSmirnov(sample, (u) => u)).toBeLessThan(1)
    const lowBits = sample.map((u) => (u * 2 ** 32) % 1)
    expect(kolmogorovSmirnov(lowBits, (u) => u)).toBeLessThan(1)
    expect(sample.every((u) => u > 0 && u < 1)).toBe(true)
  })

  it('exponential, with its tail', () => {
    const { exponential } = stream('exponential')
    const sample = draw(2 * count, exponential)
    expect(kolmogorovSmirnov(sample, (x) => -Math.expm1(-x))).toBeLessThan(1)
    const beyond = sample.filter((x) => x > 5).map((x) => x - 5)
    expect(beyond.length).toBeGreaterThan(2000)
    expect(kolmogorovSmirnov(beyond, (x) => -Math.expm1(-x))).toBeLessThan(1)
  })

  it('normal, with its tail', () => {
    const { normal } = stream('normal')
    const sample = draw(3_000_000, normal)
    expect(kolmogorovSmirnov(sample.subarray(0, count), normalCdf)).toBeLessThan(1)
    for (const sign of [-1, 1]) {
      const beyond = sample.filter((x) => sign * x > 3)
      const upper = (x: number) => regularizedUpperIncompleteGamma(0.5, (x * x) / 2) / 2
      expect(beyond.length).toBeGreaterThan(3000)
      expect(
        kolmogorovSmirnov(beyond.map(Math.abs), (x) => 1 - upper(x) / upper(3)),
        `sign ${sign}`,
      ).toBeLessThan(1)
    }
    expect(correlationDeviation(sample.subarray(1), sample.subarray(0, -1))).toBeLessThan(1)
    expect(
      meanDeviation(
        sample.map((x) => x * x),
        1,
        Math.sqrt(2),
      ),
    ).toBeLessThan(1)
  })

  it('integer: each with the same probability', () => {
    const { integer } = stream('integer')
    for (const n of [1, 2, 7, 100]) {
      const counts = new Float64Array(n)
      for (let i = 0; i < count; i++) counts[integer(n)]! += 1
      if (n === 1) expect(counts[0]).toBe(count)
      else expect(chiSquareUniform(counts), `n = ${n}`).toBeLessThan(1)
    }
  })
})
