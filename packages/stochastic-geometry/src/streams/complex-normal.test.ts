import { regularizedLowerIncompleteGamma } from '@isacnet/special-functions'
import { describe, expect, it } from 'vitest'
import { correlationDeviation, kolmogorovSmirnov } from '../../test/goodness-of-fit.js'
import { scriptedStream } from '../../test/scripted-stream.js'
import { randomStream } from './alea-stream.js'
import { complexNormal } from './complex-normal.js'

describe('complexNormal', () => {
  it('has unit variance and uncorrelated parts of the same law', () => {
    const re = new Float64Array(100_000)
    const im = new Float64Array(100_000)
    complexNormal(randomStream(4, 0, 'complex'), re, im)
    const gain = re.map((x, i) => x * x + im[i]! ** 2)
    expect(kolmogorovSmirnov(gain, (g) => -Math.expm1(-g))).toBeLessThan(1)
    expect(kolmogorovSmirnov(gain, (g) => -Math.expm1(-g / 2))).toBeGreaterThan(1)
    const square = (part: Float64Array) => part.map((x) => x * x)
    for (const part of [re, im])
      expect(kolmogorovSmirnov(square(part), (s) => regularizedLowerIncompleteGamma(0.5, s))).toBeLessThan(1)
    expect(correlationDeviation(re, im)).toBeLessThan(1)
    expect(correlationDeviation(square(re), square(im))).toBeLessThan(1)
    const angle = re.map((x, i) => (Math.atan2(im[i]!, x) / Math.PI + 1) / 2)
    expect(kolmogorovSmirnov(angle, (u) => u)).toBeLessThan(1)
  })

  it('halves the variance of normal variates for either part', () => {
    const normals = [1, -2, 0.5, 3]
    const [re, im] = [new Float64Array(2), new Float64Array(2)]
    complexNormal(scriptedStream({ normal: () => normals.shift()! }), re, im)
    expect(Array.from(re, (x) => x * x)).toEqual([expect.closeTo(1 / 2, 14), expect.closeTo(0.25 / 2, 14)])
    expect(Array.from(im, (x) => x * x)).toEqual([expect.closeTo(4 / 2, 14), expect.closeTo(9 / 2, 14)])
  })

  it('leaves what is before the offset', () => {
    const re = Float64Array.of(7, 8, 9)
    const im = Float64Array.of(7, 8, 9)
    complexNormal(randomStream(4, 0, 'complex'), re, im, 2)
    expect([re[0], re[1], im[0], im[1]]).toEqual([7, 8, 7, 8])
    expect(re[2] === 9 || im[2] === 9).toBe(false)
    complexNormal(randomStream(4, 0, 'complex'), re, im, 3)
    expect(() => complexNormal(randomStream(4, 0, ''), re, im, 4)).toThrow(
      'offset must be an integer from 0 to 3, got 4',
    )
    expect(() => complexNormal(randomStream(4, 0, ''), re, new Float64Array(2))).toThrow('im must be')
  })
})
