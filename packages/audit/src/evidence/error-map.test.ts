import type { HeatMap } from '@isacnet/drawing'
import { beforeAll, describe, expect, it } from 'vitest'
import { errorMapCsv } from '../report/error-map-csv.js'
import { errorMaps } from './error-map.js'

let maps: readonly HeatMap[]
beforeAll(async () => {
  maps = await errorMaps()
}, 60_000)

const at = (id: string, x: number, y: number): number | null => {
  const map = maps.find((one) => one.id === id)!
  return map.rows[map.y.values.indexOf(y)]![map.x.values.indexOf(x)]!
}

describe('errorMaps', () => {
  it('have the errors that other codes found', () => {
    // SciPy quadrature: +2.4 % and −4.1 % of Theorem 1, +9.2 %, +4.6 % and +1.9 % of Theorem 3.
    expect(at('theorem-1-over-users-and-clusters', 5, 2)).toBeCloseTo(2.4, 1)
    expect(at('theorem-1-over-users-and-clusters', 5, 4)).toBeCloseTo(-4.1, 1)
    expect([2, 3, 5].map((Q) => at('theorem-3-over-users-and-clusters', 1, Q)!.toFixed(1))).toEqual([
      '9.2',
      '4.6',
      '1.9',
    ])
    expect(at('theorem-3-over-path-loss-and-clusters', 4, 2)).toBe(at('theorem-3-over-users-and-clusters', 1, 2))
  })

  it('are 0 where a theorem is exact, and empty where antennas are missing', () => {
    for (const K of [1, 5, 20]) expect(Math.abs(at('theorem-1-over-users-and-clusters', K, 1)!)).toBeLessThan(1e-6)
    expect(at('theorem-1-over-users-and-clusters', 12, 2)).toBeNull()
    expect(at('theorem-2-over-users-and-clusters', 10, 2)).not.toBeNull()
  })

  it('are written as one table', () => {
    const rows = errorMapCsv(maps).trimEnd().split('\r\n')
    const values = maps.flatMap(({ rows: grid }) => grid.flat()).filter((value) => value !== null)
    expect(rows).toHaveLength(1 + values.length)
    expect(values.every(Number.isFinite)).toBe(true)
  })

  it('can be ended', async () => {
    const stop = () => {
      throw new Error('enough')
    }
    await expect(errorMaps(stop)).rejects.toThrow('enough')
  })
})
