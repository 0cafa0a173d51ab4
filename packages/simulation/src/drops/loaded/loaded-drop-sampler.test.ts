import { defineNetwork } from '@isacnet/model'
import { randomStream } from '@isacnet/stochastic-geometry'
import { describe, expect, it } from 'vitest'
import { defineSimulation } from '../../definition/simulation-definition.js'
import { dropStreams } from '../geometry/drop-streams.js'
import type { LoadedDrop } from './loaded-drop.js'
import { loadedDropSampler } from './loaded-drop-sampler.js'

const dropsOf = (changes: Record<string, number>, count: number, stations = 400) => {
  const sample = loadedDropSampler(defineSimulation(defineNetwork(changes), { fidelity: 'channel' }), stations)
  return Array.from({ length: count }, (_, block) =>
    sample(dropStreams((purpose) => randomStream('loaded', block, purpose))),
  )
}

const served = (drop: LoadedDrop, of: 'users' | 'targets', b: number): number =>
  drop[of].first[b + 1]! - drop[of].first[b]!

describe('loadedDropSampler', () => {
  it('serves min(N, K) users and min(N, J) targets, by active stations only', () => {
    for (const { forUsers, forTargets } of dropsOf({ K: 3, J: 2, lambda_u: 1, lambda_t: 0.5 }, 3))
      for (const drop of [forUsers, forTargets])
        for (let b = 0; b < drop.stations.x.length; b++) {
          expect(served(drop, 'users', b)).toBe(Math.min(drop.users.present[b]!, 3))
          expect(served(drop, 'targets', b)).toBe(Math.min(drop.targets.present[b]!, 2))
          expect(served(drop, 'users', b) + served(drop, 'targets', b)).toBeGreaterThan(0)
          expect(drop.streams[b]).toBe(Math.max(1, served(drop, 'users', b)))
          for (let r = drop.users.first[b]!; r < drop.users.first[b + 1]!; r++)
            expect(drop.index.nearest(drop.users.x[r]!, drop.users.y[r]!)).toBe(b)
        }
  })

  it('has one more user, or target, where typical ones are', () => {
    const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)
    let [more, others] = [0, 0]
    for (const { forUsers, forTargets } of dropsOf({ K: 3, lambda_u: 0.2, lambda_t: 0.1 }, 20)) {
      more += total(forUsers.users.present) - total(forTargets.users.present)
      others += total(forTargets.targets.present) - total(forUsers.targets.present)
    }
    expect(more).toBe(20)
    expect(others).toBe(20)
  })

  it('has stations active with the probability that their cells have users or targets', () => {
    // (1 + 1/3.5)^−3.5 = 0.4149 with areas as a gamma law; 0.41409 ± 0.00035 by another program.
    const drops = dropsOf({ lambda_u: 0.75, lambda_t: 0.25 }, 60)
    const mean = drops.reduce((sum, { activeShare }) => sum + activeShare, 0) / drops.length
    // 24 000 stations on average: four standard errors of their number and of the share.
    expect(Math.abs(mean - (1 - 0.41409))).toBeLessThan(0.025)
  })

  it('has all stations active where targets are everywhere', () => {
    const [{ forUsers, activeShare }] = dropsOf({ lambda_u: 0.1, J: 2 }, 1) as [ReturnType<typeof dropsOf>[number]]
    expect(activeShare).toBe(1)
    for (let b = 0; b < forUsers.stations.x.length; b++) expect(served(forUsers, 'targets', b)).toBe(2)
  })

  it('asks the nearest active stations, which accept no more than they can', () => {
    const network = { K: 3, L: 3, J: 2, Q: 2, Mt: 11, lambda_u: 1.2, lambda_t: 0.8 }
    for (const { forUsers: drop } of dropsOf(network, 2)) {
      const { users, targets, index, streams, acceptedRequests } = drop
      const accepted = new Int32Array(streams.length)
      for (let b = 0; b < streams.length; b++) {
        for (let r = users.first[b]!; r < users.first[b + 1]!; r++)
          expect([b, ...users.requests.slice(2 * r, 2 * r + 2)]).toEqual([
            ...index.nearestSeveral(users.x[r]!, users.y[r]!, 3),
          ])
        for (let r = targets.first[b]!; r < targets.first[b + 1]!; r++)
          expect(targets.requests[r]).toBe(index.nearestSeveral(drop.stations.x[b]!, drop.stations.y[b]!, 2)[1])
      }
      for (const of of [users, targets])
        of.requests.forEach((b, i) => {
          accepted[b]! += of.accepted[i]!
        })
      expect(accepted).toEqual(acceptedRequests)
      for (let b = 0; b < streams.length; b++) expect(acceptedRequests[b]! + streams[b]!).toBeLessThanOrEqual(11)
    }
  })
})
