import { expect, it } from 'vitest'
import { cumulativeGaussLegendre } from './cumulative-gauss-legendre.js'

it('integrates polynomials of degree n − 1 from each node to 1', () => {
  for (const n of [1, 2, 5, 12]) {
    const { nodes, toEnd } = cumulativeGaussLegendre(n)
    for (let m = 0; m < n; m++)
      nodes.forEach((x, i) => {
        let sum = 0
        nodes.forEach((y, j) => {
          sum += toEnd[i * n + j]! * y ** m
        })
        expect(sum).toBeCloseTo((1 - x ** (m + 1)) / (m + 1), 12)
      })
  }
})

it('converges for a smooth function', () => {
  const { nodes, toEnd } = cumulativeGaussLegendre(14)
  let sum = 0
  nodes.forEach((y, j) => {
    sum += toEnd[3 * 14 + j]! * Math.exp(y)
  })
  expect(sum).toBeCloseTo(Math.E - Math.exp(nodes[3]!), 13)
})

it.each([0, 2.5, 257, Number.NaN])('refuses %d nodes', (n) => {
  expect(() => cumulativeGaussLegendre(n)).toThrow(
    new RangeError(`cumulativeGaussLegendre: n must be an integer from 1 to 256, got ${n}`),
  )
})
