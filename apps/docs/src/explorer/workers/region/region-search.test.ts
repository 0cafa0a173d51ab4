import { defineNetwork } from '@isacnet/model'
import {
  achievableRegion,
  analyticRates,
  optimizeAllocation,
  sensingObjective,
  weightedSumObjective,
} from '@isacnet/optimization'
import { describe, expect, it } from 'vitest'
import { initialExplorerState } from '../../state/explorer-state.js'
import { largestSumOf } from './largest-sum.js'
import { type RegionQuestion, RegionSearch } from './region-search.js'

const question: RegionQuestion = {
  values: { ...initialExplorerState.values, transmitAntennas: 10, maxTargetsPerCell: 4 },
  clusters: 'bs-centric',
  method: 'exact',
  metric: 'ase',
  limits: {},
  objective: 'sum',
  weight: 0.5,
}

const network = defineNetwork({ Mt: 10, Jmax: 4 })
const problem = { network, rates: analyticRates(network, { relativeTolerance: 1e-7 }) }

const end = <Result>(steps: Generator<unknown, Result>): Result => {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value as Result
  }
}

describe('a search of the explorer', () => {
  it('finds the region of the package, and that within limits', () => {
    const search = new RegionSearch()
    expect(end(search.region(question, {})).frontier).toEqual(achievableRegion(problem).frontier)
    const limits = { minSensingRate: 1, minCommunicationClusterSize: 2 }
    expect(end(search.region(question, limits)).frontier).toEqual(
      achievableRegion({ ...problem, constraints: limits }).frontier,
    )
  })

  it('has the largest weighted sum on the frontier, by brute force over the package’s optima', () => {
    const { frontier } = achievableRegion(problem)
    for (let weight = 0; weight <= 1; weight += 0.05) {
      const optimum = optimizeAllocation(problem, {
        objective: weightedSumObjective(weight),
        findBindingConstraints: false,
      })
      const { communication, sensing } = largestSumOf(frontier, weight)!
      expect(weight * communication + (1 - weight) * sensing).toBeCloseTo(optimum.value, 9)
    }
    expect(largestSumOf([], 0.5)).toBeUndefined()
  })

  it('finds the best by another objective, and of actual requests by evaluating all', () => {
    const search = new RegionSearch()
    const sensing = end(search.optimum({ ...question, objective: 'sensing' }))
    expect(sensing.allocation).toEqual(optimizeAllocation(problem, { objective: sensingObjective }).allocation)
    const values = { ...question.values, transmitAntennas: 3, maxTargetsPerCell: 2 }
    const actual = { ...question, values, method: 'actual-requests' } as const
    const best = end(search.optimum(actual))
    const region = end(search.region(actual, {}))
    expect(best.examined).toBe(region.examined)
    const found = largestSumOf(region.frontier, 0.5)!
    expect(0.5 * (found.communication + found.sensing)).toBeCloseTo(best.value, 12)
    expect(() => end(search.region(actual, { 'communication-coverage:0dB': 0.9 }))).toThrow('not of coverage')
    expect(() => end(search.region(actual, { minSensingRate: 99 }))).toThrow('No allocation meets the limits')
  })
})
