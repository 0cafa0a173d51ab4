import { describe, expect, it } from 'vitest'
import independent from '../golden/independent.json' with { type: 'json' }
import { worstError } from '../golden/relative-error.js'
import {
  incompleteBeta,
  lowerIncompleteGamma,
  regularizedIncompleteBeta,
  regularizedLowerIncompleteGamma,
} from '../src/index.js'

const betaRows = independent.betainc as [number, number, number, number, number][]
const gammaRows = independent.gammainc as [number, number, number, number][]

/** Values of another origin than golden/generate.py, with another version of mpmath. */
describe('the independent table', () => {
  it('agrees with the incomplete beta functions', () => {
    const plain = worstError(
      betaRows,
      ([a, b, x]) => incompleteBeta(a, b, x),
      (row) => row[3],
    )
    expect(plain.error, plain.at).toBeLessThan(5e-15)
    const regularized = worstError(
      betaRows,
      ([a, b, x]) => regularizedIncompleteBeta(a, b, x),
      (row) => row[4],
    )
    expect(regularized.error, regularized.at).toBeLessThan(5e-15)
  })

  it('agrees with the incomplete gamma functions', () => {
    const plain = worstError(
      gammaRows,
      ([s, x]) => lowerIncompleteGamma(s, x),
      (row) => row[2],
    )
    expect(plain.error, plain.at).toBeLessThan(5e-15)
    const regularized = worstError(
      gammaRows,
      ([s, x]) => regularizedLowerIncompleteGamma(s, x),
      (row) => row[3],
    )
    expect(regularized.error, regularized.at).toBeLessThan(5e-15)
  })
})
