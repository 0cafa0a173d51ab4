import { defineNetwork } from '@isacnet/model'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bruteForce } from '../../test/brute-force.js'
import { cheapRates } from '../../test/cheap-rates.js'
import type { AllocationConstraints } from '../problem/allocation-problem.js'
import { weightedSumObjective } from '../problem/objective.js'
import { optimizeAllocation } from './optimize-allocation.js'

it('binds where a weaker limit gives more, by brute force', { timeout: 60_000 }, () => {
  let slack = 0
  fc.assert(
    fc.property(
      fc.record({
        Mt: fc.integer({ min: 4, max: 14 }),
        Jmax: fc.integer({ min: 1, max: 6 }),
        seed: fc.nat(),
        L: fc.constantFrom(1, 2),
        Q: fc.constantFrom(1, 2),
        rate: fc.constantFrom(0, 0.4),
        rho: fc.constantFrom(0, 0.5, 1),
      }),
      ({ Mt, Jmax, seed, L, Q, rate, rho }) => {
        const rates = cheapRates({ kind: 'stepped', seed })
        const best = (limits: { Mt: number; Jmax: number }, constraints: AllocationConstraints): number =>
          Math.max(
            ...bruteForce({ network: defineNetwork(limits), rates, constraints }).map(
              ({ Tc, Ts }) => rho * Tc + (1 - rho) * Ts,
            ),
          )
        const limits = { Mt, Jmax }
        const constraints = {
          minCommunicationClusterSize: L,
          minSensingClusterSize: Q,
          minCommunicationRate: rate,
          minSensingRate: rate,
        }
        const value = best(limits, constraints)
        fc.pre(value > Number.NEGATIVE_INFINITY)
        const relaxed: [string, number][] = [
          ['transmitAntennas', best({ ...limits, Mt: Mt + 1 }, constraints)],
          ['maxTargetsPerCell', best({ ...limits, Jmax: Jmax + 1 }, constraints)],
          ['minCommunicationClusterSize', best(limits, { ...constraints, minCommunicationClusterSize: 1 })],
          ['minSensingClusterSize', best(limits, { ...constraints, minSensingClusterSize: 1 })],
          ['minCommunicationRate', best(limits, { ...constraints, minCommunicationRate: 0 })],
          ['minSensingRate', best(limits, { ...constraints, minSensingRate: 0 })],
        ]
        const expected = relaxed.filter(([, more]) => more > value)
        slack += relaxed.length - expected.length
        const { binding } = optimizeAllocation(
          { network: defineNetwork(limits), rates, constraints },
          { objective: weightedSumObjective(rho), runnersUp: 0 },
        )
        expect(binding.map((one) => [one.constraint, one.value])).toEqual(expected)
      },
    ),
    { numRuns: 100 },
  )
  expect(slack).toBeGreaterThan(0)
})
