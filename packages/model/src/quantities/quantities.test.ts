import { expect, it } from 'vitest'
import { defineNetwork, paperNetwork } from '../network/define-network.js'
import { services } from '../network/services.js'
import {
  byQuantity,
  byRateQuantity,
  quantities,
  quantityNames,
  quantityOf,
  quantitySymbol,
  rateQuantities,
  serviceQuantities,
  serviceQuantity,
  serviceValues,
  sirQuantities,
} from './quantities.js'

it('have headings and units, as the examples say', () => {
  expect(quantities.map(({ heading, unit }) => `${heading} (${unit('bits')})`)).toEqual([
    'rate (bit/s/Hz)',
    'ASE (bit/s/Hz/km²)',
  ])
  expect(byQuantity(({ unit }) => unit('nats'))).toEqual({ rate: 'nat/s/Hz', ase: 'nat/s/Hz/km²' })
  expect(quantityNames).toEqual(['rate', 'ase'])
  expect(quantityNames.map(quantityOf)).toEqual(quantities)
})

it('have a symbol for each service, and for the sum where there is one', () => {
  expect(serviceQuantities.map(({ name, member, symbol }) => [name, member, symbol])).toEqual([
    ['communication-rate', 'communicationRate', 'R_c'],
    ['sensing-rate', 'sensingRate', 'R_s'],
    ['communication-ase', 'communicationAse', 'T_c'],
    ['sensing-ase', 'sensingAse', 'T_s'],
    ['sum-ase', 'sumAse', 'T_sum'],
  ])
  expect(quantitySymbol('ase', 'sensing')).toBe('T_s')
  expect(serviceQuantity('sum-ase').services).toEqual(['communication', 'sensing'])
})

it('have names for each service', () => {
  expect(quantities.map(({ term }) => services.map(term))).toEqual([
    ['data rate', 'radar information rate'],
    ['communication ASE', 'sensing ASE'],
  ])
  expect(quantities.map(({ label }) => services.map(label))).toEqual([
    ['rate of a user', 'rate of a target'],
    ['ASE of communication', 'ASE of sensing'],
  ])
  expect(quantities.map(({ title }) => services.map(title))).toEqual([
    ['average rate of a user', 'average rate of a target'],
    ['communication per area', 'sensing per area'],
  ])
})

it('follow from the mean rate, in nats or bits', () => {
  const network = defineNetwork({ K: 2, J: 3, lambda: 0.7, Mt: 16 })
  expect(byRateQuantity(({ fromRate }) => fromRate('sensing', paperNetwork, 2))).toEqual({ rate: 2, ase: 2 })
  expect(rateQuantities.map(({ quantity }) => quantity)).toEqual(['rate', 'ase'])
  const { rate, ase } = serviceValues('sensing', network, Math.LN2, {}, 'bits')
  expect(rate).toBeCloseTo(1, 15)
  expect(ase).toBeCloseTo(0.7 * 3, 14)
  for (const { service } of services)
    for (const { ofSir } of sirQuantities(service)) expect(ofSir(1)).toBeGreaterThanOrEqual(0)
})
