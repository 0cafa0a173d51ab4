import { expect, it } from 'vitest'
import { parameterAssignments } from './parameter-assignments.js'

it('reads numbers, and infinity where it is permitted', () => {
  expect(parameterAssignments(['K=5', 'lambda_u=0.5', 'targetDensity=inf'])).toEqual({
    usersPerCell: 5,
    userDensity: 0.5,
    targetDensity: Number.POSITIVE_INFINITY,
  })
  expect(() => parameterAssignments(['lambda=inf'])).toThrow(
    'baseStationDensity (λ_b) must be a finite number > 0, got ‘inf’, which is not a decimal number',
  )
})
