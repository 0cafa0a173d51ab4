import { expect, it } from 'vitest'
import { distinctSites } from './distinct-sites.js'

it('keeps the first of several sites at one place, in their order', () => {
  const sites = distinctSites({ x: Float64Array.of(3, 1, 3, 1, 0, -0), y: Float64Array.of(2, 1, 2, 1.5, 0, 0) })
  expect(Array.from(sites.x)).toEqual([3, 1, 1, 0])
  expect(Array.from(sites.y)).toEqual([2, 1, 1.5, 0])
  expect(Array.from(sites.of)).toEqual([0, 1, 0, 2, 3, 3])
})

it('leaves sites that differ by little, and none, as they are', () => {
  expect(distinctSites({ x: Float64Array.of(1, 1 + 1e-12), y: Float64Array.of(0, 0) }).x).toHaveLength(2)
  expect(distinctSites({ x: new Float64Array(0), y: new Float64Array(0) }).of).toHaveLength(0)
})
