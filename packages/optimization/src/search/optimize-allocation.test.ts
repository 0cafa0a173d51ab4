import { servicePerformance } from '@isacnet/analysis'
import { defineNetwork, type Service } from '@isacnet/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BruteForcePoint, bruteForce, bruteForceFrontier, nameOf } from '../../test/brute-force.js'
import { cheapRates } from '../../test/cheap-rates.js'
import type { AllocationPerformance } from '../problem/allocation.js'
import type { AllocationProblem } from '../problem/allocation-problem.js'
import {
  communicationObjective,
  customObjective,
  type Objective,
  sensingObjective,
  weightedSumObjective,
} from '../problem/objective.js'
import { analyticRates } from '../rates/analytic-rates.js'
import { achievableRegion } from '../region/achievable-region.js'
import { EmptyFeasibleSetError } from './empty-feasible-set-error.js'
import { optimizeAllocation } from './optimize-allocation.js'

const minimum = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.double({ min: 0, max: 1.2, noNaN: true }))

const randomProblem = fc.record({
  Mt: fc.integer({ min: 1, max: 24 }),
  Jmax: fc.integer({ min: 1, max: 12 }),
  lambda: fc.constantFrom(0.3, 1, 7),
  kind: fc.constantFrom('smooth' as const, 'stepped' as const, 'lawless' as const),
  seed: fc.nat(),
  minimumL: fc.constantFrom(1, 1, 2, 3),
  minimumQ: fc.constantFrom(1, 1, 2, 4),
  minCommunicationRate: minimum,
  minSensingRate: minimum,
  rho: fc.constantFrom(0, 0.2, 0.5, 0.9, 1),
})

type RandomProblem = typeof randomProblem extends fc.Arbitrary<infer Problem> ? Problem : never

const problemOf = (random: RandomProblem): AllocationProblem => ({
  network: defineNetwork({ Mt: random.Mt, Jmax: random.Jmax, lambda: random.lambda }),
  rates: cheapRates(random),
  constraints: {
    minCommunicationClusterSize: random.minimumL,
    minSensingClusterSize: random.minimumQ,
    minCommunicationRate: random.minCommunicationRate,
    minSensingRate: random.minSensingRate,
  },
})

const proportionalFairness = ({ communication, sensing }: AllocationPerformance): number =>
  Math.log(communication.ase) + Math.log(sensing.ase)

const objectives = (rho: number): Objective[] => [
  communicationObjective,
  sensingObjective,
  weightedSumObjective(rho),
  customObjective(proportionalFairness),
  customObjective(proportionalFairness, { monotone: true }),
  customObjective(({ communication, allocation }) => communication.rate - allocation.sensingClusterSize),
]

/** All values in descending order, each once, with the allocations that have it. */
const valuesByBruteForce = (points: readonly BruteForcePoint[], objective: Objective): [number, string[]][] => {
  const byValue = new Map<number, string[]>()
  for (const { allocation, Rc, Rs, Tc, Ts } of points) {
    // Other quantities than those of brute force play no part.
    const others = (service: Service, value: number) =>
      servicePerformance(service, { baseStationDensity: Number.NaN, ...allocation }, { value, errorEstimate: 0 })
    const value = objective.value({
      allocation,
      communication: { ...others('communication', Rc), ase: Tc, aseErrorEstimate: 0 },
      sensing: { ...others('sensing', Rs), ase: Ts, aseErrorEstimate: 0 },
      degreesOfFreedomLeft: Number.NaN,
    })
    if (value === Number.NEGATIVE_INFINITY) continue
    const names = byValue.get(value)
    if (names === undefined) byValue.set(value, [nameOf(allocation)])
    else names.push(nameOf(allocation))
  }
  return [...byValue].sort(([a], [b]) => b - a)
}

