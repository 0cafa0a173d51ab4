import { expect, it } from 'vitest'
import { clusterLimits, firstClusters, firstUsers, spentAntennas } from './spent-antennas.js'

it('begins with the most communication, at the 12 users of Figure 6', () => {
  const points = spentAntennas(firstClusters)
  expect(points).toHaveLength(20)
  const best = points.reduce((one, other) => (other.communication > one.communication ? other : one))
  expect(best.network.usersPerCell).toBe(firstUsers)
  expect(best.communication.toFixed(2)).toBe('16.97')
  expect(best.sensing.toFixed(2)).toBe('7.09')
})

it('has room for a user at the limits, and for fewer users the more is nulled', () => {
  const most = spentAntennas(clusterLimits)
  expect(most).toHaveLength(1)
  expect(most[0]?.sensing).toBeGreaterThan(spentAntennas(firstClusters)[0]?.sensing ?? Number.POSITIVE_INFINITY)
})
