import { describe, expect, it } from 'vitest'
import { defineNetwork, paperNetwork } from '../network/define-network.js'
import {
  chosenQuantities,
  chosenQuantity,
  ofService,
  quantityNamesOf,
  quantityScale,
  sirFunctional,
} from './chosen-quantity.js'
import { chosenServiceQuantity, isServiceQuantityName } from './chosen-service-quantity.js'
import type { SirFunctional } from './definition/quantity.js'
import { falseAlarmParameter, percentileParameter, thresholdParameter } from './definition/quantity-parameter.js'
import { sirQuantities } from './quantities.js'

describe('chosenQuantity', () => {
  it.each([
    ['coverage', 'coverage:0dB', 0],
    ['coverage:-3', 'coverage:-3dB', -3],
    [' coverage : -0 db', 'coverage:0dB', 0],
    ['percentile-rate', 'percentile-rate:5%', 5],
    ['percentile-rate:0.1%', 'percentile-rate:0.1%', 0.1],
    ['detection', 'detection:1e-6', 1e-6],
    ['detection:0.000002', 'detection:2e-6', 2e-6],
    ['angle-error:95', 'angle-error:95%', 95],
    ['median-rate', 'median-rate', null],
  ])('reads ‘%s’ as %s', (text, name, parameter) => {
    expect(chosenQuantity(text)).toMatchObject({ name, parameter })
    expect(chosenQuantity(name)).toEqual(chosenQuantity(text))
  })

  it.each([
    ['coverge', 'unknown quantity ‘coverge’: did you mean ‘coverage’?'],
    ['coverage:', 'coverage:… (θ) must be a number of dB from −200 to 200, got an empty value'],
    ['coverage:201', 'coverage:… (θ) must be a number of dB from −200 to 200, got 201'],
    ['coverage:3:4', 'got ‘3:4’, which is not a decimal number'],
    ['percentile-rate:0', 'percentile-rate:… (p) must be a number of % from 0.0001 to 99.9999, got 0'],
    ['percentile-rate:3dB', 'got ‘3dB’, which is not a decimal number'],
    ['detection:1', 'detection:… (P_fa) must be a probability from 1e-15 to 0.5, got 1'],
    ['median-rate:50', 'median-rate must be written without a parameter, got median-rate:50'],
    ['ase', 'quantity must be one of the law of the SIR: rate and ase are always computed, got ase'],
  ])('refuses ‘%s’', (text, message) => {
    expect(() => chosenQuantity(text)).toThrow(message)
  })

  it.each([thresholdParameter, percentileParameter(5), falseAlarmParameter])(
    'has a default of $name that is permitted, and numbers that are not',
    ({ permits, default: value }) => {
      expect(permits(value)).toBe(true)
      for (const wrong of [Number.NaN, -1e3, 1e3]) expect(permits(wrong)).toBe(false)
    },
  )

  it('reads several, each once', () => {
    expect(quantityNamesOf(['median-rate', 'coverage', 'coverage:3'])).toEqual([
      'median-rate',
      'coverage:0dB',
      'coverage:3dB',
    ])
    expect(() => chosenQuantities(['coverage', 'coverage:0dB'])).toThrow(
      'quantities must be chosen once each, got coverage:0dB',
    )
  })
})

describe('chosenServiceQuantity', () => {
  it('reads a quantity of a service', () => {
    expect(chosenServiceQuantity('communication-percentile-rate:5')).toMatchObject({
      name: 'communication-percentile-rate:5%',
      service: 'communication',
      chosen: { name: 'percentile-rate:5%' },
    })
    expect(isServiceQuantityName('sensing-rate')).toBe(true)
    expect(isServiceQuantityName('sensing-detection')).toBe(false)
  })

  it.each(['communication-detection', 'detection', 'sensing-detectoin', 'sum-coverage'])('refuses ‘%s’', (text) => {
    expect(() => chosenServiceQuantity(text)).toThrow(`unknown quantity ‘${text}’`)
  })
})

describe('sirFunctional', () => {
  const network = defineNetwork({ Mr: 4, rmsBandwidth: 1e7, K: 2, J: 3, lambda: 0.5 })
  const functionalOf = (name: string): SirFunctional => sirFunctional(chosenQuantity(name), network)

  it.each(sirQuantities().map(({ quantity }) => quantity))('of %s is monotone as the row says', (name) => {
    const { quantity } = chosenQuantity(name)
    const functional = functionalOf(name)
    if (functional.kind === 'coverage') {
      expect(functional.threshold).toBeGreaterThan(0)
      expect(quantity.grows).toBe(true)
      return
    }
    const values = [1e-6, 0.01, 1, 30, 1e8].map(functional.of)
    const sorted = [...values].sort((a, b) => (quantity.grows ? a - b : b - a))
    expect(values).toEqual(sorted)
    expect(new Set(values).size).toBe(5)
  })

  it('takes thresholds from decibels, shares from percent, and angles in degrees', () => {
    expect(functionalOf('coverage:-10')).toEqual({ kind: 'coverage', threshold: 0.1 })
    expect(functionalOf('percentile-rate:5')).toMatchObject({ kind: 'percentile', share: 0.05 })
    expect(functionalOf('median-rate')).toMatchObject({ kind: 'percentile', share: 0.5 })
    // 95 % of the errors are smaller where 5 % of the SIRs are.
    const angle = functionalOf('angle-error:95')
    expect(angle).toMatchObject({ kind: 'percentile', share: expect.closeTo(0.05, 12) })
    // 6/(SIR·15·π²) at SIR = 6/15: 1/π rad.
    expect('of' in angle && angle.of(0.4)).toBeCloseTo(180 / Math.PI ** 2, 12)
  })

  it('is refused where the network has no such quantity', () => {
    expect(() => sirFunctional(chosenQuantity('range-error'), paperNetwork)).toThrow(
      'quantity ‘range-error’ requires rmsBandwidth (B) > 0, got 0',
    )
    expect(() => sirFunctional(chosenQuantity('angle-error'), defineNetwork({ Mr: 1 }))).toThrow(
      'quantity ‘angle-error’ requires receiveAntennas (M_r) ≥ 2, got 1',
    )
  })

  it('is of a receiver, or of those of an area', () => {
    const scale = (name: string, service: 'communication' | 'sensing') =>
      quantityScale(chosenQuantity(name).quantity, service, network)
    expect(scale('coverage', 'sensing')).toBe(1)
    expect(scale('covered-density', 'communication')).toBe(1)
    expect(scale('percentile-ase', 'sensing')).toBe(1.5)
    expect(ofService(chosenQuantities(['detection', 'coverage']), 'communication')).toHaveLength(1)
  })
})
