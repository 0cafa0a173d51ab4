import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gaussJacobi } from './gauss-jacobi.js'

/** E Xᵐ of Beta(a, b), by its product form. */
const betaMoment = (a: number, b: number, m: number): number => {
  let moment = 1
  for (let k = 0; k < m; k++) moment *= (a + k) / (a + b + k)
  return moment
}

const moment = ({ nodes, weights }: { nodes: Float64Array; weights: Float64Array }, m: number): number =>
  nodes.reduce((sum, x, i) => sum + weights[i]! * x ** m, 0)

describe('gaussJacobi', () => {
  it('is exact for polynomials of degree 2n − 1', () => {
    const shape = fc.double({ min: 0.05, max: 40, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 }), shape, shape, (n, a, b) => {
        const rule = gaussJacobi(n, a, b)
        for (let m = 0; m < 2 * n; m++) expect(Math.abs(moment(rule, m) / betaMoment(a, b, m) - 1)).toBeLessThan(1e-12)
      }),
    )
  })

  it('is not exact for degree 2n', () => {
    const error = moment(gaussJacobi(3, 2, 5), 6) / betaMoment(2, 5, 6) - 1
    expect(Math.abs(error)).toBeGreaterThan(1e-3)
  })

  it('has ascending nodes in (0, 1) and positive weights of unit mass', () => {
    const { nodes, weights } = gaussJacobi(50, 0.3, 7)
    expect(nodes).toEqual(Float64Array.from(nodes).sort())
    expect(nodes[0]).toBeGreaterThan(0)
    expect(nodes[49]).toBeLessThan(1)
    expect(weights.every((weight) => weight > 0)).toBe(true)
    expect(weights.reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 14)
  })

  it('mirrors when a and b change places', () => {
    const one = gaussJacobi(9, 0.4, 3)
    const other = gaussJacobi(9, 3, 0.4)
    one.nodes.forEach((x, i) => {
      expect(1 - x).toBeCloseTo(other.nodes[8 - i]!, 13)
      expect(one.weights[i]).toBeCloseTo(other.weights[8 - i]!, 13)
    })
  })

  it.each([
    [20, 1e-300, 1],
    [20, 1, 1e-300],
    [16, 1e-12, 1e-12],
    [5, 1e-300, 1e-200],
    [64, 1e-300, 1e6],
  ])('has the moments of n = %d, a = %d, b = %d', (n, a, b) => {
    const rule = gaussJacobi(n, a, b)
    expect(rule.nodes[0]).toBeGreaterThan(0)
    expect(rule.nodes[n - 1]).toBeLessThanOrEqual(1)
    expect(rule.weights.every((weight) => weight >= 0)).toBe(true)
    for (let m = 0; m < 2 * n; m++) {
      const right = betaMoment(a, b, m)
      if (right > 1e-290) expect(Math.abs(moment(rule, m) / right - 1), `moment ${m}`).toBeLessThan(1e-13)
    }
  })

  it.each([
    [0, 1, 1, 'n must be an integer from 1 to 1024, got 0'],
    [2.5, 1, 1, 'n must be an integer from 1 to 1024, got 2.5'],
    [3, 0, 1, 'a must be a number from 1e-300 to 1e6, got 0'],
    [3, 1, Number.NaN, 'b must be a number from 1e-300 to 1e6, got NaN'],
    [1025, 1, 1, 'n must be an integer from 1 to 1024, got 1025'],
    [3, 1e-301, 1, 'a must be a number from 1e-300 to 1e6, got 1e-301'],
  ])('refuses n = %d, a = %d, b = %d', (n, a, b, message) => {
    expect(() => gaussJacobi(n, a, b)).toThrow(new RangeError(`gaussJacobi: ${message}`))
  })
})
