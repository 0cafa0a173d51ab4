import { communicationMethods, communicationRate, sensingRate } from '@isacnet/analysis'
import { defineNetwork, InvalidParameterError, services } from '@isacnet/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialExplorerState } from '../../state/explorer-state.js'
import { methodCount } from './methods-of.js'
import { coarseToFine, networkRates, networkRatesSteps, type SweepPoint, sweepPointSteps } from './sweep.js'

const request = { values: initialExplorerState.values, clusters: 'bs-centric', relativeTolerance: 1e-9 } as const

const point = (usersPerCell: number): SweepPoint | undefined => {
  const steps = sweepPointSteps(request, 'usersPerCell', usersPerCell)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

describe('the rates of a network', () => {
  it('are those of the package, by every method', () => {
    const network = defineNetwork(initialExplorerState.values)
    const { communication, sensing } = networkRates(request)
    for (const { method, rate, ase } of communication) {
      const { value } = communicationRate(network, { method: method as 'exact' })
      expect(rate, method).toBe(value)
      expect(ase, method).toBeCloseTo(5 * value, 12)
    }
    for (const { method, rate, ase } of sensing) {
      const { value } = sensingRate(network, { method: method as 'exact' })
      expect(rate, method).toBe(value)
      expect(ase, method).toBeCloseTo(2 * value, 12)
    }
    expect(communication.map(({ method }) => method)).toEqual(communicationMethods)
    expect(sensing.map(({ method }) => method)).toEqual(['exact', 'actual-requests', 'no-hole', 'theorem-3'])
    for (const { service } of services) expect(methodCount[service]).toBe({ communication, sensing }[service].length)
  })

  it('have a reason where a method says nothing', () => {
    const { sensing } = networkRates({ ...request, clusters: 'target-centric' })
    expect(sensing[0]?.rate).toBeGreaterThan(0)
    expect(sensing[1]?.rate).toBeGreaterThan(0)
    expect(sensing[2]?.rate).toBeNull()
    expect(sensing[2]?.reason).toContain('bs-centric')
  })

  it('are refused for what is no network', () => {
    expect(() => networkRates({ ...request, values: { ...request.values, usersPerCell: 30 } })).toThrow(
      InvalidParameterError,
    )
    expect(point(30)).toBeUndefined()
    expect(point(3)).toEqual({ x: 3, ...networkRates({ ...request, values: { ...request.values, usersPerCell: 3 } }) })
  })

  it('come in steps of one method each', () => {
    const steps = networkRatesSteps(request)
    const count = services.reduce((sum, { service }) => sum + methodCount[service], 0)
    for (let step = 0; step < count; step++) expect(steps.next()).toEqual({ done: false, value: undefined })
    expect(steps.next()).toEqual({ done: true, value: networkRates(request) })
  })
})

it('takes points from coarse to fine, each once', () => {
  expect(coarseToFine(5)).toEqual([0, 4, 2, 1, 3])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), (count) => {
      const order = coarseToFine(count)
      expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index))
    }),
  )
})
