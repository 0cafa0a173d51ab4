import { integrateAdaptive } from '@isacnet/quadrature'
import { describe, expect, it } from 'vitest'
import { cumulativeHoleRule, holeRule } from './echo/interference-hole.js'
import {
  bsCentricInterferenceExponent,
  interfererDensity,
  interferersWithin,
  targetCentricInterferenceExponent,
} from './sensing-laplace-transform.js'

const interferers = { usersPerCell: 3, pathLossExponent: 4 }

describe('the hole', () => {
  it.each([0.01, 0.5, 1, 1.7, 2, 3])('has A(%d) = ∫a', (t) => {
    const edges = t > 2 ? [0, 2, t] : [0, t]
    let integral = 0
    for (let i = 1; i < edges.length; i++)
      integral += integrateAdaptive(interfererDensity, edges[i - 1]!, edges[i]!, { relativeTolerance: 1e-12 }).value
    expect(interferersWithin(t)).toBeCloseTo(integral, 10)
  })

  it('takes a unit disc away', () => {
    expect(interferersWithin(2)).toBe(3)
    expect(interferersWithin(0)).toBeCloseTo(0, 15)
  })

  it('has few interferers near the serving BS, and no fewer', () => {
    // mpmath
    expect(Math.abs(interferersWithin(1e-5) / 5.0000106103295405e-11 - 1)).toBeLessThan(1e-15)
    expect(Math.abs(interferersWithin(1e-9) / 5.000000001061034e-19 - 1)).toBeLessThan(1e-15)
    expect(interferersWithin(0)).toBe(0)
  })

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 1e160])('refuses the distance %d', (t) => {
    expect(() => interfererDensity(t)).toThrow('t must be a number from 0 to 1e+150')
    expect(() => interferersWithin(t)).toThrow('t must be a number from 0 to 1e+150')
    expect(() => bsCentricInterferenceExponent(1, t, interferers)).toThrow('t must be a number from 0 to 1e+150')
    expect(() => targetCentricInterferenceExponent(1, t, interferers)).toThrow('w must be a number from 1 to 1e+150')
  })

  it('is integrated by its rules', () => {
    const expected = integrateAdaptive((t) => Math.exp(-t) * interfererDensity(t), 0, 2, {
      relativeTolerance: 1e-13,
    }).value
    const rule = holeRule(24)
    const value = rule.measure.reduce((sum, weight, i) => sum + weight * Math.exp(-rule.distance[i]!), 0)
    expect(value).toBeCloseTo(expected, 12)
    rule.distance.forEach((t, i) => {
      expect(rule.within[i]).toBeCloseTo(interferersWithin(t), 12)
    })
  })

  it('is integrated to its edge from each node', () => {
    const rule = cumulativeHoleRule(20)
    const sums = new Float64Array(rule.distance.length)
    rule.integrateToEdge(
      rule.distance.map((t) => Math.exp(-t)),
      sums,
    )
    for (const i of [0, 7, 15, 22, 39]) {
      const t = rule.distance[i]!
      const expected = integrateAdaptive((y) => Math.exp(-y) * interfererDensity(y), t, 2, { relativeTolerance: 1e-12 })
      expect(sums[i]).toBeCloseTo(expected.value, 11)
    }
  })
})

it.each([1e-4, 0.1, 1, 25, 1e4])('has one exponent for Q = 1 in both readings, s = %d', (s) => {
  const bsCentric = bsCentricInterferenceExponent(s, 0, interferers)
  expect(Math.abs(targetCentricInterferenceExponent(s, 1, interferers) / bsCentric - 1)).toBeLessThan(1e-9)
})

it('forgets the hole as the cluster grows', () => {
  // Far out both see the PPP outside a disc; the target-centric one is off-centre.
  const ratio =
    bsCentricInterferenceExponent(1e4, 50, interferers) / targetCentricInterferenceExponent(1e4, 50, interferers)
  expect(Math.abs(ratio - 1)).toBeLessThan(5e-3)
  expect(Math.abs(ratio - 1)).toBeGreaterThan(1e-6)
})

it('grows with s and falls with the cluster', () => {
  expect(bsCentricInterferenceExponent(0, 0.5, interferers)).toBe(0)
  for (const exponent of [bsCentricInterferenceExponent, targetCentricInterferenceExponent]) {
    const inS = [0.1, 1, 10, 100].map((s) => exponent(s, 1.5, interferers))
    expect(inS).toEqual(inS.toSorted((a, b) => a - b))
    const inCluster = [1, 1.2, 1.9, 2.5, 6].map((w) => exponent(3, w, interferers))
    expect(inCluster).toEqual(inCluster.toSorted((a, b) => b - a))
  }
})
