import { sirLaw } from '@isacnet/analysis'
import { defineNetwork, InvalidParameterError } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { initialExplorerState } from '../../state/explorer-state.js'
import { type Distribution, type DistributionRequest, distributionSteps } from './distribution.js'

const request: DistributionRequest = { values: initialExplorerState.values, clusters: 'bs-centric', threshold: 3 }

const found = (changes: Partial<DistributionRequest> = {}) => {
  const steps = distributionSteps({ ...request, ...changes })
  const parts: Distribution[] = []
  for (;;) {
    const { done, value } = steps.next()
    if (value !== undefined) parts.push(value)
    if (done) return { parts, last: value }
  }
}

describe('the laws that the explorer shows', { timeout: 30_000 }, () => {
  it('have readings of the exact law', () => {
    const { last } = found()
    const network = defineNetwork(request.values)
    const law = sirLaw(network, 'communication')
    const { coverage, percentiles } = last.readings.communication!
    expect(coverage).toBe(law.coverage(10 ** 0.3).value)
    expect(percentiles.map(({ percentile }) => percentile)).toEqual([5, 50, 95])
    expect(percentiles[0]!.rate).toBe(law.percentile(0.05).rate.value)
    expect(last.readings.sensing!.detection).toBeGreaterThan(0)
    expect(last.readings.sensing!.angleErrors![1]).toBeGreaterThan(last.readings.sensing!.angleErrors![0])
    expect(last.readings.sensing).not.toHaveProperty('rangeErrors')
    const wide = found({ values: { ...request.values, rmsBandwidth: 1e7, receiveAntennas: 1 } }).last.readings.sensing!
    expect(wide.rangeErrors).toHaveLength(2)
    expect(wide).not.toHaveProperty('angleErrors')
  })

  it('have curves of every method with a law, coarse ones first', () => {
    const { parts, last } = found()
    expect(last.curves.map(({ service, method }) => `${service} ${method}`)).toEqual([
      'communication exact',
      'communication actual-requests',
      'communication theorem-1',
      'communication theorem-2',
      'sensing exact',
      'sensing actual-requests',
    ])
    expect(parts.map(({ curves }) => curves[0]!.points.length)).toEqual([25, 121, 121])
    for (const { points } of last.curves) {
      expect(points.every(({ y }) => y > 0 && y <= 1)).toBe(true)
      for (let i = 1; i < points.length; i++) expect(points[i]!.y).toBeLessThanOrEqual(points[i - 1]!.y)
    }
    // No law: theorem 3 and the network without a hole speak of means.
    expect(last.reasons.join()).toContain('no-hole')
  })

  it('have curves of the methods that are wanted, each in its place', () => {
    const { curves, readings } = found({ hiddenMethods: ['actual-requests', 'theorem-1', 'no-hole'] }).last
    expect(curves.map(({ service, method, place }) => `${service} ${method} ${place}`)).toEqual([
      'communication exact 0',
      'communication theorem-2 3',
      'sensing exact 0',
    ])
    expect(readings.communication).toBeDefined()
    expect(
      found({ hiddenMethods: ['exact', 'actual-requests', 'theorem-1', 'theorem-2', 'no-hole', 'theorem-3'] }).last
        .curves,
    ).toEqual([])
  })

  it('are none of values that make no network', () => {
    expect(() => found({ values: { ...request.values, transmitAntennas: 2 } })).toThrow(InvalidParameterError)
  })
})
