import { InvalidParameterError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { complexMatrix } from './complex-matrix.js'

it('is zero, of its shape', () => {
  const matrix = complexMatrix(3, 2)
  expect([matrix.rows, matrix.columns]).toEqual([3, 2])
  expect([...matrix.re, ...matrix.im]).toEqual(Array.from({ length: 12 }, () => 0))
})

it('refuses shapes that are not counts', () => {
  for (const bad of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => complexMatrix(bad, 1)).toThrow(InvalidParameterError)
    expect(() => complexMatrix(1, bad)).toThrow(InvalidParameterError)
  }
})
