import { expect, it } from 'vitest'
import { fixedShape, randomShape } from './signal-gain.js'

/** Terms as they might be. */
const terms = Float64Array.from({ length: 40 }, (_, k) => 0.3 * 0.7 ** k)

it('has for a random shape the means of what it has for each', () => {
  const orders = Float64Array.of(0, 0.2, 0, 0.5, 0.3)
  const { shape, meanShape, covered, missed, density, densityScale } = randomShape(orders)
  expect([shape, meanShape]).toEqual([4, expect.closeTo(2.9, 12)])
  const mean = (of: (D: number) => number): number =>
    orders.reduce((sum, probability, D) => (D === 0 ? sum : sum + probability * of(D)), 0)
  expect(covered(terms)).toBeCloseTo(
    mean((D) => fixedShape(D).covered(terms)),
    12,
  )
  expect(missed(terms, 39)).toBeCloseTo(
    mean((D) => fixedShape(D).missed(terms, 39)),
    12,
  )
  expect(covered(terms) + missed(terms, 39)).toBeCloseTo(1 - 0.7 ** 40, 12)
  expect(densityScale * density(terms)).toBeCloseTo(
    mean((D) => fixedShape(D).densityScale * fixedShape(D).density(terms)),
    12,
  )
})

it('is a fixed shape where there is one only', () => {
  const random = randomShape(Float64Array.of(0, 0, 1))
  const fixed = fixedShape(2)
  expect([random.shape, random.meanShape]).toEqual([fixed.shape, fixed.meanShape])
  expect(random.covered(terms)).toBe(fixed.covered(terms))
  expect(random.covered(terms)).toBe(terms[0]! + terms[1]!)
})
