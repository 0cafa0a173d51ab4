import { expect, it } from 'vitest'
import { communicationCluster } from './communication-cluster.js'
import { nearestIndex } from './nearest-index.js'

it('has the BSs nearest to the user, the serving one first', () => {
  const index = nearestIndex({ x: Float64Array.of(-1, 3, 1, 10), y: Float64Array.of(0, 0, 0, 0) })
  const user = { x: 0.1, y: 0 }
  expect(Array.from(communicationCluster(index, user, 3))).toEqual([2, 0, 1])
  expect(Array.from(communicationCluster(index, user, 9))).toEqual([2, 0, 1, 3])
  const out = new Int32Array(2)
  expect(communicationCluster(index, user, 2, out)).toBe(out)
  expect(communicationCluster(nearestIndex({ x: new Float64Array(0), y: new Float64Array(0) }), user, 2)).toHaveLength(
    0,
  )
})
