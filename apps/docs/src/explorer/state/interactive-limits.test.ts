import { expect, it } from 'vitest'
import { initialExplorerState } from './explorer-state.js'
import { dropLimit, regionLimit, simulationLimit } from './interactive-limits.js'

const { values } = initialExplorerState

it('lets the sliders go as far as they do', () => {
  const farthest = { ...values, transmitAntennas: 64, maxTargetsPerCell: 20 }
  expect(regionLimit(farthest)).toBeUndefined()
  for (const [usersPerCell, communicationClusterSize, targetsPerCell, sensingClusterSize] of [
    [20, 3, 4, 2],
    [6, 10, 1, 5],
    [1, 1, 7, 10],
  ] as const) {
    const allocation = { usersPerCell, communicationClusterSize, targetsPerCell, sensingClusterSize }
    expect(dropLimit({ ...farthest, ...allocation })).toBeUndefined()
    expect(simulationLimit({ ...farthest, ...allocation }, 'channel')).toBeUndefined()
    expect(simulationLimit({ ...farthest, ...allocation }, 'gain-law')).toBeUndefined()
  }
})

it('says what the limit is where a browser would take too long', () => {
  expect(regionLimit({ ...values, transmitAntennas: 257 })).toContain('up to M_t = 256 and J_max = 100')
  expect(regionLimit({ ...values, maxTargetsPerCell: 1e6 })).toContain('J_max = 100')
  const wide = { ...values, transmitAntennas: 1000, communicationClusterSize: 100 }
  expect(dropLimit(wide)).toContain('up to K·L + J·(Q−1) = 128')
  expect(dropLimit({ ...values, targetsPerCell: 1000, sensingClusterSize: 1 })).toContain('J = 128')
  expect(simulationLimit(wide, 'channel')).toBe(dropLimit(wide))
  expect(simulationLimit(wide, 'gain-law')).toBeUndefined()
  expect(simulationLimit({ ...wide, communicationClusterSize: 1001 }, 'gain-law')).toContain('clusters of 1000')
})
