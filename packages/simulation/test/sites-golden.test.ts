import { readFileSync } from 'node:fs'
import { defineNetwork } from '@isacnet/model'
import { readRegion, readSites, siteCells, siteLayout } from '@isacnet/stochastic-geometry'
import { describe, expect, it } from 'vitest'
import { defineSimulation, runSimulation, summarize, summarizeSites } from '../src/index.js'

interface GoldenSite {
  readonly x: number
  readonly y: number
  readonly area: number
  readonly requests: number
  readonly requestsError: number
  readonly abandonedShare: number
  readonly rate: number
  readonly rateError: number
  readonly sensing: number
  readonly sensingError: number
}

interface GoldenNetwork {
  readonly M: number
  readonly K: number
  readonly L: number
  readonly J: number
  readonly Q: number
  readonly alpha: number
  readonly beta: number
  readonly echo: number
  readonly drops: number | readonly number[]
  readonly region: readonly (readonly [number, number])[]
  readonly regionArea: number
  readonly rate: number
  readonly rateError: number
  readonly sensing: number
  readonly sensingError: number
  readonly sites: readonly GoldenSite[]
}

const golden = (name: string): GoldenNetwork =>
  JSON.parse(readFileSync(new URL(`../golden/sites-${name}.json`, import.meta.url), 'utf8'))

describe.each([
  ['box', 120_000],
  ['polygon', 120_000],
  ['line', 60_000],
  ['pair', 60_000],
] as const)('%s', { timeout: 120_000 }, (name, trials) => {
  const given = golden(name)
  const sites = readSites(`x,y\n${given.sites.map(({ x, y }) => `${x},${y}`).join('\n')}\n`)
  const region = readRegion({ type: 'Polygon', coordinates: [[...given.region, given.region[0]!]] }, sites)
  const layout = siteLayout(sites, { region })
  const { M: Mt, K, L, J, Q, alpha, beta, echo: deltaT } = given
  const network = defineNetwork({ Mt, K, L, J, Q, alpha, beta, deltaT, lambda: siteCells(layout).density })
  const definition = defineSimulation(network, { fidelity: 'channel', sites: layout, seed: 11 })
  const drops = typeof given.drops === 'number' ? given.drops : given.drops.reduce((sum, count) => sum + count, 0)

  it('has the sites of an independent program, which forces zeros literally', async () => {
    const { state } = await runSimulation(definition, { until: { trials } })
    const found = summarizeSites(state.sums, definition)
    expect(siteCells(layout).region.area / given.regionArea).toBeCloseTo(1, 4)
    const scores: Record<'rate' | 'sensing', number[]> = { rate: [], sensing: [] }
    for (const [i, site] of found.entries()) {
      const other = given.sites[i]!
      expect(Math.abs(site.area - other.area), `area of ${i}`).toBeLessThan(1e-5 + 1e-5 * other.area)
      const spread = 5 * Math.hypot(other.requestsError, site.requests.standardError) + 1e-9
      expect(Math.abs(site.requests.mean - other.requests), `requests of ${i}`).toBeLessThan(spread)
      // Requests of the other program that are abandoned are Poisson, about, and twice as uneven.
      const error = Math.sqrt((2 * other.abandonedShare + 1e-4) / (drops * Math.max(other.requests, 0.01)))
      const share = site.abandonedShare
      expect(Math.abs((share?.mean ?? 0) - other.abandonedShare), `abandoned by ${i}`).toBeLessThan(
        5 * Math.hypot(error, share?.standardError ?? 0) + 1e-9,
      )
      if (other.area === 0) {
        expect(site).not.toHaveProperty('communication')
        continue
      }
      for (const [member, service] of [
        ['rate', 'communication'],
        ['sensing', 'sensing'],
      ] as const) {
        const { mean, standardError } = site[service]!.rate
        scores[member].push((mean - other[member]) / Math.hypot(standardError, other[`${member}Error`]))
      }
    }
    for (const list of Object.values(scores)) {
      const n = list.length
      // χ² with n degrees of freedom, and the greatest of n: each passed once in about 10 000 times.
      expect(list.reduce((sum, z) => sum + z * z, 0)).toBeLessThan(n + 5 * Math.sqrt(2 * n) + 10)
      expect(Math.max(...list.map(Math.abs))).toBeLessThan(5)
    }
    // Both rates of a user and a target anywhere in the region.
    const { communication, sensing } = summarize(state.sums)
    for (const [{ mean, standardError, biasBound }, member] of [
      [communication, 'rate'],
      [sensing, 'sensing'],
    ] as const) {
      expect(standardError / mean).toBeLessThan(0.005)
      expect(Math.abs(mean - given[member]), member).toBeLessThan(
        4.5 * Math.hypot(standardError, given[`${member}Error`]) + biasBound,
      )
    }
  })
})