describe('against brute force on random networks', () => {
  it('finds the same optimum, ties and runners-up, and counts every allocation', { timeout: 60_000 }, () => {
    let empty = 0
    fc.assert(
      fc.property(randomProblem, (random) => {
        const problem = problemOf(random)
        const points = bruteForce(problem)
        const { minCommunicationRate: _, minSensingRate: __, ...clusters } = problem.constraints!
        const total = bruteForce({ ...problem, constraints: clusters }).length
        for (const objective of objectives(random.rho)) {
          const expected = valuesByBruteForce(points, objective)
          if (expected.length === 0) {
            empty++
            expect(() => optimizeAllocation(problem, { objective })).toThrow(EmptyFeasibleSetError)
            continue
          }
          const optimum = optimizeAllocation(problem, { objective, runnersUp: 3, findBindingConstraints: false })
          const found = [optimum, ...optimum.runnersUp].map(({ value, allocation, ties }) => [
            value,
            [allocation, ...ties.map((tie) => tie.allocation)].map(nameOf).sort(),
          ])
          expect(found).toEqual(expected.slice(0, 4).map(([value, names]) => [value, names.sort()]))
          expect(optimum.examined + optimum.pruned).toBe(total)
        }
      }),
      { numRuns: 200 },
    )
    expect(empty).toBeGreaterThan(0)
  })

  it('finds the same Pareto points in both planes', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(randomProblem, (random) => {
        const problem = problemOf(random)
        const points = bruteForce(problem)
        for (const [metric, x, y] of [
          ['rate', 'Rc', 'Rs'],
          ['ase', 'Tc', 'Ts'],
        ] as const) {
          if (points.length === 0) {
            expect(() => achievableRegion(problem, { metric })).toThrow(EmptyFeasibleSetError)
            continue
          }
          const { frontier } = achievableRegion(problem, { metric })
          const found = frontier.flatMap(({ communication, sensing, performance, ties }) =>
            [performance, ...ties].map(({ allocation }) => `${communication} ${sensing} ${nameOf(allocation)}`),
          )
          const expected = bruteForceFrontier(points, x, y).map((p) => `${p[x]} ${p[y]} ${nameOf(p.allocation)}`)
          expect(found.sort()).toEqual(expected.sort())
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('with the exact rates', () => {
  it('finds the optima and Pareto points of brute force on random networks', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.record({
          Mt: fc.integer({ min: 1, max: 10 }),
          Jmax: fc.integer({ min: 1, max: 5 }),
          alpha: fc.double({ min: 2.2, max: 6, noNaN: true }),
          Mr: fc.integer({ min: 1, max: 40 }),
          lambda: fc.constantFrom(0.5, 1, 4),
        }),
        fc.constantFrom(0.1, 0.5, 0.9),
        (parameters, rho) => {
          const network = defineNetwork({ ...parameters, beta: parameters.alpha / 2 })
          const problem = { network, rates: analyticRates(network, { relativeTolerance: 1e-6 }) }
          const points = bruteForce(problem)
          const optimum = optimizeAllocation(problem, {
            objective: weightedSumObjective(rho),
            findBindingConstraints: false,
          })
          const values = points.map(({ Tc, Ts }) => rho * Tc + (1 - rho) * Ts)
          const best = Math.max(...values)
          expect(Math.abs(optimum.value - best)).toBeLessThanOrEqual(2 * optimum.errorEstimate)
          expect([optimum, ...optimum.ties].map(({ allocation }) => nameOf(allocation))).toContain(
            nameOf(points[values.indexOf(best)]!.allocation),
          )
          const { frontier, examined, pruned } = achievableRegion(problem)
          expect(examined + pruned).toBe(points.length)
          // Points that differ by rounding only are one point of the frontier.
          const found = frontier.flatMap(({ performance, ties }) =>
            [performance, ...ties].map((one) => nameOf(one.allocation)),
          )
          for (const { allocation } of bruteForceFrontier(points, 'Tc', 'Ts'))
            expect(found).toContain(nameOf(allocation))
          for (const { communication, communicationError, sensing, sensingError } of frontier)
            expect(
              points.some(
                ({ Tc, Ts }) =>
                  Tc >= communication &&
                  Ts >= sensing &&
                  (Tc > communication + 2 * communicationError || Ts > sensing + 2 * sensingError),
              ),
            ).toBe(false)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('finds K = 12, L = 1 at M_t = 20 for communication', () => {
    const network = defineNetwork({ Mt: 20 })
    const optimum = optimizeAllocation(
      { network, rates: analyticRates(network) },
      { objective: communicationObjective },
    )
    expect(optimum.allocation).toMatchObject({ usersPerCell: 12, communicationClusterSize: 1, sensingClusterSize: 1 })
  })
})
