import { expect, it } from 'vitest'
import { bestUsers } from './best-users.js'

it('has the best number of users with its ASE', () => {
  const { usersPerCell, ase, network } = bestUsers(20, 1)
  expect(usersPerCell).toBe(12)
  expect(network).toMatchObject({ transmitAntennas: 20, usersPerCell: 12, communicationClusterSize: 1 })
  // By an independent code; Theorem 2's by mpmath.
  expect(ase).toBeCloseTo(16.973, 2)
  expect(bestUsers(20, 1, { method: 'theorem-2' }).ase).toBeCloseTo(17.129478071900742, 5)
})

it('says so when no user fits', () => {
  expect(() => bestUsers(3, 4)).toThrow('no user fits at L = 4, M_t = 3')
})
