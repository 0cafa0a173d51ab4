import { servicePerformance } from '@isacnet/analysis'
import { expect, it } from 'vitest'
import type { AllocationPerformance } from './allocation.js'
import { communicationObjective, customObjective, sensingObjective, weightedSumObjective } from './objective.js'

const allocation = { usersPerCell: 3, communicationClusterSize: 1, targetsPerCell: 2, sensingClusterSize: 1 }
const site = { baseStationDensity: 1, ...allocation }
/** T_c = 6 and T_s = 10. */
const performance: AllocationPerformance = {
  allocation,
  communication: servicePerformance('communication', site, { value: 2, errorEstimate: 0 }),
  sensing: servicePerformance('sensing', site, { value: 5, errorEstimate: 0 }),
  degreesOfFreedomLeft: 4,
}

it('is T_c, T_s, or their weighted sum, which leaves out a rate without weight', () => {
  expect(communicationObjective.value(performance)).toBe(6)
  expect(sensingObjective.value(performance)).toBe(10)
  expect(weightedSumObjective(0.25).value(performance)).toBe(9)
  expect(weightedSumObjective(0).dependsOn).toEqual({ communication: false, sensing: true })
  expect(weightedSumObjective(1).dependsOn).toEqual({ communication: true, sensing: false })
  expect(() => weightedSumObjective(-0.1)).toThrow('rho (ρ) must be a number ≥ 0 and ≤ 1, got -0.1')
})

it('is a function of one’s own, of which nothing is assumed unless it is declared', () => {
  const fairness = customObjective(({ communication, sensing }) => Math.min(communication.rate, sensing.rate))
  expect(fairness.value(performance)).toBe(2)
  expect(fairness).toMatchObject({ name: 'custom', monotone: false })
  expect(customObjective(fairness.value, { name: 'fairness', monotone: true })).toMatchObject({
    name: 'fairness',
    monotone: true,
  })
})

it('names the quantities of the law of the SIR that a function reads, as they are called', () => {
  const { quantities } = customObjective(({ quantities: found }) => found!['communication-coverage:3dB']!.value, {
    quantities: ['communication-coverage:3', 'sensing-median-rate'],
  })
  expect(quantities).toEqual(['communication-coverage:3dB', 'sensing-median-rate'])
  expect(customObjective(() => 0)).not.toHaveProperty('quantities')
  expect(() => customObjective(() => 0, { quantities: ['coverage'] })).toThrow('unknown quantity ‘coverage’')
  expect(() => customObjective(() => 0, { quantities: 'x' as never })).toThrow(
    'quantities must be a list of names of quantities, got',
  )
})
