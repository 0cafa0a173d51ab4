import { defineNetwork, InfeasibleAllocationError, services } from '@isacnet/model'
import { expect, it } from 'vitest'
import { assertFeasibleMethods } from './assert-feasible-methods.js'
import { methodDefinitions } from './method-definitions.js'

const overloaded = defineNetwork({ K: 12, L: 2 })

it('takes an overloaded network if both methods take the requests as they come', () => {
  const actual = { communicationMethod: 'actual-requests', sensingMethod: 'actual-requests' } as const
  expect(() => assertFeasibleMethods(overloaded, actual)).not.toThrow()
  expect(() => assertFeasibleMethods(overloaded, { ...actual, sensingMethod: 'no-hole' })).toThrow(
    InfeasibleAllocationError,
  )
  expect(() => assertFeasibleMethods(overloaded)).toThrow(InfeasibleAllocationError)
  expect(() => assertFeasibleMethods(defineNetwork({ K: 10, L: 2 }))).not.toThrow()
})

it('leaves one method of each service for it', () => {
  for (const { service } of services)
    expect(
      methodDefinitions[service].filter(({ actualRequests }) => actualRequests).map(({ method }) => method),
    ).toEqual(['actual-requests'])
})
