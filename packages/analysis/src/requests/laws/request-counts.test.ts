import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { defineNetwork, InvalidParameterError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { inDegreeLaw, requestMoments, requestMomentsWithOwn } from '../constants/request-constants.js'
import { inDegreeResponse, responseOf } from '../constants/responses.js'
import { diversityOrders } from '../counts/capacity.js'
import { meanCount, smoothCount, varianceOfCount } from '../counts/count-law.js'
import { tiltedLaw } from '../counts/tilted-law.js'
import { requestCounts } from './request-counts.js'

const errors: { readonly servingMean: number[]; readonly servingBinomial: number[]; readonly servingSpread: number[] } =
  JSON.parse(readFileSync(new URL('../../../golden/request-moments-errors.json', import.meta.url), 'utf8'))

// By another program (C++, simulated): E N of the serving BS, and how often a user's or a target's request is given up.
it.each([
  [{ Mt: 20, K: 5, L: 4 }, 'bs-centric', 14.14, 0.0832, undefined],
  [{ Mt: 20, K: 10, L: 2 }, 'bs-centric', 9.46, 0.1371, undefined],
  [{ Mt: 20, K: 3, L: 3, J: 3, Q: 3 }, 'bs-centric', 10.69, 0.0186, 0.026],
  [{ Mt: 20, K: 3, L: 3, J: 3, Q: 3 }, 'target-centric', 11.31, 0.0062, 0.0062],
  [{ Mt: 20, K: 8, L: 4 }, 'bs-centric', 22.63, 0.4915, undefined],
  [{ Mt: 40, K: 5, L: 3, J: 5, Q: 5 }, 'target-centric', 28.31, 0.0148, 0.0156],
] as const)('%j: %s', (changes, sensingClusters, mean, user, target) => {
  const counts = requestCounts(defineNetwork(changes), { sensingClusters })
  const average = (laws: typeof counts.askedByUser): number =>
    laws.reduce((sum, { abandonmentProbability }) => sum + abandonmentProbability, 0) / laws.length
  expect(counts.serving.mean).toBeCloseTo(mean, 1)
  expect(Math.abs(average(counts.askedByUser) - user)).toBeLessThan(0.0025)
  if (target !== undefined) expect(Math.abs(average(counts.askedByTarget) - target)).toBeLessThan(0.003)
})

it('is asked as often as it asks, on average', () => {
  for (const changes of [
    { K: 3, L: 3 },
    { K: 2, J: 4, Q: 3 },
    { K: 12, L: 2, J: 10, Q: 4 },
  ]) {
    const network = defineNetwork(changes)
    const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = network
    const { typical } = requestCounts(network)
    // What is below 0 is at 0.
    expect(typical.mean / (K * (L - 1) + J * (Q - 1))).toBeCloseTo(1, 2)
    expect(typical.probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9)
  }
})

it('is none without requests, extrapolated beyond the tables, and for networks only', () => {
  const alone = requestCounts(defineNetwork({ K: 5 }))
  expect(alone.serving).toMatchObject({ mean: 0, variance: 0, abandonmentProbability: 0 })
  expect(alone.askedByUser).toEqual([])
  const large = requestCounts(defineNetwork({ K: 1, L: 40, Mt: 64 }))
  expect([alone.extrapolated, large.extrapolated]).toEqual([false, true])
  expect(large.serving.mean).toBeGreaterThan(37)
  expect(() => requestCounts({} as never)).toThrow(InvalidParameterError)
})

it('keeps moments through rounding and tilting', () => {
  const law = smoothCount(14.2, 9.5)
  expect(meanCount(law)).toBeCloseTo(14.2, 6)
  expect(varianceOfCount(law)).toBeCloseTo(9.5, 3)
  const tilted = tiltedLaw(inDegreeLaw('typical', 4), 3.5, 1.4, 1)
  expect([meanCount(tilted), varianceOfCount(tilted), tilted[0]]).toEqual([
    expect.closeTo(3.5, 6),
    expect.closeTo(1.4, 6),
    0,
  ])
  expect([...diversityOrders(Float64Array.of(0.5, 0.2, 0.3), 1)]).toEqual([0, 0.5, 0.5])
})

it('has the constants of its files, unchanged', () => {
  for (const name of ['request-moments', 'request-responses']) {
    const { sha256, ...content } = JSON.parse(
      readFileSync(new URL(`../constants/${name}.json`, import.meta.url), 'utf8'),
    )
    expect(createHash('sha256').update(JSON.stringify(content)).digest('hex'), name).toBe(sha256)
  }
})

// Another program's constants (C++, 9·10⁵ BSs): mean and variance of requests at the serving BS, and at the rank-i BS with the own request.
it.each([
  [2, 0.9457, 0.6142, 0.0508, 2, 0.6361, 1.0523],
  [4, 2.8285, 1.1896, 0.2105, 3, 0.4361, 3.0393],
  [8, 6.6585, 1.7351, 0.9894, 8, 0.5099, 7.0857],
])('L = %i', (L, a, e, w, rank, m0, m1) => {
  const { mean, variance } = requestMoments('serving', L)
  // The other program has a fifth of the BSs, and fits both parts of the variance to counts: the variance at K = 8 is what it knows.
  const combined = (table: readonly number[]): number => 4.5 * Math.hypot(1, Math.sqrt(4.5)) * table[L - 2]!
  expect(Math.abs(mean[1] - a)).toBeLessThan(combined(errors.servingMean) + 5e-5)
  expect(Math.abs(8 * (variance[1] - e) + 64 * (variance[2] - w))).toBeLessThan(
    64 * combined(errors.servingSpread) + 8 * combined(errors.servingBinomial) + 0.05,
  )
  const own = requestMomentsWithOwn(rank, L)
  expect(Math.abs(own.mean[0] - m0)).toBeLessThan(0.02)
  expect(Math.abs(own.mean[1] - m1) / m1).toBeLessThan(0.004)
})

it('has responses of clusters up to 8, to first order beyond', () => {
  expect(responseOf('user', 4, 0, { requests: 4 })[1]).not.toBe(0)
  expect(responseOf('user', 12, 0, { requests: 12 })[12]).toBeLessThan(0)
  expect(responseOf('user', 12, 3, { requests: 12 }).every((c) => c === 0)).toBe(true)
  expect(responseOf('bs-centric', 3, 0, { inDegree: 4 }).every((c) => c === 0)).toBe(true)
  expect(inDegreeResponse('serving', 2)).toHaveLength(12)
  expect(inDegreeResponse('serving', 9)).toEqual([])
})
