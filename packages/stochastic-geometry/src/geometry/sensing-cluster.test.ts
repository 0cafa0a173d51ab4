import { UnknownNameError } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { poissonProcess } from '../processes/poisson-process.js'
import { randomStream } from '../streams/alea-stream.js'
import { nearestIndex } from './nearest-index.js'
import { sensingCluster } from './sensing-cluster.js'

describe('sensingCluster', () => {
  const index = nearestIndex({ x: Float64Array.of(0, 1, -1.2, 10), y: new Float64Array(4) })
  const target = { x: -0.4, y: 0 }

  it('is around the serving BS or around the target', () => {
    expect(Array.from(sensingCluster(index, target, 2, 'bs-centric'))).toEqual([0, 1])
    expect(Array.from(sensingCluster(index, target, 2, 'target-centric'))).toEqual([0, 2])
  })

  it('has the serving BS first in either reading', () => {
    const stream = randomStream(10, 0, 'clusters')
    const window = { kind: 'torus', width: 5, height: 5 } as const
    for (let trial = 0; trial < 200; trial++) {
      const sites = nearestIndex(poissonProcess(1).sample(window, stream), window)
      const place = { x: 5 * stream.uniform() - 2.5, y: 5 * stream.uniform() - 2.5 }
      for (const reading of ['bs-centric', 'target-centric'] as const) {
        const cluster = sensingCluster(sites, place, 4, reading)
        expect(cluster[0]).toBe(sites.nearest(place.x, place.y))
        expect(new Set(cluster).size).toBe(cluster.length)
      }
    }
  })

  it('has what BSs there are', () => {
    for (const reading of ['bs-centric', 'target-centric'] as const) {
      const one = nearestIndex({ x: Float64Array.of(3), y: Float64Array.of(4) })
      expect(Array.from(sensingCluster(one, target, 3, reading))).toEqual([0])
      const none = nearestIndex({ x: new Float64Array(0), y: new Float64Array(0) })
      expect(sensingCluster(none, target, 3, reading)).toHaveLength(0)
    }
  })

  it('refuses other readings', () => {
    expect(() => sensingCluster(index, target, 2, 'bs-centred' as never)).toThrow(UnknownNameError)
  })
})
