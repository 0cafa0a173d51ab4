import { expect, it } from 'vitest'
import { defineNetwork } from './define-network.js'
import { assertSaturated, densityOf, isSaturated, UnsaturatedNetworkError } from './saturation.js'

it('tells finite densities of users and targets from infinite ones', () => {
  const users = defineNetwork({ K: 5, lambda_u: 2 })
  expect(densityOf(users, 'userDensity')).toBe(2)
  expect(densityOf(users, 'targetDensity')).toBe(Number.POSITIVE_INFINITY)
  expect(isSaturated(defineNetwork({ K: 5 }))).toBe(true)
  expect(isSaturated(users)).toBe(false)
  expect(isSaturated(defineNetwork({ lambda_t: 0 }))).toBe(false)
})

it('refuses finite ones in one line', () => {
  expect(() => assertSaturated('sirLaw', defineNetwork())).not.toThrow()
  const failure = (): void => assertSaturated('sirLaw', defineNetwork({ lambda_t: 2 }))
  expect(failure).toThrow(UnsaturatedNetworkError)
  expect(failure).toThrow(
    'sirLaw is not available for finite targetDensity (λ_t), got 2: use evaluate, or simulate --fidelity channel',
  )
})
