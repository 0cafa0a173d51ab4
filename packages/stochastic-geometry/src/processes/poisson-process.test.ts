import { regularizedLowerIncompleteGamma, regularizedUpperIncompleteGamma } from '@isacnet/special-functions'
import { describe, expect, it } from 'vitest'
import { chiSquareUniform, kolmogorovSmirnov } from '../../test/goodness-of-fit.js'
import { scriptedStream } from '../../test/scripted-stream.js'
import { nearestIndex } from '../geometry/nearest-index.js'
import { type Window, windowArea, windowContains } from '../geometry/window.js'
import { randomStream } from '../streams/alea-stream.js'
import { poissonProcess } from './poisson-process.js'

const windows: Window[] = [
  { kind: 'disc', radius: 1.7 },
  { kind: 'rectangle', width: 3, height: 2 },
  { kind: 'torus', width: 3, height: 2 },
]
const density = 2
const trials = 20_000

describe('poissonProcess', () => {
  it.each(windows)('has Poisson counts and uniform points in a $kind', (window) => {
    const stream = randomStream(8, 0, `poisson in ${window.kind}`)
    const patterns = Array.from({ length: trials }, () => poissonProcess(density).sample(window, stream))
    const mean = density * windowArea(window)
    const cdf = (mu: number) => (k: number) => (k < 0 ? 0 : regularizedUpperIncompleteGamma(k + 1, mu))
    const counts = patterns.map(({ x }) => x.length)
    expect(kolmogorovSmirnov(counts, cdf(mean), (k) => cdf(mean)(k - 1))).toBeLessThan(1)
    expect(kolmogorovSmirnov(counts, cdf(1.05 * mean), (k) => cdf(1.05 * mean)(k - 1))).toBeGreaterThan(1)

    // 12 × 12 parts of equal area.
    const parts = new Float64Array(144)
    let outside = 0
    for (const { x, y } of patterns)
      for (let i = 0; i < x.length; i++) {
        if (!windowContains(window, x[i]!, y[i]!)) outside += 1
        const [u, v] =
          window.kind === 'disc'
            ? [(x[i]! ** 2 + y[i]! ** 2) / window.radius ** 2, Math.atan2(y[i]!, x[i]!) / (2 * Math.PI) + 0.5]
            : [x[i]! / window.width + 0.5, y[i]! / window.height + 0.5]
        parts[12 * Math.floor(12 * u) + Math.floor(12 * v)]! += 1
      }
    expect(outside).toBe(0)
    expect(chiSquareUniform(parts)).toBeLessThan(1)
  })

  it('has the mean number of points of its density and its window', () => {
    const means: number[] = []
    const poisson = (mean: number): number => {
      means.push(mean)
      return 0
    }
    const stream = scriptedStream({ poisson })
    for (const window of windows) poissonProcess(2.5).sample(window, stream)
    expect(means).toEqual([expect.closeTo(2.5 * Math.PI * 1.7 ** 2, 12), 15, 15])
  })

  it('has nearest and n-th nearest distances of the law that is computed directly', () => {
    const window = { kind: 'torus', width: 12, height: 12 } as const
    const stream = randomStream(8, 0, 'nearest distances')
    const squares: number[][] = [[], [], []]
    for (let trial = 0; trial < 4000; trial++) {
      const index = nearestIndex(poissonProcess(density).sample(window, stream), window)
      const x = 12 * stream.uniform()
      const y = 12 * stream.uniform()
      const nearest = index.nearestSeveral(x, y, 7)
      for (const [k, n] of [1, 3, 7].entries()) squares[k]!.push(index.squaredDistance(x, y, nearest[n - 1]!))
    }
    for (const [k, n] of [1, 3, 7].entries()) {
      const cdf = (s: number) => regularizedLowerIncompleteGamma(n, Math.PI * density * s)
      expect(kolmogorovSmirnov(squares[k]!, cdf), `n = ${n}`).toBeLessThan(1)
      expect(
        kolmogorovSmirnov(squares[k]!, (s) => cdf(1.15 * s)),
        `n = ${n}`,
      ).toBeGreaterThan(1)
    }
  })

  it('has a hole around the target, seen from the serving BS, and is Poisson outside of it', () => {
    // Given r to the nearest BS, the others are Poisson outside the disc of radius r around the target. From the BS, that
    // disc takes the part 2 arccos(R/2r) of the circle of radius R < 2r, so none is within R with probability
    // exp(−λ(πR² − lens)), lens the common area of discs R around the BS and r around the target.
    const window = { kind: 'torus', width: 12, height: 12 } as const
    const stream = randomStream(8, 0, 'hole')
    const lens = (R: number, r: number) => {
      if (R >= 2 * r) return Math.PI * r * r
      const a = R * R * Math.acos(R / (2 * r)) + r * r * Math.acos(1 - (R * R) / (2 * r * r))
      return a - (R / 2) * Math.sqrt(4 * r * r - R * R)
    }
    const withHole: number[] = []
    const withoutHole: number[] = []
    for (let trial = 0; trial < 4000; trial++) {
      const pattern = poissonProcess(density).sample(window, stream)
      const index = nearestIndex(pattern, window)
      const serving = index.nearest(0, 0)
      const r = Math.sqrt(index.squaredDistance(0, 0, serving))
      const [sx, sy] = [pattern.x[serving]!, pattern.y[serving]!]
      const R = Math.sqrt(index.squaredDistance(sx, sy, index.nearestSeveral(sx, sy, 2)[1]!))
      withHole.push(-Math.expm1(-density * (Math.PI * R * R - lens(R, r))))
      withoutHole.push(-Math.expm1(-density * Math.PI * R * R))
    }
    expect(kolmogorovSmirnov(withHole, (u) => u)).toBeLessThan(1)
    expect(kolmogorovSmirnov(withoutHole, (u) => u)).toBeGreaterThan(1)
  })

  it('may be empty', () => {
    expect(poissonProcess(0).sample(windows[0]!, randomStream(1, 0, ''))).toEqual({
      x: new Float64Array(0),
      y: new Float64Array(0),
    })
  })

  it('refuses densities and windows that are none', () => {
    expect(() => poissonProcess(-1)).toThrow('density must be a finite number ≥ 0 per km², got -1')
    expect(() => poissonProcess(1).sample({ kind: 'disc', radius: -2 }, randomStream(1, 0, ''))).toThrow(
      'radius must be a length from 1e-150 to 1e+150 km, got -2',
    )
  })
})
