import { expect, it } from 'vitest'
import { defineNetwork, paperNetwork } from '../network/define-network.js'
import { services } from '../network/services.js'
import {
  byRateQuantity,
  inUnit,
  quantities,
  quantityOf,
  quantitySymbol,
  rateQuantities,
  serviceQuantities,
  serviceQuantity,
  serviceValues,
  sirQuantities,
} from './quantities.js'

it('have headings and units, and names of their own', () => {
  expect(rateQuantities.map(({ heading, unit }) => `${heading} (${unit('bits')})`)).toEqual([
    'rate (bit/s/Hz)',
    'ASE (bit/s/Hz/km²)',
  ])
  expect(byRateQuantity(({ unit }) => unit('nats'))).toEqual({ rate: 'nat/s/Hz', ase: 'nat/s/Hz/km²' })
  for (const key of ['quantity', 'heading', 'letter', 'meaning'] as const)
    expect(new Set(quantities.map((row) => row[key])).size).toBe(quantities.length)
  expect(quantities.map(({ quantity }) => quantityOf(quantity))).toEqual(quantities)
  for (const { quantity } of quantities) expect(quantity).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
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
  expect(rateQuantities.map(({ term }) => services.map(term))).toEqual([
    ['data rate', 'radar information rate'],
    ['communication ASE', 'sensing ASE'],
  ])
  expect(rateQuantities.map(({ label }) => services.map(label))).toEqual([
    ['rate of a user', 'rate of a target'],
    ['ASE of communication', 'ASE of sensing'],
  ])
  expect(rateQuantities.map(({ title }) => services.map(title))).toEqual([
    ['average rate of a user', 'average rate of a target'],
    ['communication per area', 'sensing per area'],
  ])
})

it('follow from the mean rate, in nats or bits', () => {
  const network = defineNetwork({ K: 2, J: 3, lambda: 0.7, Mt: 16 })
  expect(byRateQuantity(({ fromRate }) => fromRate('sensing', paperNetwork, 2))).toEqual({ rate: 2, ase: 2 })
  expect(rateQuantities.map(({ quantity }) => quantity)).toEqual(['rate', 'ase'])
  const { rate, ase } = serviceValues('sensing', network, Math.LN2, 'bits')
  expect(rate).toBeCloseTo(1, 15)
  expect(ase).toBeCloseTo(0.7 * 3, 14)
})

it('of the law of the SIR belong to services, and are converted if they are information', () => {
  expect(sirQuantities('communication').map(({ quantity }) => quantity)).not.toContain('detection')
  expect(sirQuantities('sensing')).toEqual(sirQuantities())
  expect(inUnit(quantityOf('percentile-rate'), Math.LN2, 'bits')).toBeCloseTo(1, 15)
  expect(inUnit(quantityOf('percentile-ase'), 1, 'nats')).toBe(1)
  for (const pure of ['coverage', 'detection', 'angle-error', 'covered-density'] as const)
    expect(inUnit(quantityOf(pure), 0.3, 'bits')).toBe(0.3)
})
