import { describe, expect, it } from 'vitest'
import { gaussLegendre } from './gauss-legendre.js'

describe('gaussLegendre', () => {
  it('has the known nodes of three points', () => {
    const { nodes, weights } = gaussLegendre(3)
    expect(nodes[0]).toBeCloseTo((1 - Math.sqrt(0.6)) / 2, 15)
    expect(nodes[1]).toBeCloseTo(0.5, 15)
    expect(weights[0]).toBeCloseTo(5 / 18, 15)
    expect(weights[1]).toBeCloseTo(8 / 18, 15)
  })

  it('gives copies, so that a changed rule changes nobody else’s', () => {
    gaussLegendre(5).nodes[0] = 7
    expect(gaussLegendre(5).nodes[0]).toBeLessThan(0.1)
  })

  it.each([0, -1, 1.5, 1025, Number.NaN])('refuses %d nodes', (n) => {
    expect(() => gaussLegendre(n)).toThrow(
      new RangeError(`gaussLegendre: n must be an integer from 1 to 1024, got ${n}`),
    )
  })
})
