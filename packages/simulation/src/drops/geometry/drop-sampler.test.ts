import { defineNetwork } from '@isacnet/model'
import { randomStream } from '@isacnet/stochastic-geometry'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineSimulation } from '../../definition/simulation-definition.js'
import type { SimulationOptions } from '../../definition/simulation-parameters.js'
import { dropSampler } from './drop-sampler.js'
import type { DropStreams } from './drop-streams.js'

const streams = (seed: number): DropStreams => ({
  stations: randomStream(seed, 0, 'stations'),
  users: randomStream(seed, 0, 'users'),
  targets: randomStream(seed, 0, 'targets'),
  abandonment: randomStream(seed, 0, 'abandonment'),
})

const dropOf = (changes: Record<string, number>, options: SimulationOptions = {}, stations = 40, seed = 1) =>
  dropSampler(defineSimulation(defineNetwork(changes), { fidelity: 'channel', ...options }), stations)(streams(seed))

/** The BSs by distance from a place, found by comparing all. */
const byDistance = ({ index, stations }: ReturnType<typeof dropOf>, x: number, y: number): number[] =>
  Array.from(stations.x.keys()).sort((a, b) => index.squaredDistance(x, y, a) - index.squaredDistance(x, y, b))

const overloaded = { Mt: 12, K: 5, L: 2, J: 2, Q: 2 }

describe.each(['bs-centric', 'target-centric'] as const)('%s', (sensingClusters) => {
  it('asks the nearest BSs that don’t serve', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 60 }), (seed, mean) => {
        const drop = dropOf({ K: 2, L: 3, J: 2, Q: 4 }, { sensingClusters }, mean, seed)
        const { users, targets, stations } = drop
        for (let user = 0; user < users.x.length; user++) {
          const nearest = byDistance(drop, users.x[user]!, users.y[user]!)
          expect(nearest[0]).toBe(Math.floor(user / 2))
          const asked = Array.from(drop.communicationRequests.subarray(2 * user, 2 * user + 2)).filter((b) => b >= 0)
          expect(asked).toEqual(nearest.slice(1, 3))
        }
        for (let target = 0; target < targets.x.length; target++) {
          const serving = Math.floor(target / 2)
          const nearest = byDistance(drop, targets.x[target]!, targets.y[target]!)
          expect(nearest[0]).toBe(serving)
          const around =
            sensingClusters === 'target-centric'
              ? nearest
              : byDistance(drop, stations.x[serving]!, stations.y[serving]!)
          const asked = Array.from(drop.sensingRequests.subarray(3 * target, 3 * target + 3)).filter((b) => b >= 0)
          expect(asked).toEqual(around.slice(1, 4))
        }
      }),
      { numRuns: 30 },
    )
  })

  it('accepts what there is room for, and no more', () => {
    const capacity = 12 - 5
    const drop = dropOf(overloaded, { sensingClusters }, 200)
    const counts = { asked: new Int32Array(drop.requests.length), granted: new Int32Array(drop.requests.length) }
    for (const [requests, accepted] of [
      [drop.communicationRequests, drop.communicationAccepted],
      [drop.sensingRequests, drop.sensingAccepted],
    ] as const)
      for (const [i, b] of requests.entries()) {
        counts.asked[b]! += 1
        counts.granted[b]! += accepted[i]!
      }
    expect(counts.asked).toEqual(drop.requests)
    expect(counts.granted).toEqual(drop.accepted)
    expect(drop.accepted).toEqual(drop.requests.map((n) => Math.min(n, capacity)))
    expect(drop.requests.some((n) => n > capacity)).toBe(true)
    // Each receiver asks L − 1 or Q − 1 others, so the mean is as the theorems have it in every drop.
    expect(drop.requests.reduce((a, b) => a + b)).toBe(drop.requests.length * (5 + 2))
  })
})

it('abandons users and targets alike', { timeout: 60_000 }, () => {
  const shares = [0, 0]
  const totals = [0, 0]
  for (let seed = 0; seed < 40; seed++) {
    const drop = dropOf(overloaded, {}, 60, seed)
    const lists = [
      [drop.communicationRequests, drop.communicationAccepted],
      [drop.sensingRequests, drop.sensingAccepted],
    ] as const
    for (const [kind, [requests, accepted]] of lists.entries())
      for (const [i, b] of requests.entries()) {
        if (drop.requests[b]! <= 7) continue
        // Each request of this BS is accepted with this probability.
        shares[kind]! += accepted[i]! - 7 / drop.requests[b]!
        totals[kind]! += 1
      }
  }
  // Standard deviations are below √(n/4); five of them.
  for (const kind of [0, 1]) {
    expect(totals[kind]).toBeGreaterThan(1000)
    expect(Math.abs(shares[kind]!)).toBeLessThan(5 * Math.sqrt(totals[kind]! / 4))
  }
})

it('has cells that fill the torus', { timeout: 60_000 }, () => {
  const { cellAreas, window, stations } = dropOf({ lambda: 3 }, {}, 50)
  expect(cellAreas.reduce((a, b) => a + b)).toBeCloseTo(window!.width * window!.height, 9)
  expect(window!.width ** 2 * 3).toBeCloseTo(50, 9)
  expect(Math.abs(stations.x.length - 50)).toBeLessThan(5 * Math.sqrt(50))
})

it('adds a BS for the typical cell, keeps BSs apart if they must be, and never is empty', { timeout: 60_000 }, () => {
  expect(dropOf({}, { typical: 'cell' }, 30).stations.x.length).toBe(dropOf({}, {}, 30).stations.x.length + 1)
  const { stations, index } = dropOf({}, { hardCoreDistance: 0.4 }, 60)
  for (let b = 0; b < stations.x.length; b++) {
    const [, other] = index.nearestSeveral(stations.x[b]!, stations.y[b]!, 2)
    expect(index.squaredDistance(stations.x[b]!, stations.y[b]!, other!)).toBeGreaterThanOrEqual(0.16)
  }
  for (let seed = 0; seed < 50; seed++) expect(dropOf({ L: 3 }, {}, 0.5, seed).stations.x.length).toBeGreaterThan(0)
})

it('assumes what it is told to', { timeout: 60_000 }, () => {
  const mean = dropOf(overloaded, { assumptions: ['mean-requests'] })
  expect(mean.accepted.every((n) => n === 7)).toBe(true)
  expect(mean.communicationAccepted.every((flag) => flag === 1)).toBe(true)
  const all = dropOf(overloaded, { assumptions: ['no-abandonment'] })
  expect(all.accepted).toEqual(all.requests.map((n) => Math.min(n, 7)))
  expect(all.sensingAccepted.every((flag) => flag === 1)).toBe(true)
})

it('leaves BSs and users as they are when there are more targets', { timeout: 60_000 }, () => {
  const one = dropOf({ K: 2, L: 2, J: 1, Q: 2 })
  const other = dropOf({ K: 2, L: 2, J: 3, Q: 2 })
  expect(other.users).toEqual(one.users)
  expect(other.communicationRequests).toEqual(one.communicationRequests)
})
