import { InvalidParameterError } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { chiSquareUniform, meanDeviation } from '../../test/goodness-of-fit.js'
import { nearestIndex } from '../geometry/nearest-index.js'
import { voronoiCell } from '../geometry/voronoi-cell.js'
import { type Window, windowArea } from '../geometry/window.js'
import { randomStream } from '../streams/alea-stream.js'
import { triangularLattice } from './triangular-lattice.js'

const density = 2.5
/** A regular hexagon of area 1/λ is as wide as the lattice’s spacing: √3/2 s² = 1/λ. */
const spacing = Math.sqrt(1 / density / (Math.sqrt(3) / 2))
const lattice = triangularLattice(density)

describe('triangularLattice', () => {
  it('has six neighbours at one distance around each point, and hexagons of area 1/λ for cells', () => {
    const stream = randomStream(19, 0, 'lattice')
    for (const side of [1.5, 4, 10]) {
      const torus = lattice.torus(side)
      const pattern = lattice.sample(torus, stream)
      expect(pattern.x.length / windowArea(torus)).toBeCloseTo(density, 9)
      const index = nearestIndex(pattern, torus)
      for (const [i, x] of pattern.x.entries()) {
        const y = pattern.y[i]!
        // On small tori a point meets a neighbour's image as well as the neighbour: then there are fewer than six.
        const around = [...index.nearestSeveral(x, y, 7)].slice(1).map((j) => Math.sqrt(index.squaredDistance(x, y, j)))
        if (side > 1.5) for (const distance of around) expect(distance).toBeCloseTo(spacing, 9)
        const { corners } = voronoiCell(index, i)
        const reach = Array.from(corners.x, (cx, k) => Math.hypot(cx - x, corners.y[k]! - y))
        for (const distance of reach) expect(distance).toBeCloseTo(spacing / Math.sqrt(3), 9)
      }
    }
  })

  it.each([
    { kind: 'disc', radius: 1.3 },
    { kind: 'rectangle', width: 3, height: 1.7 },
    lattice.torus(2),
  ] as const satisfies readonly Window[])('is stationary in a $kind', (window) => {
    // The square of the distance from the origin to the nearest point has the mean 5A/(18√3) of a hexagon of area A (Conway and Sloane,
    // Sphere Packings, Lattices and Groups, chapter 21), and the point is uniform in it: so is its direction within a sixth.
    const stream = randomStream(19, 0, `stationary in ${window.kind}`)
    const squares: number[] = []
    const counts: number[] = []
    const sixths = new Float64Array(6)
    for (let trial = 0; trial < 20_000; trial++) {
      const pattern = lattice.sample(window, stream)
      counts.push(pattern.x.length)
      const index = nearestIndex(pattern, window)
      const nearest = index.nearest(0, 0)
      squares.push(index.squaredDistance(0, 0, nearest))
      // Sixths around the directions of the neighbours, which are alike.
      const angle = Math.atan2(pattern.y[nearest]!, pattern.x[nearest]!) / (Math.PI / 3) + 6.5
      sixths[Math.floor(angle) % 6]! += 1
    }
    const moments = (values: readonly number[]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
    }
    const expected = 5 / density / (18 * Math.sqrt(3))
    expect(meanDeviation(squares, expected, moments(squares))).toBeLessThan(1)
    expect(meanDeviation(squares, 1.03 * expected, moments(squares))).toBeGreaterThan(1)
    expect(chiSquareUniform(sixths)).toBeLessThan(1)
    if (window.kind === 'torus') expect(new Set(counts).size).toBe(1)
    else expect(meanDeviation(counts, density * windowArea(window), moments(counts))).toBeLessThan(1)
  })

  it('refuses a torus on which it doesn’t close, and densities that are none', () => {
    expect(() => lattice.sample({ kind: 'torus', width: 3, height: 3 }, randomStream(1, 0, ''))).toThrow(
      /^width must be a multiple of 0\.67\d* km, so that the lattice closes, got 3$/,
    )
    expect(() => lattice.sample({ ...lattice.torus(3), height: 0.1 }, randomStream(1, 0, ''))).toThrow(
      /^height must be/,
    )
    for (const wrong of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => triangularLattice(wrong)).toThrow(InvalidParameterError)
  })
})
