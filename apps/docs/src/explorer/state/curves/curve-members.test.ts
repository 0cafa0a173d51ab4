import { expect, it } from 'vitest'
import { initialExplorerState } from '../explorer-state.js'
import { curveMembers } from './curve-members.js'

const { values } = initialExplorerState

it('are the network chosen, without a name, where there is no other', () => {
  expect(curveMembers(initialExplorerState)).toEqual([{ values, clusters: 'bs-centric', name: '' }])
})

it('are one for each value of a family, and the pinned ones by what they differ in', () => {
  const members = curveMembers({
    ...initialExplorerState,
    family: { parameter: 'communicationClusterSize', values: [1, 4] },
    pinned: [
      { values: { ...values, targetsPerCell: 1, usersPerCell: 9 }, clusters: 'target-centric' },
      { values, clusters: 'bs-centric' },
    ],
  })
  expect(members.map(({ name }) => name)).toEqual([
    'L = 1',
    'L = 4',
    // K is the axis: its curve goes through all of its values.
    'pinned: J = 1, clusters around the target',
    'pinned, the same',
  ])
  expect(members[1]?.values.communicationClusterSize).toBe(4)
  expect(members.map(({ pinned }) => pinned)).toEqual([undefined, undefined, 0, 1])
})

it('leave out a family of the axis', () => {
  const family = { parameter: 'usersPerCell', values: [1, 2] } as const
  expect(curveMembers({ ...initialExplorerState, family })).toHaveLength(1)
})
