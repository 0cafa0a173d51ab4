import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dependencyOrder } from './dependency-order.js'

const graph = (edges: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(edges).map(([name, dependencies]) => [name, new Set(dependencies)]))

describe('dependencyOrder', () => {
  it('puts dependencies first and keeps the order otherwise', () => {
    expect(dependencyOrder(graph({ a: ['c'], b: [], c: ['b', 'elsewhere'] }))).toEqual({ order: ['b', 'c', 'a'] })
  })

  it('names a cycle', () => {
    expect(dependencyOrder(graph({ a: ['b'], b: ['c'], c: ['b'] }))).toEqual({ cycle: ['b', 'c', 'b'] })
    expect(dependencyOrder(graph({ a: ['a'] }))).toEqual({ cycle: ['a', 'a'] })
  })

  it('finds an order of any graph without cycles', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 60 }), (pairs) => {
        const edges = graph(Object.fromEntries(Array.from({ length: 20 }, (_, node) => [`n${node}`, []])))
        for (const [a, b] of pairs) if (a !== b) edges.get(`n${Math.max(a, b)}`)!.add(`n${Math.min(a, b)}`)
        const result = dependencyOrder(edges)
        if (!('order' in result)) throw new Error('a cycle where there is none')
        expect([...result.order].sort()).toEqual([...edges.keys()].sort())
        const place = new Map(result.order.map((name, index) => [name, index]))
        for (const [name, dependencies] of edges)
          for (const dependency of dependencies) expect(place.get(dependency)).toBeLessThan(place.get(name)!)
      }),
    )
  })
})
