import { InvalidParameterError } from '@isacnet/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { poissonProcess } from '../processes/poisson-process.js'
import { randomStream } from '../streams/alea-stream.js'
import { communicationCluster } from './communication-cluster.js'
import { nearestIndex } from './nearest-index.js'
import type { PointPattern } from './point-pattern.js'
import { sensingCluster } from './sensing-cluster.js'
import type { Window } from './window.js'

const torus = { kind: 'torus', width: 3, height: 2 } as const

/** Every point by distance, then index. */
function bruteForce({ x, y }: PointPattern, atX: number, atY: number, window?: Window): number[] {
  const turn = (difference: number, length: number) => Math.abs(difference - length * Math.round(difference / length))
  const distances = Array.from(x, (px, i) =>
    window?.kind === 'torus'
      ? Math.hypot(turn(px - atX, window.width), turn(y[i]! - atY, window.height))
      : Math.hypot(px - atX, y[i]! - atY),
  )
  return Array.from(x.keys()).sort((a, b) => distances[a]! - distances[b]! || a - b)
}

const pattern = (...points: readonly (readonly [number, number])[]): PointPattern => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
})

describe('nearestIndex', () => {
  it.each([
    ['plane', { kind: 'rectangle', width: 3, height: 2 }, 1],
    ['disc', { kind: 'disc', radius: 1.5 }, 1],
    ['torus', torus, 1],
    ['narrow plane', { kind: 'rectangle', width: 30, height: 0.01 }, 20],
    ['narrow torus', { kind: 'torus', width: 30, height: 0.01 }, 20],
  ] as const)('agrees with comparing all distances: %s', (_, window, scale) => {
    const stream = randomStream(1, 0, 'nearest')
    for (let trial = 0; trial < 150; trial++) {
      const points = poissonProcess((stream.exponential() * 15) / scale).sample(window, stream)
      const index = nearestIndex(points, window)
      for (let query = 0; query < 10; query++) {
        const x = 4 * scale * (stream.uniform() - 0.5)
        const y = 4 * (stream.uniform() - 0.5)
        const expected = bruteForce(points, x, y, window)
        const shown = JSON.stringify({ window, x, y, points: [Array.from(points.x), Array.from(points.y)] })
        expect(index.nearest(x, y), shown).toBe(expected[0] ?? -1)
        const n = stream.integer(expected.length + 3)
        expect(Array.from(index.nearestSeveral(x, y, n)), shown).toEqual(expected.slice(0, n))
        const radius = stream.exponential()
        const near = expected.filter((i) => index.squaredDistance(x, y, i) <= radius ** 2)
        expect(Array.from(index.within(x, y, radius)).sort(), shown).toEqual(near.sort())
      }
    }
  })

  it('agrees on lattices, with ties and coincident points, by the least index', () => {
    const coordinate = fc.integer({ min: -3, max: 3 })
    const points = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 60 })
    const window = { kind: 'torus', width: 6, height: 6 } as const
    fc.assert(
      fc.property(points, coordinate, coordinate, fc.boolean(), (tuples, x, y, wraps) => {
        const lattice = pattern(...tuples)
        const index = nearestIndex(lattice, wraps ? window : undefined)
        const expected = bruteForce(lattice, x, y, wraps ? window : undefined)
        expect(index.nearest(x, y)).toBe(expected[0] ?? -1)
        expect(Array.from(index.nearestSeveral(x, y, tuples.length))).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('finds the points of a crowd beside far outliers', () => {
    const stream = randomStream(2, 0, 'outliers')
    const crowd = poissonProcess(300).sample({ kind: 'disc', radius: 1 }, stream)
    const points = { x: Float64Array.of(-1e6, ...crowd.x, 1e6), y: Float64Array.of(1e5, ...crowd.y, -1e6) }
    const index = nearestIndex(points)
    for (const [x, y] of [
      [0, 0],
      [-4e5, 7],
      [1e7, -1e7],
      [0.3, -0.2],
    ] as const)
      expect(Array.from(index.nearestSeveral(x, y, 20))).toEqual(bruteForce(points, x, y).slice(0, 20))
  })

  it('answers for empty patterns and single points', () => {
    for (const window of [undefined, torus]) {
      const empty = nearestIndex(pattern(), window)
      expect(empty.nearest(0, 0)).toBe(-1)
      expect(empty.nearestSeveral(0, 0, 3)).toHaveLength(0)
      expect(empty.within(0, 0, 9)).toHaveLength(0)
      const single = nearestIndex(pattern([1, 1]), window)
      expect(single.nearest(-50, 20)).toBe(0)
      expect(Array.from(single.nearestSeveral(0, 0, 3))).toEqual([0])
      expect(Array.from(single.within(0.5, 1, 0.5))).toEqual([0])
    }
    expect(Math.sqrt(nearestIndex(pattern([1.4, 0]), torus).squaredDistance(-1.4, 0, 0))).toBeCloseTo(0.2, 12)
  })

  it('writes into what it is given', () => {
    const index = nearestIndex(pattern([0, 0], [1, 0], [2, 0]))
    const out = new Int32Array(2)
    expect(index.nearestSeveral(0.9, 0, 2, out)).toBe(out)
    expect(Array.from(out)).toEqual([1, 0])
    expect(index.nearestSeveral(0.9, 0, 1, out)).toEqual(Int32Array.of(1))
    expect(() => index.nearestSeveral(0, 0, 3, out)).toThrow('out must be at least 3 entries long, got 2')
  })

  it.each([undefined, torus])('refuses places that are none', (window) => {
    const index = nearestIndex(pattern([0, 0], [1, 0], [-1, 0.5]), window)
    const none = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e200]
    for (const wrong of none)
      for (const [x, y] of [
        [wrong, 0],
        [0, wrong],
      ] as const)
        for (const ask of [
          () => index.nearest(x, y),
          () => index.nearestSeveral(x, y, 3),
          () => index.within(x, y, 1),
          () => communicationCluster(index, { x, y }, 2),
          () => sensingCluster(index, { x, y }, 2, 'bs-centric'),
          () => sensingCluster(index, { x, y }, 2, 'target-centric'),
        ])
          expect(ask, `${x}, ${y}`).toThrow(/^[xy] must be a number within ±1e\+150 km/)
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => index.squaredDistance(wrong, 0, 0)).toThrow('x must be a number within ±1e+150 km')
    expect(() => index.squaredDistance(0, 0, 3)).toThrow('point must be the index of one of 3 points, got 3')
    for (const radius of [Number.NaN, -1, Number.POSITIVE_INFINITY])
      expect(() => index.within(0, 0, radius)).toThrow('radius must be a number from 0 to 1e+150 km')
  })

  it('tells the least distances apart, and wraps the furthest places', () => {
    const least = nearestIndex(pattern([0, 0], [1e-150, 0], [0, -3e-150]))
    expect(Array.from(least.nearestSeveral(1.2e-150, 0, 3))).toEqual([1, 0, 2])
    expect(() => nearestIndex(pattern([0, 0], [1e-200, 0]))).toThrow(InvalidParameterError)
    // 3 · 10¹⁵ + 1 is a whole number of turns and 1.
    expect(nearestIndex(pattern([1, 0], [0, 0], [-1, 0]), torus).nearest(3e15 + 1, 0)).toBe(0)
  })

  it('refuses what is no pattern', () => {
    expect(() => nearestIndex(pattern([0, 0], [Number.NaN, 0]))).toThrow(
      'pattern.x[1] must be 0, or between 1e-150 and 1e+150 km in absolute value, got NaN',
    )
    expect(() => nearestIndex({ x: new Float64Array(2), y: new Float64Array(1) })).toThrow(InvalidParameterError)
    expect(() => nearestIndex(pattern([2, 0]), torus)).toThrow('pattern.x must be within ±1.5, got 2')
    expect(() => nearestIndex(pattern(), { kind: 'torus', width: 0, height: 1 })).toThrow('width')
    expect(() => nearestIndex(pattern([0, 0])).nearestSeveral(0, 0, -1)).toThrow('n must be an integer ≥ 0, got -1')
  })
})
