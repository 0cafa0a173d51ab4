import { expect, it } from 'vitest'
import { areaSpectralEfficiencyUnit, rateUnit } from '../quantities/definition/information-unit.js'
import { paperNetwork } from './define-network.js'
import { byService, services } from './services.js'

it('are communication and sensing, as the example says', () => {
  expect(services.map(({ subscript, receiver }) => `R_${subscript} per ${receiver}`)).toEqual([
    'R_c per user',
    'R_s per target',
  ])
  expect(services.map(({ service }) => service)).toEqual(['communication', 'sensing'])
})

it('count receivers and cluster sizes by members of a network', () => {
  for (const { receiversPerCell, clusterSize } of services)
    expect([paperNetwork[receiversPerCell], paperNetwork[clusterSize]]).toEqual([1, 1])
})

it('have a value each, in their order', () => {
  const values = byService(({ receiver }) => `per ${receiver}`)
  expect(values).toEqual({ communication: 'per user', sensing: 'per target' })
  expect(Object.keys(values)).toEqual(['communication', 'sensing'])
})

it('have rates and area spectral efficiencies in nats or bits', () => {
  expect([rateUnit('nats'), areaSpectralEfficiencyUnit('nats')]).toEqual(['nat/s/Hz', 'nat/s/Hz/km²'])
  expect([rateUnit('bits'), areaSpectralEfficiencyUnit('bits')]).toEqual(['bit/s/Hz', 'bit/s/Hz/km²'])
})
