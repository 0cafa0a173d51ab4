import { communicationMethods, communicationRate, methodDefinitions, sensingMethodsForAnySize } from '@isacnet/analysis'
import { defineNetwork, fromNats } from '@isacnet/model'
import { expect, it } from 'vitest'
import { initialExplorerState } from '../../state/explorer-state.js'
import { networkRates } from '../../workers/theorems/sweep.js'
import { curveLook } from '../curve-look.js'
import { methodCurves } from './method-curves.js'

const request = { values: initialExplorerState.values, clusters: 'target-centric', relativeTolerance: 1e-9 } as const
const own = { values: request.values, clusters: request.clusters, name: '' }
const points = [2, 3].map((x) => ({
  x,
  ...networkRates({ ...request, values: { ...request.values, usersPerCell: x } }),
}))

it('has a curve for each method, with a gap where it says nothing', () => {
  const communication = methodCurves([own], [points], 'communication', 'rate', 'bits')
  expect(communication.map(({ name }) => name)).toEqual(methodDefinitions.communication.map(({ title }) => title))
  for (const [place, method] of communicationMethods.entries()) {
    const network = defineNetwork({ ...request.values, usersPerCell: 3 })
    expect(communication[place]!.points[1]).toEqual({
      x: 3,
      y: fromNats(communicationRate(network, { method, sensingClusters: request.clusters }).value, 'bits'),
    })
  }
  const sensing = methodCurves([own], [points], 'sensing', 'ase', 'nats')
  expect(sensing).toHaveLength(sensingMethodsForAnySize.length + 1)
  for (const [place, curve] of sensing.entries())
    expect(curve.points.map(({ y }) => Number.isNaN(y))).toEqual(place <= 1 ? [false, false] : [true, true])
})

it('tells methods apart by colour and dashes', () => {
  const places = communicationMethods.map((_, place) => place)
  const looks = places.map(curveLook)
  expect(new Set(looks.map(({ colour }) => colour)).size).toBe(looks.length)
  expect(looks.map(({ dashes }) => dashes.length === 0)).toEqual(places.map((place) => place === 0))
})

it('tells networks apart by colour and methods by dashes, where there are several', () => {
  const members = [
    { ...own, name: 'L = 2' },
    { ...own, name: 'pinned', pinned: 0 },
  ]
  const curves = methodCurves(members, [points, points], 'communication', 'rate', 'nats')
  expect(curves[0]?.name).toBe('L = 2 · exact')
  expect(curves.at(-1)?.name).toBe('pinned · Theorem 2')
  expect(new Set(curves.map(({ look }) => look.colour)).size).toBe(2)
  expect(new Set(curves.slice(0, 4).map(({ look }) => look.dashes.join())).size).toBe(4)
})
