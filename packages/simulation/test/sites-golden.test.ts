import { readFileSync } from 'node:fs'
import { defineNetwork } from '@isacnet/model'
import { readRegion, readSites, siteCells, siteLayout } from '@isacnet/stochastic-geometry'
import { describe, expect, it } from 'vitest'
import { defineSimulation, runSimulation, summarizeSites } from '../src/index.js'

interface GoldenSite {
  readonly x: number
  readonly y: number
  readonly area: number
  readonly areaError: number
  readonly requests: number
  readonly abandoned: number
  readonly rate: number
  readonly rateError: number
  readonly sensing: number
  readonly sensingError: number
}

interface GoldenNetwork {
  readonly name: string
  readonly M: number
  readonly K: number
  readonly L: number
  readonly J: number
  readonly Q: number
  readonly alpha: number
  readonly beta: number
  readonly echo: number
  readonly drops: number
  readonly region: readonly (readonly [number, number])[]
  readonly regionArea: number
  readonly sites: readonly GoldenSite[]
}

const golden = JSON.parse(
  readFileSync(new URL('../golden/sites.json', import.meta.url), 'utf8'),
) as readonly GoldenNetwork[]

describe.each(golden.map((network) => [network.name, network] as const))('%s', { timeout: 120_000 }, (_, given) => {
  const sites = readSites(`x,y\n${given.sites.map(({ x, y }) => `${x},${y}`).join('\n')}\n`)
  const region = readRegion({ type: 'Polygon', coordinates: [[...given.region, given.region[0]!]] }, sites)
  const layout = siteLayout(sites, { region })
  const { M: Mt, K, L, J, Q, alpha, beta, echo: deltaT } = given
  const network = defineNetwork({ Mt, K, L, J, Q, alpha, beta, deltaT, lambda: siteCells(layout).density })
  const definition = defineSimulation(network, { fidelity: 'channel', sites: layout, seed: 11 })

  it('has the sites of another program, which forces zeros literally', async () => {
    const { state } = await runSimulation(definition, { until: { trials: 120_000 } })
    const found = summarizeSites(state.sums, definition)
    expect(Math.abs(siteCells(layout).region.area / given.regionArea - 1)).toBeLessThan(2e-3)
    const scores: Record<'rate' | 'sensing', number[]> = { rate: [], sensing: [] }
    for (const [i, site] of found.entries()) {
      const other = given.sites[i]!
      if (other.area === 0) {
        // The other program finds cells by points.
        expect(site.area).toBeLessThan(1e-3)
        continue
      }
      expect(Math.abs(site.area - other.area)).toBeLessThan(5 * other.areaError + 1e-4 * other.area)
      // Requests of a drop are at most Poisson, about.
      const spread = 5 * Math.sqrt((2 * other.requests + 0.01) / given.drops)
      expect(Math.abs(site.requests.mean - other.requests), `requests of ${i}`).toBeLessThan(spread)
      const abandoned = (site.abandonedShare?.mean ?? 0) * site.requests.mean
      expect(Math.abs(abandoned - other.abandoned), `abandoned by ${i}`).toBeLessThan(spread)
      for (const [name, service] of [
        ['rate', 'communication'],
        ['sensing', 'sensing'],
      ] as const) {
        const { mean, standardError } = site[service]!.rate
        scores[name].push((mean - other[name]) / Math.hypot(standardError, other[`${name}Error`]))
      }
    }
    for (const list of Object.values(scores)) {
      const n = list.length
      // χ² with n degrees of freedom, and the greatest of n: each passed once in about 10 000 times.
      expect(list.reduce((sum, z) => sum + z * z, 0)).toBeLessThan(n + 5 * Math.sqrt(2 * n) + 10)
      expect(Math.max(...list.map(Math.abs))).toBeLessThan(5)
      // The mean over the sites: half a percent of all rates would be several standard deviations of it.
      expect(Math.abs(list.reduce((sum, z) => sum + z, 0)) / Math.sqrt(n)).toBeLessThan(4)
    }
    expect(scores.rate.length).toBeGreaterThan(given.sites.length / 2)
  })
})
