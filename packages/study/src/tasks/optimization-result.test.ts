import { sirLaw } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { optimizationResult } from './optimization-result.js'

const methods = {
  kind: 'optimization',
  communicationMethod: 'exact',
  sensingMethod: 'exact',
  sensingClusters: 'bs-centric',
  constraints: {},
} as const

/** Every allocation that 6 antennas permit to at most two targets. */
const allocations = Array.from({ length: 6 * 6 * 2 * 6 }, (_, i) => ({
  usersPerCell: (i % 6) + 1,
  communicationClusterSize: (Math.floor(i / 6) % 6) + 1,
  targetsPerCell: (Math.floor(i / 36) % 2) + 1,
  sensingClusterSize: Math.floor(i / 72) + 1,
})).filter(
  ({ usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q }) =>
    K * L + J * (Q - 1) <= 6,
)

it.each([
  [
    'a sum that grows',
    '2*communication-coverage:3dB + sensing-detection:1e-3',
    (coverage: number, detection: number) => 2 * coverage + detection,
  ],
  [
    'a sum of which that is not certain',
    'sensing-detection:1e-3 - (communication-coverage:3dB - 0.8)^2',
    (coverage: number, detection: number) => detection - (coverage - 0.8) ** 2,
  ],
])('has the largest of all allocations for %s', { timeout: 30_000 }, async (_, expression, value) => {
  const network = defineNetwork({ transmitAntennas: 6, maxTargetsPerCell: 2 })
  const result = await optimizationResult(network, { ...methods, objective: { kind: 'expression', expression } })
  const values = allocations.map((allocation) => {
    const allocated = defineNetwork({ ...network, ...allocation })
    return value(
      sirLaw(allocated, 'communication').coverage(10 ** 0.3).value,
      sirLaw(allocated, 'sensing').mean((sir) => 1e-3 ** (1 / (1 + sir))).value,
    )
  })
  const best = Math.max(...values)
  expect(Math.abs(result!.objective.value / best - 1)).toBeLessThan(1e-8)
  const index = allocations.findIndex((allocation) => JSON.stringify(allocation) === JSON.stringify(result!.allocation))
  expect(Math.abs(values[index]! / best - 1)).toBeLessThan(1e-8)
})

it('refuses quantities of the law where methods have none', async () => {
  const network = defineNetwork({ transmitAntennas: 6, maxTargetsPerCell: 2 })
  const objective = { kind: 'expression', expression: 'Tc + sensing-detection:1e-3' } as const
  const actual = { communicationMethod: 'actual-requests', sensingMethod: 'actual-requests' } as const
  await expect(optimizationResult(network, { ...methods, ...actual, objective })).rejects.toThrow('sensing-detection')
})
