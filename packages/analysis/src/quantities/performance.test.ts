import { defineNetwork, type Network, UnknownNameError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { communicationRate } from '../communication/communication-rate.js'
import { sensingRate } from '../sensing/sensing-rate.js'
import { performance } from './performance.js'

const network = defineNetwork({ K: 2, L: 3, J: 4, Q: 2, Mt: 16, lambda: 0.5 })

it('has the rates of both services, as the example says', () => {
  expect(performance(defineNetwork({ K: 2, J: 3, Mt: 16 })).sensing.rate.toFixed(3)).toBe('1.384')
  const { communication, sensing } = performance(network)
  const [Rc, Rs] = [communicationRate(network), sensingRate(network)]
  expect([communication.rate, communication.errorEstimate]).toEqual([Rc.value, Rc.errorEstimate])
  expect([sensing.rate, sensing.errorEstimate]).toEqual([Rs.value, Rs.errorEstimate])
})

it('has what λ_b K users and λ_b J targets in a km² make of them, errors included', () => {
  const { communication, sensing } = performance(network)
  expect(communication.ase / communication.rate).toBeCloseTo(1, 12)
  expect(sensing.ase / sensing.rate).toBeCloseTo(2, 12)
  expect(communication.aseErrorEstimate / communication.errorEstimate).toBeCloseTo(1, 12)
  expect(sensing.aseErrorEstimate / sensing.errorEstimate).toBeCloseTo(2, 12)
})

it('takes the methods, clusters and tolerance of both', () => {
  const options = {
    communicationMethod: 'theorem-1',
    sensingClusters: 'target-centric',
    relativeTolerance: 1e-6,
  } as const
  const { communication, sensing } = performance(network, options)
  const shared = { relativeTolerance: 1e-6 }
  expect(communication.rate).toBe(communicationRate(network, { ...shared, method: 'theorem-1' }).value)
  expect(sensing.rate).toBe(sensingRate(network, { ...shared, sensingClusters: 'target-centric' }).value)
  const noHole = performance(network, { sensingMethod: 'no-hole' }).sensing
  expect(noHole.rate).toBe(sensingRate(network, { method: 'no-hole' }).value)
})

it('refuses what is no network and no option', () => {
  expect(() => performance({ ...network } as unknown as Network)).toThrow('network')
  expect(() => performance(network, { method: 'exact' } as object)).toThrow(UnknownNameError)
})
