import { NonConvergenceError } from '@isacnet/quadrature'
import { expect, it } from 'vitest'
import { beginWork, spendWork } from './work.js'

it('ends what costs too much, and starts anew for each rate', () => {
  beginWork()
  spendWork(8e6)
  expect(() => spendWork(8e6)).toThrow(NonConvergenceError)
  beginWork()
  expect(() => spendWork(8e6)).not.toThrow()
  beginWork()
})
