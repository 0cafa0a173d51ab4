import { expect, it } from 'vitest'
import { assumptionNames } from './assumptions.js'

it('has each assumption of the theorems once', () => {
  expect(assumptionNames).toEqual(['mean-requests', 'gamma-gains', 'no-abandonment'])
})
