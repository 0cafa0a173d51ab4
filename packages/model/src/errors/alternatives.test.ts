import { expect, it } from 'vitest'
import { alternatives } from './alternatives.js'

it('joins names by commas and an or', () => {
  expect(alternatives(['exact', 'theorem-1', 'theorem-2'])).toBe('exact, theorem-1 or theorem-2')
  expect(alternatives(['nats', 'bits'])).toBe('nats or bits')
  expect(alternatives(['nats'])).toBe('nats')
  expect(alternatives([])).toBe('')
})
