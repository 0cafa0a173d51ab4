import { defineNetwork, type SensingClusters, type Service, services } from '@isacnet/model'
import {
  defineSimulation,
  type Estimate,
  type SimulationDefinition,
  type SimulationSums,
  type SiteSummary,
  summarize,
  summarizeSites,
} from '@isacnet/simulation'
import {
  areaOutline,
  distinctSites,
  type Point,
  type Polygon,
  readSites,
  siteCells,
  siteLayout,
} from '@isacnet/stochastic-geometry'
import { siteLimit } from '../../state/interactive-limits.js'
import type { ExplorerParameter } from '../../state/parameters/explorer-parameters.js'

/** A file of sites that is to be simulated. */
export interface SitesRequest {
  readonly values: Readonly<Record<ExplorerParameter, number>>
  readonly clusters: SensingClusters
  readonly seed: number
  /** The file's name and its text: they never leave the page. */
  readonly file: string
  readonly text: string
  /** The first digits of its SHA-256. */
  readonly hash: string
}

/** A site with its cell, in km. */
interface SiteCell {
  readonly name: string
  readonly site: Point
  readonly area: number
  readonly polygons: readonly Polygon[]
}

/** The sites of a file as a map has them. */
export interface SiteGround {
  readonly cells: readonly SiteCell[]
  readonly region: readonly Polygon[]
  /** In km². */
  readonly area: number
  readonly serving: number
  /** One line each for what is to be known of the file. */
  readonly notices: readonly string[]
}

/** The quantities that a map of the page can show. */
export const siteQuantities = [
  'rate',
  'ase',
  'percentile-rate:5%',
  'coverage:0dB',
  'requests',
  'abandoned',
  'area',
] as const

export type SiteQuantity = (typeof siteQuantities)[number]

/** A number with its standard error; `null` where there is none. */
export type SiteValue = { readonly mean: number; readonly standardError: number } | null

/** How far a simulation of sites is. */
export interface SitesReport {
  readonly trials: number
  /** Rates of the typical user and target, in nats. */
  readonly typical: Readonly<Record<Service, { readonly mean: number; readonly standardError: number }>>
  /** For each site, in the order of the ground. */
  readonly sites: readonly SiteSummary[]
}

export interface SitesPart {
  readonly ground?: SiteGround
  readonly report?: SitesReport
}

/**
 * The ground of a request, and what is to be simulated on it.
 *
 * @throws what `readSites` and `defineSimulation` throw, and an error beyond what a browser does.
 */
export const siteRequest = ({
  values,
  clusters,
  seed,
  text,
}: SitesRequest): { readonly ground: SiteGround; readonly definition: SimulationDefinition } => {
  const sites = readSites(text)
  const limit = siteLimit(sites.x.length)
  if (limit !== undefined) throw new Error(limit)
  const distinct = distinctSites(sites)
  const layout = siteLayout(distinct)
  const { stations, cells, region, serving, density } = siteCells(layout)
  const names: string[] = new Array(stations.x.length).fill('')
  distinct.of.forEach((station, i) => {
    if (names[station] === '') names[station] = sites.names[i] || `row ${sites.rows[i]}`
  })
  return {
    ground: {
      cells: cells.map((cell, b) => ({
        name: names[b]!,
        site: { x: stations.x[b]!, y: stations.y[b]! },
        area: cell.area,
        polygons: cell.area > 0 ? areaOutline(cell) : [],
      })),
      region: areaOutline(region),
      area: region.area,
      serving: serving.length,
      notices: sites.notices.map(({ message }) => message),
    },
    definition: defineSimulation(defineNetwork({ ...values, baseStationDensity: density }), {
      fidelity: 'channel',
      sensingClusters: clusters,
      sites: layout,
      seed,
      quantities: ['coverage:0dB', 'percentile-rate:5%'],
    }),
  }
}

/** The report of what has been simulated. */
export const sitesReport = (sums: SimulationSums, definition: SimulationDefinition): SitesReport => {
  const summary = summarize(sums, 0.95, definition)
  return {
    trials: sums.trials,
    typical: Object.fromEntries(
      services.map(({ service }) => {
        const { mean, standardError } = summary[service]
        return [service, { mean, standardError }]
      }),
    ) as SitesReport['typical'],
    sites: summarizeSites(sums, definition),
  }
}

/** A quantity of a site, in nats where it is one of information. */
export const siteValue = (summary: SiteSummary, quantity: SiteQuantity, service: Service): SiteValue => {
  const value = (estimate: Estimate | undefined, factor = 1): SiteValue =>
    estimate === undefined ? null : { mean: factor * estimate.mean, standardError: factor * estimate.standardError }
  switch (quantity) {
    case 'area':
      return { mean: summary.area, standardError: 0 }
    case 'requests':
      return value(summary.requests)
    case 'abandoned':
      return value(summary.abandonedShare, 100)
    case 'rate':
    case 'ase':
      return value(summary[service]?.[quantity])
    default:
      return value((summary[service]?.quantities as Readonly<Record<string, Estimate>> | undefined)?.[quantity])
  }
}
