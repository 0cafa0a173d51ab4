import { describe, expect, it } from 'vitest'
import { chiSquareUniform, kolmogorovSmirnov } from '../../test/goodness-of-fit.js'
import { poissonProcess } from '../processes/poisson-process.js'
import { randomStream } from '../streams/alea-stream.js'
import { nearestIndex } from './nearest-index.js'
import { uniformInVoronoiCell, voronoiCell } from './voronoi-cell.js'
import { fillUniformly, type Window, windowArea, windowContains } from './window.js'

const windows: Window[] = [
  { kind: 'disc', radius: 1.2 },
  { kind: 'rectangle', width: 3, height: 1.5 },
  { kind: 'torus', width: 3, height: 1.5 },
]

const polygonArea = ({ x, y }: { x: Float64Array; y: Float64Array }) =>
  x.reduce((sum, px, k) => sum + (px * y[(k + 1) % x.length]! - x[(k + 1) % x.length]! * y[k]!) / 2, 0)

describe('voronoiCell', () => {
  it.each(windows.slice(1))('has cells that tile a $kind', (window) => {
    const stream = randomStream(12, 0, `cells of ${window.kind}`)
    for (let trial = 0; trial < 200; trial++) {
      const pattern = poissonProcess(stream.exponential() * 8).sample(window, stream)
      const index = nearestIndex(pattern, window)
      let area = 0
      for (let site = 0; site < pattern.x.length; site++) area += polygonArea(voronoiCell(index, site, window).corners)
      if (pattern.x.length > 0) expect(area, JSON.stringify(pattern)).toBeCloseTo(windowArea(window), 10)
    }
  })

  it('is the window if there is one BS', () => {
    for (const window of windows.slice(1)) {
      const index = nearestIndex({ x: Float64Array.of(0.4), y: Float64Array.of(0.6) }, window)
      expect(polygonArea(voronoiCell(index, 0, window).corners)).toBeCloseTo(4.5, 12)
    }
  })

  it('belongs to the least index of several BSs at one place', () => {
    const index = nearestIndex({ x: Float64Array.of(0, 0, 1), y: new Float64Array(3) })
    expect(polygonArea(voronoiCell(index, 0, windows[1]!).corners)).toBeCloseTo(3, 12)
    expect(() => voronoiCell(index, 1, windows[1])).toThrow('site must be no BS at the place of BS 0')
  })

  it('refuses what has no cell', () => {
    const index = nearestIndex({ x: Float64Array.of(0, 9), y: new Float64Array(2) })
    expect(() => voronoiCell(index, 2, windows[0])).toThrow('site must be the index of one of 2 BSs, got 2')
    expect(() => voronoiCell(index, 1, windows[0])).toThrow('site must be a BS in the window, got 1')
    expect(() => voronoiCell(index, 0)).toThrow('window must be given')
    expect(() => voronoiCell(index, 0, windows[2])).toThrow('window must be the torus of the index')
  })
})

describe('uniformInVoronoiCell', () => {
  it.each(windows)('gives points that the BS serves in a $kind', (window) => {
    const stream = randomStream(12, 0, `points in cells of ${window.kind}`)
    let strays = 0
    for (let trial = 0; trial < 200; trial++) {
      const pattern = poissonProcess(stream.exponential() * 8).sample(window, stream)
      const index = nearestIndex(pattern, window)
      for (let site = 0; site < pattern.x.length; site++) {
        const { x, y } = uniformInVoronoiCell(voronoiCell(index, site, window), 5, stream)
        for (let i = 0; i < 5; i++)
          if (index.nearest(x[i]!, y[i]!) !== site || !windowContains(window, x[i]!, y[i]!)) strays += 1
      }
    }
    expect(strays).toBe(0)
  })

  it.each(windows)('gives the law of points drawn in a $kind and assigned to the nearest BS', (window) => {
    // Every BS draws as many points of its cell as it was assigned of uniform points: together they are uniform as well.
    const stream = randomStream(12, 0, `uniformity in ${window.kind}`)
    const pattern = poissonProcess(5).sample(window, stream)
    const index = nearestIndex(pattern, window)
    const count = 200_000
    const assigned = { x: new Float64Array(count), y: new Float64Array(count) }
    fillUniformly(window, stream, assigned.x, assigned.y)
    const load = new Int32Array(pattern.x.length)
    for (let i = 0; i < count; i++) load[index.nearest(assigned.x[i]!, assigned.y[i]!)]! += 1
    const parts = new Float64Array(900)
    const squeezed = new Float64Array(900)
    const partOf = (x: number, y: number) => {
      const [u, v] =
        window.kind === 'disc'
          ? [Math.min((x * x + y * y) / window.radius ** 2, 0.999999), Math.atan2(y, x) / (2 * Math.PI) + 0.5]
          : [x / window.width + 0.5, y / window.height + 0.5]
      return 30 * Math.floor(30 * u) + Math.floor(30 * v)
    }
    for (const [site, n] of load.entries()) {
      const { x, y } = uniformInVoronoiCell(voronoiCell(index, site, window), n, stream)
      const [sx, sy] = [pattern.x[site]!, pattern.y[site]!]
      for (let i = 0; i < n; i++) {
        parts[partOf(x[i]!, y[i]!)]! += 1
        // Points somewhat too near to their BSs would be noticed.
        const near = Math.hypot(x[i]! - sx, y[i]! - sy) < 0.2 ? 0.8 : 1
        squeezed[partOf(sx + near * (x[i]! - sx), sy + near * (y[i]! - sy))]! += 1
      }
    }
    expect(chiSquareUniform(parts)).toBeLessThan(1)
    expect(chiSquareUniform(squeezed)).toBeGreaterThan(1)
  })

  it('is uniform in a cell of known shape', () => {
    const index = nearestIndex({ x: Float64Array.of(-0.5, 0.5), y: new Float64Array(2) })
    const stream = randomStream(12, 0, 'half a window')
    const { x, y } = uniformInVoronoiCell(voronoiCell(index, 1, windows[1]), 100_000, stream)
    expect(kolmogorovSmirnov(x, (px) => Math.min(1, Math.max(0, px / 1.5)))).toBeLessThan(1)
    expect(kolmogorovSmirnov(y, (py) => py / 1.5 + 0.5)).toBeLessThan(1)
    expect(kolmogorovSmirnov(y, (py) => py / 1.6 + 0.5)).toBeGreaterThan(1)
  })

  it('refuses counts that are none', () => {
    const index = nearestIndex({ x: Float64Array.of(0), y: new Float64Array(1) })
    const cell = voronoiCell(index, 0, windows[0])
    expect(uniformInVoronoiCell(cell, 0, randomStream(1, 0, '')).x).toHaveLength(0)
    expect(() => uniformInVoronoiCell(cell, -1, randomStream(1, 0, ''))).toThrow('count must be an integer ≥ 0, got -1')
  })
})
