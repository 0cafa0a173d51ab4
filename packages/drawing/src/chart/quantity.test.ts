import { expect, it } from 'vitest'
import { quantityUnit } from './quantity.js'

it('names units by quantity and unit of information', () => {
  expect(quantityUnit('sensing-rate', 'nats')).toBe('nat/s/Hz')
  expect(quantityUnit('communication-rate', 'bits')).toBe('bit/s/Hz')
  expect(quantityUnit('sum-ase', 'nats')).toBe('nat/s/Hz/km²')
  expect(quantityUnit('sensing-ase', 'bits')).toBe('bit/s/Hz/km²')
})
