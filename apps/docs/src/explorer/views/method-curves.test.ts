import { communicationMethods, communicationRate, methodDefinitions, sensingMethodsForAnySize } from '@isacnet/analysis'
import { defineNetwork, fromNats } from '@isacnet/model'
import { expect, it } from 'vitest'
import { initialExplorerState } from '../state/explorer-state.js'
import { networkRates } from '../workers/sweep.js'
import { curveLook, methodCurves, namesByPlace } from './method-curves.js'

const request = { values: initialExplorerState.values, clusters: 'target-centric', relativeTolerance: 1e-9 } as const
const points = [2, 3].map((x) => ({
  x,
  ...networkRates({ ...request, values: { ...request.values, usersPerCell: x } }),
}))

it('has a curve for each method, with a gap where it says nothing', () => {
  const communication = methodCurves(points, 'communication', 'rate', 'bits')
  expect(communication.map(({ name }) => name)).toEqual(methodDefinitions.communication.map(({ title }) => title))
  for (const [place, method] of communicationMethods.entries()) {
    const network = defineNetwork({ ...request.values, usersPerCell: 3 })
    expect(communication[place]!.points[1]).toEqual({
      x: 3,
      y: fromNats(communicationRate(network, { method, sensingClusters: request.clusters }).value, 'bits'),
    })
  }
  const sensing = methodCurves(points, 'sensing', 'ase', 'nats')
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

it('names the methods of both services that have a place', () => {
  const names = namesByPlace(points)
  expect(names.slice(0, 2)).toEqual([['exact'], ['actual requests']])
  const title = (row: { readonly method: string }): string => {
    const found = Object.values(methodDefinitions).flatMap((rows) => rows.filter(({ method }) => method === row.method))
    return found[0]!.title
  }
  const { communication, sensing } = points[0]!
  expect(names[2]).toEqual([communication[2]!, sensing[2]!].map(title))
  expect(namesByPlace([])).toEqual([])
})
