import { sirQuantityValue } from '@isacnet/analysis'
import { defineNetwork, type Network } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import type { AllocationPerformance } from '../problem/allocation.js'
import { customObjective, quantityObjective } from '../problem/objective.js'
import { achievablePoints } from '../region/achievable-region.js'
import { EmptyFeasibleSetError } from '../search/empty-feasible-set-error.js'
import { optimizeAllocation } from '../search/optimize-allocation.js'
import { analyticRates } from './analytic-rates.js'

const network = defineNetwork({ Mt: 7, Jmax: 2, lambda: 0.6, rmsBandwidth: 1e7 })
const rates = analyticRates(network)

const allocated = ({ allocation }: AllocationPerformance): Network => defineNetwork({ ...network, ...allocation })

/** Every allocation with the quantities that are named, by brute force. */
const everyValue = (names: readonly string[]) =>
  [...achievablePoints({ network, rates })].map((point) => ({
    point,
    values: names.map((name) => {
      const [service, ...rest] = name.split('-') as ['communication' | 'sensing', ...string[]]
      return sirQuantityValue(rest.join('-'), service, allocated(point)).value
    }),
  }))

describe('an objective of the law of the SIR', () => {
  it.each([
    ['communication-percentile-rate:5%', 1],
    ['communication-coverage:3dB', 1],
    ['communication-covered-density:3dB', 1],
    ['communication-percentile-ase:10%', 1],
    ['sensing-median-rate', 1],
    ['sensing-detected-density:1e-3', 1],
    ['sensing-angle-error:95%', -1],
    ['sensing-range-error', -1],
  ])('%s has the optimum of brute force, without examining everything', (name, sign) => {
    const all = everyValue([name])
    const best = Math.max(...all.map(({ values }) => sign * values[0]!))
    const optimum = optimizeAllocation({ network, rates }, { objective: quantityObjective(name) })
    expect(optimum.value).toBeCloseTo(best, 9)
    expect(sign * optimum.quantities![optimum.objective]!.value).toBe(optimum.value)
    expect(optimum.examined).toBeLessThan(all.length)
    expect(optimum.examined + optimum.pruned).toBe(all.length)
  })

  it('examines every allocation of a function that is not declared monotone', () => {
    const objective = {
      ...customObjective(({ quantities }) => {
        const { value } = quantities!['communication-coverage:0dB']!
        return value - value * value
      }),
      quantities: ['communication-coverage:0dB'],
      dependsOn: { communication: false, sensing: false },
    }
    const all = everyValue(['communication-coverage:0dB'])
    const optimum = optimizeAllocation({ network, rates }, { objective })
    expect(optimum.value).toBeCloseTo(Math.max(...all.map(({ values }) => values[0]! * (1 - values[0]!))), 9)
    expect(optimum.examined).toBe(all.length)
  })
})

describe('limits of quantities of the law of the SIR', () => {
  const names = ['communication-coverage:0dB', 'sensing-detection:1e-3', 'sensing-angle-error:95%'] as const

  it.each([
    [0.9, 0.3, 40],
    [0.99, 0.1, 1e3],
    [0.5, 0.45, 20],
  ])('are kept: coverage ≥ %d, detection ≥ %d, angle error ≤ %d', (coverage, detection, angle) => {
    const constraints = { quantities: { [names[0]]: coverage, [names[1]]: detection, [names[2]]: angle } }
    const kept = everyValue(names).filter(
      ({ values: [P, Pd, error] }) => P! >= coverage && Pd! >= detection && error! <= angle,
    )
    const objective = quantityObjective('communication-percentile-ase:5%')
    if (kept.length === 0) {
      expect(() => optimizeAllocation({ network, rates, constraints }, { objective })).toThrow(EmptyFeasibleSetError)
      return
    }
    const optimum = optimizeAllocation({ network, rates, constraints }, { objective })
    const best = Math.max(
      ...kept.map(({ point }) => sirQuantityValue('percentile-ase:5%', 'communication', allocated(point)).value),
    )
    expect(optimum.value).toBeCloseTo(best, 9)
    expect([...achievablePoints({ network, rates, constraints })]).toHaveLength(kept.length)
  })

  it('that bind are named, with what there is without them', () => {
    const constraints = { quantities: { 'sensing-detection': 0.35 } }
    const objective = quantityObjective('communication-percentile-rate')
    const { binding, value } = optimizeAllocation({ network, rates, constraints }, { objective })
    const free = optimizeAllocation({ network, rates }, { objective })
    expect(binding).toContainEqual({
      constraint: 'sensing-detection:1e-6',
      limit: 0.35,
      relaxedTo: 0,
      value: free.value,
    })
    expect(free.value).toBeGreaterThan(value)
  })

  it.each([
    [
      { 'communication-coverage:40dB': 0.9 },
      /communication-coverage:40dB must be at most 0\.\d+ \(K = 1, .*, got 0\.9$/,
    ],
    [
      { 'sensing-angle-error:95%': 0.1 },
      /sensing-angle-error:95% must be at least \d+\.\d+ ° \(K = \d, .*, got 0\.1 °$/,
    ],
    [
      { 'communication-percentile-rate:5%': 1, 'sensing-detection:1e-6': 0.3 },
      /sensing-detection:1e-6 must be at most 0\.\d+ .* and communication-percentile-rate:5% = 1, got 0\.3$/,
    ],
  ])('that leave nothing are explained: %j', (quantities, message) => {
    const solve = () =>
      optimizeAllocation(
        { network, rates, constraints: { quantities } },
        { objective: quantityObjective('sensing-median-rate') },
      )
    expect(solve).toThrow(EmptyFeasibleSetError)
    expect(solve).toThrow(message)
  })

  it('are refused where they make no sense', () => {
    const solve = (quantities: Readonly<Record<string, number>>) => () =>
      optimizeAllocation(
        { network, rates, constraints: { quantities } },
        { objective: quantityObjective('sensing-median-rate') },
      )
    expect(solve({ 'communication-detection': 0.5 })).toThrow('unknown quantity ‘communication-detection’')
    expect(solve({ 'sensing-detection': -1 })).toThrow(
      'quantities.sensing-detection must be a finite number ≥ 0, got -1',
    )
    const { quantity: _, ...ratesOnly } = rates
    expect(() =>
      optimizeAllocation({ network, rates: ratesOnly }, { objective: quantityObjective('sensing-median-rate') }),
    ).toThrow('rates must be a model that knows other quantities than rates, got sensing-median-rate')
  })
})

it('improve with D and with Q: values that a search may bound by', () => {
  for (const name of ['coverage:0dB', 'percentile-rate:1%', 'median-rate']) {
    const { value } = rates.quantity!(`communication-${name}`)
    for (const [K, L] of [
      [1, 1],
      [3, 2],
    ] as const)
      for (let D = 1; D < 6; D++) expect(value(K, L, D + 1).value).toBeGreaterThan(value(K, L, D).value)
    const sensing = rates.quantity!(`sensing-${name}`)
    for (let Q = 1; Q < 5; Q++) expect(sensing.value(2, Q + 1).value).toBeGreaterThan(sensing.value(2, Q).value)
  }
  const { value, grows } = rates.quantity!('sensing-angle-error')
  expect(grows).toBe(false)
  for (let Q = 1; Q < 5; Q++) expect(value(2, Q + 1).value).toBeLessThan(value(2, Q).value)
})
