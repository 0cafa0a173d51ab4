import { defineNetwork } from '@isacnet/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bruteForce } from '../../test/brute-force.js'
import { cheapRates } from '../../test/cheap-rates.js'
import { analyticRates } from '../rates/analytic-rates.js'
import { type AchievableRegion, achievablePoints, achievableRegion, regionPoint } from './achievable-region.js'
import type { RegionMetric, RegionPlane } from './region-plane.js'

const randomRegion = fc
  .record({
    Mt: fc.integer({ min: 2, max: 20 }),
    Jmax: fc.integer({ min: 1, max: 8 }),
    seed: fc.nat(),
    metric: fc.constantFrom<RegionMetric>('rate', 'ase'),
  })
  .map(({ Mt, Jmax, seed, metric }) => {
    const problem = { network: defineNetwork({ Mt, Jmax }), rates: cheapRates({ kind: 'smooth', seed }) }
    return { problem, metric, region: achievableRegion(problem, { metric }) }
  })

/** Sensing on the segment between the corner points at that communication, by solving for the share. */
const segmentAt = (
  { corners: { communicationOptimal: a, sensingOptimal: b } }: AchievableRegion,
  x: number,
): number => {
  let [low, high] = [0, 1]
  for (let i = 0; i < 60; i++) {
    const share = (low + high) / 2
    if (share * a.communication + (1 - share) * b.communication > x) high = share
    else low = share
  }
  return low * a.sensing + (1 - low) * b.sensing
}

describe('the boundaries of a region', () => {
  it('enclose each other: time sharing at corners and the staircase lie within the hull', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(randomRegion, ({ problem, metric, region }) => {
        const { frontier, hull, corners } = region
        expect(hull[0]).toBe(corners.communicationOptimal)
        expect(hull.at(-1)).toBe(corners.sensingOptimal)
        const points = bruteForce(problem).map(
          (p) => (metric === 'rate' ? [p.Rc, p.Rs] : [p.Tc, p.Ts]) as [number, number],
        )
        let beyond = Number.NEGATIVE_INFINITY
        hull.slice(1).forEach((b, i) => {
          const a = hull[i]!
          for (const [x, y] of points) {
            const doubleArea =
              (y - a.sensing) * (a.communication - b.communication) - (a.communication - x) * (b.sensing - a.sensing)
            beyond = Math.max(beyond, doubleArea / (1 + x * y))
          }
        })
        expect(beyond, 'beyond an edge of the hull').toBeLessThanOrEqual(1e-12)
        expect(Math.max(...points.map(([x]) => x))).toBe(corners.communicationOptimal.communication)
        expect(Math.max(...points.map(([, y]) => y))).toBe(corners.sensingOptimal.sensing)
        for (const vertex of hull) expect(frontier.includes(vertex)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('have gains over time sharing by their definition, largest where it is said', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(randomRegion, ({ region }) => {
        const { gains, largestAtEqualCommunication, largestAtEqualSensing } = region.timeSharing
        expect(gains.map(({ point }) => point)).toEqual(region.frontier)
        for (const { point, atEqualCommunication } of gains)
          expect(atEqualCommunication).toBeCloseTo(point.sensing / segmentAt(region, point.communication) - 1, 8)
        expect(largestAtEqualCommunication.atEqualCommunication).toBe(
          Math.max(...gains.map(({ atEqualCommunication }) => atEqualCommunication)),
        )
        expect(largestAtEqualSensing.atEqualSensing).toBe(
          Math.max(...gains.map(({ atEqualSensing }) => atEqualSensing)),
        )
        expect(gains[0]).toMatchObject({ atEqualCommunication: 0, atEqualSensing: 0 })
        expect(gains.at(-1)).toMatchObject({ atEqualCommunication: 0, atEqualSensing: 0 })
        // Equal communication and equal sensing look at the same segment from two sides.
        for (const gain of gains)
          expect(Math.sign(Math.round(gain.atEqualCommunication * 1e9))).toBe(
            Math.sign(Math.round(gain.atEqualSensing * 1e9)),
          )
      }),
      { numRuns: 100 },
    )
  })

  it('step from point to point, from axis to axis', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(randomRegion, ({ region: { staircase, frontier } }) => {
        expect(staircase[0]).toEqual({ communication: frontier[0]!.communication, sensing: 0 })
        expect(staircase.at(-1)).toEqual({ communication: 0, sensing: frontier.at(-1)!.sensing })
        staircase.slice(1).forEach((vertex, i) => {
          const last = staircase[i]!
          expect(vertex.communication === last.communication || vertex.sensing === last.sensing).toBe(true)
        })
        for (const { communication, sensing } of frontier) expect(staircase).toContainEqual({ communication, sensing })
      }),
      { numRuns: 50 },
    )
  })
})

it('lists every achievable point', () => {
  const problem = {
    network: defineNetwork({ Mt: 12, Jmax: 4 }),
    rates: cheapRates({ kind: 'smooth', seed: 3 }),
    constraints: { minSensingRate: 0.5 },
  }
  const found = [...achievablePoints(problem)].map(({ allocation, communication, sensing }) => [
    ...Object.values(allocation),
    communication.ase,
    sensing.ase,
  ])
  const expected = bruteForce(problem).map(({ allocation, Tc, Ts }) => [...Object.values(allocation), Tc, Ts])
  const order = (a: readonly number[], b: readonly number[]): number =>
    a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]! || a[3]! - b[3]!
  expect(found).toEqual(expected.sort(order))
  expect(found.length).toBeGreaterThan(100)
})

describe('the plane of any two quantities', () => {
  const network = defineNetwork({ Mt: 7, Jmax: 2 })
  const problem = { network, rates: analyticRates(network) }

  it.each<RegionPlane>([
    ['communication-percentile-rate:5%', 'sensing-detection:1e-3'],
    ['communication-ase', 'communication-coverage:0dB'],
    ['sensing-rate', 'communication-covered-density:3dB'],
  ])('has the Pareto points of brute force: %s and %s', (x, y) => {
    const plane = [x, y] as const
    const asked = plane.filter((name) => name.includes(':'))
    const all = [...achievablePoints(problem, asked)].map((performance) => regionPoint(performance, 'ase', plane))
    const best = all.filter(
      (point) =>
        !all.some(
          (other) =>
            other.communication >= point.communication &&
            other.sensing >= point.sensing &&
            (other.communication > point.communication + 1e-9 || other.sensing > point.sensing + 1e-9),
        ),
    )
    const region = achievableRegion(problem, { plane })
    const places = (points: readonly { communication: number; sensing: number }[]) => [
      ...new Set(points.map((point) => `${point.communication.toFixed(7)} ${point.sensing.toFixed(7)}`)),
    ]
    expect(places(region.frontier).sort()).toEqual(places(best).sort())
    expect(region.plane).toEqual(plane)
    expect(region.examined).toBeLessThan(all.length)
  })

  it('is the metric’s where its quantities are named', () => {
    const { plane: _, ...region } = achievableRegion(problem, { plane: ['communication-rate', 'sensing-rate'] })
    expect(region.frontier).toEqual(achievableRegion(problem, { metric: 'rate' }).frontier)
  })

  it('is refused of errors, and of what is no quantity', () => {
    expect(() => achievableRegion(problem, { plane: ['communication-rate', 'sensing-angle-error'] })).toThrow(
      'plane must be two quantities of which more is better, got sensing-angle-error',
    )
    expect(() => achievableRegion(problem, { plane: ['communication-fate', 'sensing-rate'] })).toThrow(
      'unknown quantity ‘communication-fate’',
    )
  })
})
