import { communicationRate, sirLaw } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { initialExplorerState } from '../../state/explorer-state.js'
import { type Expected, type ExpectedRequest, expectedSteps } from './expected.js'

const { values } = initialExplorerState

const expected = (changes: Partial<ExpectedRequest> = {}): Expected[] => {
  const parts: Expected[] = []
  for (const steps = expectedSteps({ values, clusters: 'bs-centric', wholeNetworks: false, ...changes }); ; ) {
    const { done, value } = steps.next()
    if (value !== undefined) parts.push(value)
    if (done) return parts
  }
}

const methods = ({ rates }: Expected): string[][] =>
  [rates.communication, rates.sensing].map((of) => of.map(({ method }) => method))

describe('what a simulation is compared with', { timeout: 60_000 }, () => {
  it('are the exact rate and the printed one at once, then the exact law', () => {
    const [first, whole] = expected()
    expect(methods(first!)).toEqual([
      ['exact', 'theorem-1'],
      ['exact', 'theorem-3'],
    ])
    const network = defineNetwork(values)
    expect(first!.rates.communication[0]!.rate).toBeCloseTo(communicationRate(network).value, 8)
    expect(whole!.coverage.communication).toHaveLength(31)
    const { thresholdDb, coverage } = whole!.coverage.communication[10]!
    expect(thresholdDb).toBe(0)
    expect(coverage).toBeCloseTo(sirLaw(network, 'communication').coverage(1).value, 6)
  })

  it('has the rate with actual requests where whole networks are drawn, and no law where too much is asked', () => {
    const [first] = expected({ wholeNetworks: true })
    expect(methods(first!)[0]).toEqual(['exact', 'actual-requests', 'theorem-1'])
    const overloaded = expected({ wholeNetworks: true, values: { ...values, usersPerCell: 12 } }).at(-1)!
    expect(overloaded.rates.communication[0]!.rate).toBeNull()
    expect(overloaded.rates.communication[1]!.rate).toBeGreaterThan(0)
    expect(overloaded.coverage.communication).toEqual([])
  })
})
