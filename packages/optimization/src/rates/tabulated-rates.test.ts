import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { communicationObjective } from '../problem/objective.js'
import { optimizeAllocation } from '../search/optimize-allocation.js'
import { MissingRateError, tabulatedRates } from './tabulated-rates.js'

const network = defineNetwork({ Mt: 2, Jmax: 1 })
const communication = [
  { usersPerCell: 1, communicationClusterSize: 1, diversityOrder: 1, value: 1, errorEstimate: 0.1 },
  { usersPerCell: 1, communicationClusterSize: 1, diversityOrder: 2, value: 1.5, errorEstimate: 0.1 },
  { usersPerCell: 1, communicationClusterSize: 2, diversityOrder: 1, value: 1.6, errorEstimate: 0.1 },
  { usersPerCell: 2, communicationClusterSize: 1, diversityOrder: 1, value: 0.7, errorEstimate: 0.05 },
]
const sensing = [
  { usersPerCell: 1, sensingClusterSize: 1, value: 1, errorEstimate: 0.1 },
  { usersPerCell: 1, sensingClusterSize: 2, value: 2, errorEstimate: 0.1 },
  { usersPerCell: 2, sensingClusterSize: 1, value: 1.1, errorEstimate: 0.1 },
]

it('finds the optimum of a table, with ties as wide as its intervals', () => {
  const problem = { network, rates: tabulatedRates(communication, sensing) }
  const optimum = optimizeAllocation(problem, { objective: communicationObjective })
  expect([optimum, ...optimum.ties].map(({ value }) => value)).toEqual([1.6, 1.5, 1.4])
  expect(optimum).toMatchObject({ examined: 4, pruned: 0, binding: [] })
  expect(optimum.runnersUp.map(({ value }) => value)).toEqual([1])
})

it('says which row is missing, and refuses tables that contradict themselves', () => {
  const rates = tabulatedRates(communication, sensing.slice(1))
  expect(() => optimizeAllocation({ network, rates }, { objective: communicationObjective })).toThrow(MissingRateError)
  expect(() => rates.sensing(1, 1)).toThrow(
    'the table has no row for the radar information rate at usersPerCell (K) = 1, sensingClusterSize (Q) = 1',
  )
  expect(() => tabulatedRates([communication[0]!, communication[0]!], [])).toThrow('two rows')
  expect(() => tabulatedRates([], [{ ...sensing[0]!, value: Number.NaN }])).toThrow('finite numbers ≥ 0, got NaN')
})
