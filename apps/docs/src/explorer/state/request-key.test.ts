import { expect, it } from 'vitest'
import { requestKey } from './request-key.js'

it('is equal for equal requests, in whatever order they name things', () => {
  expect(requestKey({ a: 1, b: { c: [1, 2], d: 'x' } })).toBe(requestKey({ b: { d: 'x', c: [1, 2] }, a: 1 }))
})

it('tells apart what JSON doesn’t', () => {
  const values = [0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, null, 'NaN', 1, [1], 1e-300]
  expect(new Set(values.map((value) => requestKey({ value }))).size).toBe(values.length)
  expect(requestKey({ values: [1, 2] })).not.toBe(requestKey({ values: [2, 1] }))
})
