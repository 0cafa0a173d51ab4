import { defineNetwork, InvalidParameterError } from '@isacnet/model'
import { defineSimulation } from '@isacnet/simulation'
import { describe, expect, it } from 'vitest'
import { renderTopology } from './render-topology.js'
import { topology, topologyCounts } from './topology.js'
import { topologyDrop } from './topology-drop.js'

const definitionOf = (
  changes: Readonly<Record<string, number>>,
  sensingClusters: 'bs-centric' | 'target-centric' = 'bs-centric',
) => defineSimulation(defineNetwork(changes), { fidelity: 'channel', seed: 3, sensingClusters })
const distance = (a: { x: number; y: number }, b: { x: number; y: number }): number => Math.hypot(a.x - b.x, a.y - b.y)

const overload = definitionOf({ K: 2, L: 2, J: 5, Q: 2, Mt: 9 })
const drop = topologyDrop(overload)
const shown = topology(overload, drop, { otherRequests: true })

describe('topology', () => {
  it('has the clusters of a cell: each user asks the nearest BSs but its own, each target those nearest to its BS', () => {
    const own = shown.stations.find(({ index }) => index === shown.cell)!
    expect(shown.requests.filter(({ kind }) => kind === 'communication')).toHaveLength(2)
    expect(shown.requests.filter(({ kind }) => kind === 'sensing')).toHaveLength(5)
    for (const { kind, receiver, station, from, to } of shown.requests) {
      const others = shown.stations.filter(({ index }) => index !== shown.cell)
      const nearest = others.reduce((best, one) => (distance(one, to) < distance(best, to) ? one : best))
      expect(station).toBe(nearest.index)
      expect(from.x).toBeCloseTo(nearest.x, 12)
      const place = kind === 'communication' ? shown.users.find(({ index }) => index === receiver)! : own
      expect(distance(place, to)).toBeLessThan(1e-12)
    }
  })

  it('has a hole without a BS, through the one that serves', () => {
    const own = shown.stations.find(({ index }) => index === shown.cell)!
    expect(distance(shown.hole, own)).toBeCloseTo(shown.hole.radius, 12)
    for (const station of shown.stations)
      expect(distance(shown.hole, station)).toBeGreaterThan(shown.hole.radius - 1e-12)
  })

  it('counts what each BS is asked and accepts: M_t − K at most', () => {
    const counts = topologyCounts(drop)
    expect(counts.requests).toBe(7 * counts.stations)
    expect(counts.abandoned).toBeGreaterThan(0)
    expect(counts.accepted + counts.abandoned).toBe(counts.requests)
    for (const { requests, accepted } of shown.stations) expect(accepted).toBe(Math.min(requests, 7))
  })

  it('lies in one piece, whichever cell is shown', () => {
    for (const cell of [0, 7, 31]) {
      const { stations, users, requests } = topology(overload, drop, { cell })
      const own = stations.find(({ index }) => index === cell)!
      for (const user of users.filter(({ station }) => station === cell))
        for (const station of stations) expect(distance(user, own)).toBeLessThanOrEqual(distance(user, station) + 1e-12)
      for (const { from, to } of requests) expect(distance(from, to)).toBeLessThan(drop.window!.width / 2)
    }
    for (const cell of [-1, 0.5, 1e6]) expect(() => topology(overload, drop, { cell })).toThrow(InvalidParameterError)
  })
})

describe('renderTopology', () => {
  const render = (...args: Parameters<typeof topology>): Promise<string> => renderTopology(topology(...args))

  it('draws each thing that it has, names it, and is the same every time', async () => {
    const svg = await render(overload, drop, { otherRequests: true })
    expect(await render(overload, drop, { otherRequests: true })).toBe(svg)
    expect(svg.match(/<polygon /g)).toHaveLength(shown.stations.length)
    for (const label of ['nulls at a user', 'nulls at the BS that senses', 'abandoned, of other cells', '% abandoned'])
      expect(svg).toContain(label)
    expect(svg).not.toMatch(/NaN|undefined/)
  })

  it('has everything where its km are, in a square of 536 pixels for 25 cells', async () => {
    const { view, stations, hole, counts } = shown
    const side = view.right - view.left
    // Twice 2.5 mean distances of BSs: the clusters of this cell need no more.
    const unit = Math.sqrt((drop.window!.width * drop.window!.height) / drop.stations.x.length)
    expect(side).toBeCloseTo(5 * unit, 12)
    expect(view.top - view.bottom).toBeCloseTo(side, 12)
    const pixel = ({ x, y }: { x: number; y: number }): [number, number] => [
      62 + ((x - view.left) * 536) / side,
      46 + ((view.top - y) * 536) / side,
    ]
    const svg = await render(overload, drop, { otherRequests: true })
    const polygons = [...svg.matchAll(/<polygon [^>]*points="([^"]*)"/g)].map(([, points]) =>
      points!.split(' ').map((pair) => pair.split(',').map(Number)),
    )
    for (const [i, { corners }] of stations.entries())
      for (const [k, corner] of corners.entries())
        for (const axis of [0, 1]) expect(Math.abs(polygons[i]![k]![axis]! - pixel(corner)[axis]!)).toBeLessThan(0.0051)
    const [, circle] = /aria-label="hole"[^>]*><circle ([^>]*)>/.exec(svg)!
    const attribute = (name: string): number => Number(new RegExp(`\\b${name}="([^"]*)"`).exec(circle!)![1])
    expect(Math.abs(attribute('cx') - pixel(hole)[0])).toBeLessThan(0.0051)
    expect(Math.abs(attribute('cy') - pixel(hole)[1])).toBeLessThan(0.0051)
    expect(Math.abs(attribute('r') - (hole.radius * 536) / side)).toBeLessThan(0.0051)
    // The share to a tenth of a per cent, of which 1 % is more.
    expect(counts.abandoned / counts.requests).toBeGreaterThan(0.1)
    expect(svg).toContain(`${((100 * counts.abandoned) / counts.requests).toFixed(1)} % abandoned`)
  })

  it('leaves out of the legend what there is not', async () => {
    const alone = definitionOf({})
    const svg = await render(alone, topologyDrop(alone))
    expect(svg).not.toContain('nulls')
    expect(svg).toContain('0 requests, 0.0 % abandoned')
  })
})
