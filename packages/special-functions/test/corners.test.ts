/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cornersTable, cornersTableIn, worstPoints } from '../../../tooling/checks/src/corner-points.js'
import { cornerFunctions, cornerPoints } from '../golden/corner-points.js'
import corners from '../golden/corners.json' with { type: 'json' }
import record from '../golden/corners-record.json' with { type: 'json' }
import {
  beta,
  incompleteBeta,
  lnBeta,
  lowerIncompleteGamma,
  regularizedIncompleteBetaComplement,
  upperIncompleteGamma,
} from '../src/index.js'

const relative = (computed: number, right: number) => Math.abs(computed / right - 1)

describe('over the whole documented domain', () => {
  it('a seeded sample of the corners is right to 1e-14', () => {
    for (const { worst, call, computed, right } of worstPoints(cornerPoints(corners.rows), cornerFunctions))
      expect(worst, `${call} = ${computed}, right ${right}`).toBeLessThan(1e-14)
  })

  it('so was each of the points of the record, which the README shows', () => {
    for (const { points, worst, call } of record.worst) {
      expect(points).toBeGreaterThanOrEqual(2000)
      expect(worst, call).toBeLessThan(1e-14)
    }
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    expect(cornersTableIn(readme)).toBe(cornersTable(record.worst))
  })
})

describe('next to the limits', () => {
  it.each([
    // mpmath, 60 digits
    [1e-4, 0.20439223907061196],
    [1e-6, 0.20440493447514138],
    [1e-8, 0.20440506143359138],
    [1e-10, 0.20440506270317632],
    [1e-12, 0.20440506271587217],
    [1e-300, 0.20440506271600042],
  ])('the incomplete beta function keeps its digits for a second parameter of %d', (q, right) => {
    expect(relative(incompleteBeta(2.5, q, 0.6), right)).toBeLessThan(5e-15)
  })

  it('1 − I is a log over the first parameter', () => {
    expect(relative(regularizedIncompleteBetaComplement(1e-40, 1, 0.25), 1e-40 * Math.log(4))).toBeLessThan(5e-15)
  })

  it.each([
    [171, 4.69343212938041e307, 4.789935437444389e307],
    [172, 4.982117839098444e307, 4.501249727726356e307],
  ])('the parts of Γ(171.5) at %d are doubles', (x, lower, upper) => {
    expect(relative(lowerIncompleteGamma(171.5, x), lower)).toBeLessThan(5e-15)
    expect(relative(upperIncompleteGamma(171.5, x), upper)).toBeLessThan(5e-15)
  })

  it('two large parameters leave no beta function, but a logarithm', () => {
    expect(beta(8.127705397855763e89, 9.703376904355487e24)).toBe(0)
    expect(relative(lnBeta(1.2e308, 1.2e308), -1.2e308 * (2 * Math.LN2))).toBeLessThan(1e-15)
  })
})
