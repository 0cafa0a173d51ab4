import { expect, it } from 'vitest'
import { fromNats } from '../quantities/definition/information-unit.js'
import { defineNetwork } from './define-network.js'
import { assertFeasible, degreesOfFreedom, InfeasibleAllocationError, isFeasible } from './degrees-of-freedom.js'
import { echoGain } from './echo-gain.js'

it('counts KL + J(Q−1) and the diversity order', () => {
  const network = defineNetwork({ Mt: 20, K: 8, L: 2, J: 2, Q: 2 })
  expect(degreesOfFreedom(network)).toEqual({ available: 20, used: 18, diversityOrder: 3 })
})

it('permits all antennas to be spent and not one more', () => {
  const full = {
    transmitAntennas: 12,
    usersPerCell: 5,
    communicationClusterSize: 2,
    targetsPerCell: 2,
    sensingClusterSize: 2,
  }
  expect(isFeasible(full)).toBe(true)
  expect(() => assertFeasible(full)).not.toThrow()
  expect(isFeasible({ ...full, transmitAntennas: 11 })).toBe(false)
  expect(() => assertFeasible({ ...full, transmitAntennas: 11 })).toThrow(InfeasibleAllocationError)
})

it('has an echo gain of 1 in the paper’s network', () => {
  expect(echoGain(defineNetwork())).toBe(1)
  expect(echoGain(defineNetwork({ deltaT: 4, kappa: 0.5, Mr: 20, rcs: 0.25 }))).toBe(10)
  const extreme = {
    matchedFilterGain: 1e300,
    receiveFilterGain: 1e-300,
    receiveAntennas: 1e6,
    radarCrossSection: 1e300,
  }
  expect(echoGain(extreme) / 1e306).toBeCloseTo(1, 14)
  expect(() => echoGain({ ...extreme, receiveFilterGain: 1 })).toThrow('is a positive double')
})

it('converts nats to bits', () => {
  expect(fromNats(Math.LN2, 'bits')).toBeCloseTo(1, 15)
  expect(fromNats(1.25, 'nats')).toBe(1.25)
  expect(() => fromNats(1, 'bit' as never)).toThrow('did you mean ‘bits’?')
})
