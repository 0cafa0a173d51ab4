import { expect, it } from 'vitest'
import { interferenceSeries } from '../series/interference-series.js'
import { pairTerms } from './pair-terms.js'
import { termsUpTo } from './success-terms.js'

it('is the transform itself where each of the pair has one term, with the noise of both', () => {
  const f = new Float64Array(1)
  interferenceSeries(6, 4)(0.3, 0, f)
  for (const added of [undefined, Float64Array.from([0.2])])
    for (const power of [{ power: 3 }, { scale: 0.7 }]) {
      const [pair, alone] = [new Float64Array(1), new Float64Array(1)]
      pairTerms(1, 3).write(f, added, power, pair)
      termsUpTo(0).write(
        f,
        added?.map((value) => 2 * value),
        power,
        alone,
      )
      expect(pair[0]! / alone[0]!).toBeCloseTo(1, 14)
    }
})

it('is the square of the coverage where nothing but noise interferes', () => {
  const D = 5
  const [pair, alone] = [new Float64Array(1), new Float64Array(D)]
  // e^{−N(1−w)} for each: the number of arrivals of a Poisson process is below D
  const noise = Float64Array.from({ length: 2 * D - 1 }, (_, k) => (k < 2 ? 3 : 0))
  const nothing = new Float64Array(2 * D - 1)
  pairTerms(D, 2).write(nothing, noise, { scale: 1 }, pair)
  termsUpTo(D - 1).write(nothing, noise, { scale: 1 }, alone)
  const coverage = alone.reduce((sum, term) => sum + term)
  expect(pair[0]! / coverage ** 2).toBeCloseTo(1, 13)
})
