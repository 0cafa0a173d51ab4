import { NonConvergenceError } from '@isacnet/quadrature'
import { expect, it } from 'vitest'
import { beginWork, spendWork } from './work.js'

it('ends what costs too much, and starts anew for each integral', () => {
  beginWork()
  spendWork(1.2e7)
  expect(() => spendWork(1.2e7)).toThrow(NonConvergenceError)
  beginWork()
  expect(() => spendWork(1.2e7)).not.toThrow()
  beginWork()
})
