import { defineNetwork } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import type { AllocationConstraints } from '../problem/allocation-problem.js'
import { communicationObjective, customObjective } from '../problem/objective.js'
import { analyticRates } from '../rates/analytic-rates.js'
import { describeEmptyFeasibleSet, EmptyFeasibleSetError } from './empty-feasible-set-error.js'
import { optimizeAllocation } from './optimize-allocation.js'

const network = defineNetwork({ Mt: 8, Jmax: 3 })
const rates = analyticRates(network, { relativeTolerance: 1e-7 })

const failure = (constraints: AllocationConstraints): EmptyFeasibleSetError => {
  try {
    optimizeAllocation({ network, rates, constraints }, { objective: communicationObjective })
  } catch (error) {
    if (error instanceof EmptyFeasibleSetError) return error
    throw error
  }
  throw new Error('an allocation was feasible')
}

describe('an empty feasible set names the constraint that empties it', () => {
  it.each([
    [
      { minCommunicationClusterSize: 9 },
      'minCommunicationClusterSize (L_th) must be at most 8 with transmitAntennas (M_t) = 8, got 9',
    ],
    [
      { minSensingClusterSize: 10 },
      'minSensingClusterSize (Q_th) must be at most 8 with transmitAntennas (M_t) = 8, got 10',
    ],
    [
      { minCommunicationClusterSize: 4, minSensingClusterSize: 6 },
      'minSensingClusterSize (Q_th) must be at most 5 with transmitAntennas (M_t) = 8 and minCommunicationClusterSize (L_th) = 4, got 6',
    ],
  ])('%o', (constraints, message) => {
    expect(failure(constraints).message).toBe(`no allocation is feasible: ${message}`)
  })

  it('a minimum rate, with the most that can be had and where', { timeout: 60_000 }, () => {
    const { reason, message } = failure({ minCommunicationRate: 7 })
    const most = optimizeAllocation(
      { network, rates },
      { objective: customObjective(({ communication }) => communication.rate) },
    )
    expect(reason).toMatchObject({ constraint: 'minCommunicationRate', required: 7 })
    expect(reason.attainable).toBeCloseTo(most.value, 6)
    expect(message).toMatch(
      /^no allocation is feasible: minCommunicationRate \(r_c\) must be at most [\d.]+ nat\/s\/Hz \(K = 1, L = \d, J = \d, Q = 1\) with/,
    )
    expect(describeEmptyFeasibleSet(reason, { unit: 'bits' })).toContain('got 10.09887 bit/s/Hz')
    expect(describeEmptyFeasibleSet(reason, { nameOf: () => '--min-rate' })).toContain(': --min-rate must be at most')
  })

  it('a minimum rate that another minimum rate leaves no room for', { timeout: 60_000 }, () => {
    const alone = failure({ minSensingRate: 9 }).reason.attainable
    const { reason, message } = failure({ minCommunicationRate: 3, minSensingRate: alone - 0.01 })
    expect(reason.constraint).toBe('minSensingRate')
    expect(reason.attainable).toBeLessThan(alone - 0.01)
    expect(message).toContain('and minCommunicationRate (r_c) = 3, got')
  })

  it('constraints outside their domain are another matter', () => {
    const optimum = (constraints: AllocationConstraints) => () =>
      optimizeAllocation({ network, rates, constraints }, { objective: communicationObjective })
    expect(optimum({ minSensingClusterSize: 1.5 })).toThrow(
      'minSensingClusterSize (Q_th) must be an integer ≥ 1, got 1.5',
    )
    expect(optimum({ minSensingRate: -1 })).toThrow('minSensingRate (r_s) must be a finite number ≥ 0, got -1')
  })

  it('and so is a network with too many allocations to search', () => {
    const large = defineNetwork({ Mt: 1e6 })
    expect(() => optimizeAllocation({ network: large, rates }, { objective: communicationObjective })).toThrow(
      'transmitAntennas (M_t) must be so small that there are at most 2000000 choices of K, L and J with maxTargetsPerCell (J_max) = 10, got 1000000',
    )
  })
})
