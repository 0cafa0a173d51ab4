import { NonConvergenceError } from '@isacnet/quadrature'
import { expect, it } from 'vitest'
import { climb, logConcaveSum } from './log-concave-sum.js'

const gaussian = (mean: number, deviation: number) => (j: number) => -(((j - mean) / deviation) ** 2) / 2

it('is the sum from wherever it starts, even where the terms are no doubles', () => {
  for (const start of [-5000, 0, 700, 90_000])
    for (const height of [0, 2000, -3000]) {
      const { logarithm, mode } = logConcaveSum((j) => gaussian(700, 30)(j) + height, start, 40)
      expect(mode).toBe(700)
      expect(logarithm - height).toBeCloseTo(Math.log(30 * Math.sqrt(2 * Math.PI)), 12)
    }
})

it('finds terms to the left of those that are 0', () => {
  const term = (j: number): number => 0.01 * j - Math.exp(j)
  expect(climb(term, 2000).mode).toBe(-5)
})

it('ends', () => {
  expect(() => logConcaveSum((j) => -1e-9 * Math.abs(j), 0, 40)).toThrow(NonConvergenceError)
})
