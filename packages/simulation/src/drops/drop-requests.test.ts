import { defineNetwork } from '@isacnet/model'
import { randomStream } from '@isacnet/stochastic-geometry'
import { describe, expect, it } from 'vitest'
import { defineSimulation } from '../definition/simulation-definition.js'
import { mergeSimulationSums } from '../estimate/simulation-sums.js'
import { summarize } from '../estimate/summarize.js'
import type { Estimate } from '../quantities/estimate.js'
import { blockSimulator } from '../run/simulate-block.js'
import { countedRequests, requestSums } from './drop-requests.js'
import { dropSampler } from './geometry/drop-sampler.js'

const network = defineNetwork({ Mt: 9, K: 2, L: 3, J: 3, Q: 2 })

it('counts what a search of all BSs finds in the same drop', () => {
  const sample = dropSampler(defineSimulation(network, { fidelity: 'channel' }), 60)
  const stream = (purpose: string) => randomStream('requests', 0, purpose)
  const drop = sample({
    stations: stream('stations'),
    users: stream('users'),
    targets: stream('targets'),
    abandonment: stream('abandonment'),
  })
  const { stations, window } = drop
  const all = Array.from(stations.x, (_, b) => b)
  const apart = (difference: number, period: number): number =>
    Math.min(Math.abs(difference), period - Math.abs(difference))
  const ascending = (x: number, y: number): number[] => {
    const distance = (b: number): number =>
      Math.hypot(apart(stations.x[b]! - x, window!.width), apart(stations.y[b]! - y, window!.height))
    return all.toSorted((a, b) => distance(a) - distance(b))
  }
  const asked = all.map(() => 0)
  for (const b of all) {
    for (const user of [2 * b, 2 * b + 1]) {
      const [first, ...others] = ascending(drop.users.x[user]!, drop.users.y[user]!)
      expect(first).toBe(b)
      for (const other of others.slice(0, 2)) asked[other]! += 1
    }
    asked[ascending(stations.x[b]!, stations.y[b]!)[1]!]! += 3
  }
  const trials = Int32Array.from(all, (b) => b % 3)
  const most = Math.max(...asked)
  const histogram = Array.from({ length: most + 1 }, (_, n) => asked.filter((count) => count === n).length)
  const served = all.reduce((sum, b) => sum + (b % 3), 0)
  const counted = requestSums(countedRequests(drop, trials, network))
  const total = 7 * stations.x.length
  expect(counted).toMatchObject({
    stations: all.length,
    requests: total,
    abandoned: asked.reduce((sum, n) => sum + Math.max(0, n - 7), 0),
    histogram,
  })
  expect(counted.abandoned).toBeGreaterThan(0)
  const { typical, serving, communication, sensing } = counted.byDrop!
  expect(typical).toMatchObject({ units: all.length, counts: histogram })
  expect(serving.units).toBe(served)
  expect(serving.counts).toEqual(histogram.map((_, n) => all.reduce((sum, b) => sum + (asked[b] === n ? b % 3 : 0), 0)))
  // Users of b have requests 4b … 4b + 3, by rank 2, 3, 2, 3.
  expect(communication).toMatchObject({
    units: 2 * served,
    counts: [0, 1].map((rank) =>
      all.reduce(
        (sum, b) =>
          sum +
          (b % 3) * (2 - drop.communicationAccepted[4 * b + rank]! - drop.communicationAccepted[4 * b + 2 + rank]!),
        0,
      ),
    ),
  })
  expect(sensing.units).toBe(3 * served)
  expect(sensing.counts).toHaveLength(1)
})

const summarized = (changes: Parameters<typeof defineNetwork>[0], blocks: number) => {
  const { simulate } = blockSimulator(
    defineSimulation(defineNetwork(changes), { fidelity: 'channel', relativeBias: 0.01 }),
  )
  return summarize(Array.from({ length: blocks }, (_, block) => simulate(block)).reduce(mergeSimulationSums)).nulling!
}

describe('another program, in another language, finds', { timeout: 60_000 }, () => {
  /** Within so many standard errors: a false alarm in 7e-6 of all seeds. */
  const expectNear = ({ mean, standardError }: Estimate, value: number, error: number): void => {
    expect(standardError).toBeGreaterThan(0)
    expect(standardError).toBeLessThan(0.1 * value)
    expect(Math.abs(mean - value)).toBeLessThan(4.5 * Math.hypot(standardError, error))
  }

  /** The mean over ranks; its error is at most the mean of theirs. */
  const overRanks = (ranks: readonly Estimate[]): Estimate => {
    const over = (of: 'mean' | 'standardError'): number => ranks.reduce((sum, rank) => sum + rank[of], 0) / ranks.length
    return { ...ranks[0]!, mean: over('mean'), standardError: over('standardError') }
  }

  // A C++ program that shares nothing with this one: 40 tori of 10⁴ cells, seeds 101 and 104; to the digits that it printed.
  it.each([
    [{ Mt: 20, K: 5, L: 4 }, 14.14, 0.0832, undefined],
    [{ Mt: 20, K: 3, L: 3, J: 3, Q: 3 }, 10.69, 0.0186, 0.026],
  ] as const)('the requests at serving BSs, and the abandoned ones: %j', (changes, mean, ofUser, ofTarget) => {
    const { estimates, distribution, meanRequests } = summarized(changes, 24)
    const { serving, servingMean, typical, communication, sensing } = estimates!
    expectNear(servingMean, mean, 0.005)
    expect(serving.reduce((sum, { mean: p }, n) => sum + n * p, 0)).toBeCloseTo(servingMean.mean, 10)
    expect(servingMean.mean).toBeLessThan(meanRequests)
    expect(typical.map(({ mean: p }) => p)).toEqual(distribution)
    expectNear(overRanks(communication), ofUser, 0.0005)
    // The nearest of a cluster abandons least.
    expect(communication[0]!.mean).toBeLessThan(communication.at(-1)!.mean)
    if (ofTarget === undefined) expect(sensing).toEqual([])
    else expectNear(overRanks(sensing), ofTarget, 0.0005)
  })
})
