import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addExactly, exactSum, isExactSum, noSum, sumValue } from './exact-sum.js'

const moderate = fc.double({ min: -1e30, max: 1e30, noNaN: true }).filter((x) => x === 0 || Math.abs(x) > 1e-80)

it('is the same to the bit in any order and any grouping', () => {
  fc.assert(
    fc.property(fc.array(moderate, { maxLength: 30 }), fc.nat(30), (values, split) => {
      const forwards = exactSum(values)
      expect(exactSum([...values].reverse())).toBe(forwards)
      expect(addExactly(exactSum(values.slice(0, split)), exactSum(values.slice(split)))).toBe(forwards)
      expect(addExactly(exactSum(values.slice(split)), exactSum(values.slice(0, split)))).toBe(forwards)
      expect(isExactSum(forwards)).toBe(true)
    }),
  )
})

it('has every bit of a double, and cancels without a rest', () => {
  fc.assert(
    fc.property(moderate, (x) => {
      expect(sumValue(exactSum([x]))).toBe(x === 0 ? 0 : x)
    }),
  )
  expect(sumValue(exactSum([1e30, 1, -1e30]))).toBe(1)
  expect(sumValue(exactSum([1e-60, 1, -1]))).toBe(1e-60)
  expect(exactSum([0.1, -0.1])).toBe(noSum)
  expect(sumValue(exactSum(Array.from({ length: 10 }, () => 0.1)))).toBe(1)
})

it('cuts what lies below its unit', () => {
  expect(exactSum([Number.MIN_VALUE, -Number.MIN_VALUE])).toBe(noSum)
  expect(sumValue(exactSum([2 ** -400]))).toBe(2 ** -400)
  expect(sumValue(exactSum([2 ** -401]))).toBe(0)
})

it('has no sum of what is no number', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
    expect(() => exactSum([1, value])).toThrow(/only finite numbers have a sum/)
})

it('knows its own writing', () => {
  for (const text of ['', '-', '-0', '00', '0x1', 'G', '1.5', ' 1', 'A', 'f'.repeat(401)])
    expect(isExactSum(text)).toBe(false)
  expect(isExactSum(12)).toBe(false)
  for (const text of ['0', '1f', '-a0']) expect(isExactSum(text)).toBe(true)
})
