import { defineNetwork } from '@isacnet/model'
import { achievableRegion, type RateModel } from '@isacnet/optimization'
import { describe, expect, it } from 'vitest'
import { regionDrawing } from './region-drawing.js'
import { renderRegion } from './render-region.js'

const rates: RateModel = {
  communication: (K, L, D) => ({ value: Math.log1p((D * L) / K), errorEstimate: 0 }),
  sensing: (_K, Q) => ({ value: Math.log1p(2 * Q), errorEstimate: 0 }),
  communicationGrowsWithDiversity: true,
  sensingGrowsFrom: 1,
}

const region = achievableRegion({ network: defineNetwork({ Mt: 12, Jmax: 4 }), rates })

const achievable = [
  { communication: 1, sensing: 1 },
  { communication: 1.0001, sensing: 1 },
  { communication: 2, sensing: 1 },
]

const draw = (unit: 'nats' | 'bits', places = achievable): Promise<string> =>
  renderRegion(regionDrawing(region, { title: 'Region at $M_t=12$', unit, achievable: places }))

const group = (svg: string, label: string): string => {
  const start = svg.indexOf(`aria-label="${label}"`)
  return svg.slice(start, svg.indexOf('</g>', start))
}

describe('regionDrawing', () => {
  it('has the region’s numbers in the unit, and gains that start on the segment', () => {
    const drawing = regionDrawing(region, { title: '', unit: 'bits' })
    expect(drawing.frontier.map(({ communication }) => communication * Math.LN2)).toEqual(
      region.frontier.map(({ communication }) => expect.closeTo(communication, 12)),
    )
    expect(drawing.communicationOptimal.allocation).toBe(region.corners.communicationOptimal.performance.allocation)
    const [a, b] = [drawing.communicationOptimal, drawing.sensingOptimal]
    for (const { from, to, gain } of Object.values(drawing.gains)) {
      const share = (from.communication - b.communication) / (a.communication - b.communication)
      expect(from.sensing).toBeCloseTo(b.sensing + share * (a.sensing - b.sensing), 10)
      expect(gain).toBeGreaterThan(0)
      expect(to.communication === from.communication || to.sensing === from.sensing).toBe(true)
    }
  })
})

describe('a drawn region', () => {
  it('is the same text every time, and stands alone', async () => {
    const svg = await draw('nats')
    expect(await draw('nats')).toBe(svg)
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(svg).not.toContain('<style')
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('shows every Pareto point, vertex and corner, each by a marker of its own', async () => {
    const points = group(await draw('nats'), 'points')
    const marks = (attributes: string): number => points.split(attributes).length - 1
    expect(marks('fill="#0072b2"')).toBe(region.frontier.length)
    expect(marks('stroke="#009e73"')).toBe(region.hull.length)
    expect(marks('stroke="#d55e00"')).toBe(2)
  })

  it('draws achievable points that would hide each other once', async () => {
    expect(group(await draw('nats'), 'achievable points').match(/h0/g)).toHaveLength(2)
    expect(await draw('nats', [])).not.toContain('achievable allocations')
  })

  it('names quantities and units, and says what the gains are', async () => {
    const text = (await draw('bits')).replace(/<[^>]*>/g, '')
    expect(text).toContain('communication ASE Tc (bit/s/Hz/km²)')
    expect(text).toMatch(/up to \d+\.\d % more sensing/)
    const { usersPerCell, communicationClusterSize } = region.corners.communicationOptimal.performance.allocation
    expect(text).toContain(`K = ${usersPerCell}, L = ${communicationClusterSize}, `)
  })
})
