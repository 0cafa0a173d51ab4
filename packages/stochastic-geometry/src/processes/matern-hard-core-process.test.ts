import { InvalidParameterError } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { meanDeviation } from '../../test/goodness-of-fit.js'
import { scriptedStream } from '../../test/scripted-stream.js'
import { nearestIndex } from '../geometry/nearest-index.js'
import { type Window, windowArea, windowContains } from '../geometry/window.js'
import { randomStream } from '../streams/alea-stream.js'
import { maternHardCoreProcess } from './matern-hard-core-process.js'
import type { PointProcess } from './point-process.js'
import { poissonProcess } from './poisson-process.js'

const density = 3
const hardCoreDistance = 0.25
const process = maternHardCoreProcess({ density, hardCoreDistance })
const windows: Window[] = [
  { kind: 'disc', radius: 1.3 },
  { kind: 'rectangle', width: 3, height: 1.5 },
  { kind: 'torus', width: 3, height: 1.5 },
]

/** The deviation of the mean from what is expected, by the sample's own variance. */
const deviation = (sample: readonly number[], expected: number) => {
  const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length
  const variance = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sample.length
  return meanDeviation(sample, expected, Math.sqrt(variance))
}

describe('maternHardCoreProcess', () => {
  it('draws so many parents, margins included, that its density is retained', () => {
    const surroundings = [Math.PI * (1.3 + 0.25) ** 2, (3 + 0.5) * (1.5 + 0.5), 3 * 1.5]
    for (const [i, window] of windows.entries()) {
      let mean = Number.NaN
      const poisson = (asked: number): number => {
        mean = asked
        return 0
      }
      process.sample(window, scriptedStream({ poisson }))
      // Of parents of density p one is retained if its mark is the least in the disc: ∫₀¹ e^(−pπr²m) dm, by the midpoint rule.
      const parents = mean / surroundings[i]!
      const steps = 2000
      let retained = 0
      for (let k = 0; k < steps; k++)
        retained += Math.exp((-parents * Math.PI * hardCoreDistance ** 2 * (k + 0.5)) / steps) / steps
      expect(parents * retained).toBeCloseTo(density, 6)
    }
  })

  it.each(windows)('has its density and its distance in a $kind', (window) => {
    const stream = randomStream(9, 0, `Matérn in ${window.kind}`)
    const counts: number[] = []
    let nearest = Number.POSITIVE_INFINITY
    let outside = 0
    for (let trial = 0; trial < 4000; trial++) {
      const pattern = process.sample(window, stream)
      const index = nearestIndex(pattern, window)
      counts.push(pattern.x.length)
      for (let i = 0; i < pattern.x.length; i++) {
        if (!windowContains(window, pattern.x[i]!, pattern.y[i]!)) outside += 1
        const next = index.nearestSeveral(pattern.x[i]!, pattern.y[i]!, 2)[1]
        if (next !== undefined) nearest = Math.min(nearest, index.squaredDistance(pattern.x[i]!, pattern.y[i]!, next))
      }
    }
    expect(outside).toBe(0)
    expect(nearest).toBeGreaterThan(hardCoreDistance ** 2)
    expect(deviation(counts, density * windowArea(window))).toBeLessThan(1)
    // Without the parents' greater density a quarter would be missing.
    expect(deviation(counts, 0.97 * density * windowArea(window))).toBeGreaterThan(1)
  })

  it('has the pair correlation of Matérn’s process, and the Poisson process has not', () => {
    // Pairs at distances in (h, 3h/2): λ ∫ g(r) 2πr dr each, with Stoyan's g for type II.
    const window = { kind: 'torus', width: 6, height: 6 } as const
    const h = hardCoreDistance
    const disc = Math.PI * h * h
    const parents = -Math.log1p(-density * disc) / disc
    const union = (r: number) => 2 * disc - 2 * h * h * Math.acos(r / (2 * h)) + (r / 2) * Math.sqrt(4 * h * h - r * r)
    const g = (r: number) => {
      const v = union(r)
      return (
        (2 * v * -Math.expm1(-parents * disc) - 2 * disc * -Math.expm1(-parents * v)) /
        (disc * v * (v - disc) * density * density)
      )
    }
    let expected = 0
    const steps = 2000
    for (let k = 0; k < steps; k++) {
      const r = h + ((k + 0.5) / steps) * (h / 2)
      expected += (density * g(r) * 2 * Math.PI * r * (h / 2)) / steps
    }
    const pairsIn = (law: PointProcess, purpose: string) => {
      const stream = randomStream(9, 0, purpose)
      return Array.from({ length: 1500 }, () => {
        const pattern = law.sample(window, stream)
        const index = nearestIndex(pattern, window)
        let pairs = 0
        for (let i = 0; i < pattern.x.length; i++) {
          const [x, y] = [pattern.x[i]!, pattern.y[i]!]
          pairs += index.within(x, y, 1.5 * h).length - index.within(x, y, h).length
        }
        return pairs
      })
    }
    const all = expected * density * windowArea(window)
    expect(deviation(pairsIn(process, 'pairs'), all)).toBeLessThan(1)
    expect(deviation(pairsIn(poissonProcess(density), 'Poisson pairs'), all)).toBeGreaterThan(1)
  })

  it('becomes Poisson without a hard core, and may be empty', () => {
    const soft = maternHardCoreProcess({ density, hardCoreDistance: 0 })
    const stream = randomStream(9, 0, 'soft')
    const counts = Array.from({ length: 20_000 }, () => soft.sample(windows[1]!, stream).x.length)
    const mean = density * windowArea(windows[1]!)
    expect(deviation(counts, mean)).toBeLessThan(1)
    expect(
      deviation(
        counts.map((count) => (count - mean) ** 2),
        mean,
      ),
    ).toBeLessThan(1)
    expect(maternHardCoreProcess({ density: 0, hardCoreDistance: 1 }).sample(windows[0]!, stream).x).toHaveLength(0)
  })

  it('refuses what cannot be', () => {
    expect(() => maternHardCoreProcess({ density: 1, hardCoreDistance: 0.6 })).toThrow(InvalidParameterError)
    expect(() => maternHardCoreProcess({ density: 1, hardCoreDistance: 0.6 })).toThrow(
      /^hardCoreDistance must be less than 0.56\d* km for 1 points per km², got 0.6$/,
    )
    expect(() => maternHardCoreProcess({ density: -1, hardCoreDistance: 0 })).toThrow('density')
    expect(() => maternHardCoreProcess({ density: 1, hardCoreDistance: Number.NaN })).toThrow('hardCoreDistance')
    const sparse = maternHardCoreProcess({ density: 0.01, hardCoreDistance: 1 })
    expect(() => sparse.sample(windows[2]!, randomStream(1, 0, ''))).toThrow(
      'height must be at least twice the hard-core distance, 2 km, got 1.5',
    )
  })
})
