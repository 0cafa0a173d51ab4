import { defineNetwork } from '@isacnet/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cheapRates } from '../../test/cheap-rates.js'
import type { AllocationProblem } from '../problem/allocation-problem.js'
import { memoisedRates } from '../problem/memoised-rates.js'
import { analyticRates } from '../rates/analytic-rates.js'
import { EmptyFeasibleSetError } from '../search/empty-feasible-set-error.js'
import { achievableRegion } from './achievable-region.js'
import type { RegionMetric } from './region-plane.js'
import { searchOverNulls } from './search-over-nulls.js'

const randomProblem = fc
  .record({
    Mt: fc.integer({ min: 1, max: 24 }),
    Jmax: fc.integer({ min: 1, max: 12 }),
    kind: fc.constantFrom('smooth' as const, 'stepped' as const),
    seed: fc.nat(),
    minCommunicationClusterSize: fc.constantFrom(1, 1, 2),
    minSensingClusterSize: fc.constantFrom(1, 1, 3),
    minCommunicationRate: fc.constantFrom(0, 0, 0.3),
    minSensingRate: fc.constantFrom(0, 0, 0.3),
  })
  .map(
    ({ Mt, Jmax, kind, seed, ...constraints }): AllocationProblem => ({
      network: defineNetwork({ Mt, Jmax }),
      rates: cheapRates({ kind, seed }),
      constraints,
    }),
  )

const metrics: RegionMetric[] = ['rate', 'ase']

const boundary = (region: { frontier: readonly { communication: number; sensing: number }[] }) =>
  region.frontier.map(({ communication, sensing }) => [communication, sensing])

const isEmpty = (problem: AllocationProblem): boolean => {
  try {
    achievableRegion(problem)
    return false
  } catch (error) {
    expect(error).toBeInstanceOf(EmptyFeasibleSetError)
    return true
  }
}

describe('searchOverNulls', () => {
  it('over all K finds the certified frontier, on random networks', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        if (isEmpty(problem)) {
          expect(() => searchOverNulls(problem, { metric: 'ase' })).toThrow(EmptyFeasibleSetError)
          return
        }
        for (const metric of metrics)
          expect(boundary(searchOverNulls(problem, { metric }))).toEqual(
            boundary(achievableRegion(problem, { metric })),
          )
      }),
      { numRuns: 200 },
    )
  })

  it('as the paper has it finds the certified frontier where R_s doesn’t depend on K', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        const independent = memoisedRates({ ...problem.rates, sensing: (_K, Q) => problem.rates.sensing(1, Q) })
        const rates = { ...problem, rates: independent }
        if (isEmpty(rates)) return
        for (const metric of metrics)
          expect(boundary(searchOverNulls(rates, { metric, users: 'communication-optimal' }))).toEqual(
            boundary(achievableRegion(rates, { metric })),
          )
      }),
      { numRuns: 200 },
    )
  })

  it('finds the certified frontier with exact rates; the paper’s misses points of it', { timeout: 60_000 }, () => {
    for (const [Mt, Jmax, alpha] of [
      [20, 5, 4],
      [13, 3, 3],
    ] as const) {
      const network = defineNetwork({ Mt, Jmax, alpha })
      const problem = { network, rates: analyticRates(network, { relativeTolerance: 1e-6 }) }
      const certified = achievableRegion(problem)
      expect(boundary(searchOverNulls(problem, { metric: 'ase' }))).toEqual(boundary(certified))
      const paper = searchOverNulls(problem, { metric: 'ase', users: 'communication-optimal' })
      expect(paper.frontier.length).toBeLessThan(certified.frontier.length)
      for (const { communication, sensing } of paper.frontier)
        expect(
          certified.frontier.some((point) => point.communication >= communication && point.sensing >= sensing),
        ).toBe(true)
    }
  })
})
