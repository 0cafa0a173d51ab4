import { defineNetwork, InfeasibleAllocationError, type Network, services, UnknownNameError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { overloaded } from '../../test/overloaded-network.js'
import { communicationMethods } from '../communication/communication-methods.js'
import { communicationRate } from '../communication/communication-rate.js'
import { MethodNotApplicableError } from '../method/method-not-applicable-error.js'
import { sensingMethods } from '../sensing/sensing-methods.js'
import { sensingRate } from '../sensing/sensing-rate.js'
import { ratesByMethod, serviceRate } from './service-rate.js'

const network = defineNetwork({ K: 2, J: 3, Mt: 16 })

it('is the rate of either service, as the example says', () => {
  expect(
    services.map(({ service }) => serviceRate(service, network, { sensingMethod: 'no-hole' }).value.toFixed(3)),
  ).toEqual(['3.205', '1.192'])
  const options = {
    communicationMethod: 'theorem-1',
    sensingClusters: 'target-centric',
    relativeTolerance: 1e-6,
  } as const
  expect(serviceRate('communication', network, options)).toEqual(
    communicationRate(network, { method: 'theorem-1', relativeTolerance: 1e-6 }),
  )
  expect(serviceRate('sensing', network, options)).toEqual(
    sensingRate(network, { sensingClusters: 'target-centric', relativeTolerance: 1e-6 }),
  )
})

it('refuses what is no network and no option', () => {
  expect(() => serviceRate('sensing', { ...network } as unknown as Network)).toThrow('network')
  expect(() => serviceRate('sensing', network, { method: 'exact' } as object)).toThrow(UnknownNameError)
  expect(() => ratesByMethod('sensing', { ...network } as unknown as Network)).toThrow('network')
  expect(() => ratesByMethod('sensing', network, { sensingMethod: 'exact' } as object)).toThrow(UnknownNameError)
})

it('by each method is the rate by that method, or why there is none', () => {
  for (const found of ratesByMethod('communication', network))
    expect('rate' in found && found.rate).toEqual(
      communicationRate(network, { method: communicationMethods.find((method) => method === found.method)! }),
    )
  expect(ratesByMethod('communication', network).map(({ method }) => method)).toEqual(communicationMethods)
  const sensing = ratesByMethod('sensing', network)
  expect(sensing.map(({ method }) => method)).toEqual(sensingMethods)
  expect(sensing.map((found) => 'rate' in found)).toEqual([true, true, true, true, false])
  expect('notApplicable' in sensing[4]! && sensing[4].notApplicable).toBeInstanceOf(MethodNotApplicableError)
  const clusters = defineNetwork({ K: 2, Q: 2, Mt: 16 })
  const [exact, , noHole] = ratesByMethod('sensing', clusters, { sensingClusters: 'target-centric' })
  expect('rate' in exact! && exact.rate).toEqual(sensingRate(clusters, { sensingClusters: 'target-centric' }))
  expect('notApplicable' in noHole! && noHole.notApplicable.message).toContain('bs-centric')
})

it('of an overloaded network is that with the actual requests alone', () => {
  const results = ratesByMethod('communication', overloaded)
  expect(results.filter((result) => 'rate' in result).map(({ method }) => method)).toEqual(['actual-requests'])
  for (const result of results)
    if ('notApplicable' in result) expect(result.notApplicable).toBeInstanceOf(InfeasibleAllocationError)
})
