import { communicationRate, sensingRate } from '@isacnet/analysis'
import { defineNetwork, InvalidParameterError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { communicationObjective, quantityObjective, sensingObjective } from '../problem/objective.js'
import { EmptyFeasibleSetError } from '../search/empty-feasible-set-error.js'
import {
  actualRequestsPoints,
  actualRequestsRegionSteps,
  actualRequestsSteps,
  largestSearchedCluster,
  searchedAllocations,
} from './actual-requests-steps.js'

const network = defineNetwork({ Mt: 4, J_max: 2 })

const last = <Result>(steps: Generator<unknown, Result>): Result => {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

it('searches overloaded allocations too, up to twice what can be granted', () => {
  const all = [...searchedAllocations(network)]
  expect(all).toContainEqual({
    usersPerCell: 2,
    communicationClusterSize: 2,
    targetsPerCell: 2,
    sensingClusterSize: 2,
  })
  for (const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } of all) {
    expect(K * (L - 1) + J * (Q - 1)).toBeLessThanOrEqual(2 * (4 - K))
    expect(Math.max(L, Q)).toBeLessThanOrEqual(largestSearchedCluster)
  }
  expect([...searchedAllocations(network, { minSensingClusterSize: 3 })].every((a) => a.sensingClusterSize >= 3)).toBe(
    true,
  )
})

it('finds what comparing all of them finds, of rates that are those of the method', () => {
  const points = [...actualRequestsPoints({ network })]
  for (const objective of [communicationObjective, sensingObjective]) {
    const best = points.reduce((a, b) => (objective.value(b) > objective.value(a) ? b : a))
    const optimum = last(actualRequestsSteps({ network }, { objective, runnersUp: 2 }))
    expect(optimum.allocation).toEqual(best.allocation)
    expect(optimum.runnersUp).toHaveLength(2)
    expect(optimum.examined).toBe(points.length)
    const site = defineNetwork({ ...network, ...optimum.allocation })
    expect(optimum.communication.rate).toBe(communicationRate(site, { method: 'actual-requests' }).value)
    expect(optimum.sensing.rate).toBe(sensingRate(site, { method: 'actual-requests' }).value)
  }
  const { frontier } = last(actualRequestsRegionSteps({ network }, 'ase'))
  for (const point of frontier)
    expect(
      points.some(
        ({ communication, sensing }) => communication.ase > point.communication && sensing.ase > point.sensing,
      ),
    ).toBe(false)
})

it('meets minimum rates, or says that none can', () => {
  const constraints = { minCommunicationRate: 2 }
  const optimum = last(actualRequestsSteps({ network, constraints }, { objective: sensingObjective }))
  expect(optimum.communication.rate).toBeGreaterThanOrEqual(2)
  const impossible = { minSensingRate: 50 }
  expect(() =>
    last(actualRequestsSteps({ network, constraints: impossible }, { objective: sensingObjective })),
  ).toThrow(EmptyFeasibleSetError)
  expect(() => last(actualRequestsRegionSteps({ network, constraints: impossible }, 'ase'))).toThrow(
    EmptyFeasibleSetError,
  )
  expect(() =>
    last(actualRequestsSteps({ network }, { objective: quantityObjective('communication-coverage:0dB') })),
  ).toThrow(InvalidParameterError)
})
