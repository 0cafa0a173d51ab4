import { expect, it } from 'vitest'
import { initialExplorerState } from '../explorer-state.js'
import { axisValues } from '../parameters/parameter-range.js'
import { axisShades, worthShowing } from './axis-shades.js'

const network = { values: initialExplorerState.values, clusters: 'bs-centric' } as const
const counts = axisValues('usersPerCell')

it('are where antennas don’t suffice: K = 10 is the first that asks for too much', () => {
  const shades = axisShades([network], 'usersPerCell', counts, false)
  expect(shades).toEqual([{ from: 9.5, to: 20, text: 'K·L + J·(Q−1) > M_t' }])
  expect(worthShowing({ from: 1, to: 20 }, counts, shades, 5)).toEqual([1, 9 + 0.16 * 8])
  expect(worthShowing({ from: 1, to: 20 }, counts, shades, 15)).toEqual([1, 15])
})

it('are none where a method knows overload, but where there is no network', () => {
  expect(axisShades([network], 'usersPerCell', counts, true)).toEqual([])
  expect(axisShades([network], 'transmitAntennas', [3, 4, 5, 6], true)).toEqual([
    { from: 3, to: 3.5, text: 'K must be an integer ≥ 1 and ≤ M_t = 3' },
    { from: 3.5, to: 4.5, text: 'K must be an integer ≥ 1 and ≤ M_t = 4' },
  ])
})

it('are only where none of the networks has a rate', () => {
  const small = { ...network, values: { ...network.values, communicationClusterSize: 1 } }
  expect(axisShades([network, small], 'usersPerCell', counts, false)).toEqual([
    { from: 18.5, to: 20, text: 'K·L + J·(Q−1) > M_t' },
  ])
})
