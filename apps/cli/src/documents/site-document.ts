import { byService, chosenQuantity, fromNats, type InformationUnit, type Service } from '@isacnet/model'
import type { Estimate, SimulationDefinition, SiteService, SiteSummary } from '@isacnet/simulation'
import { type SiteLayout, type Sites, siteCells } from '@isacnet/stochastic-geometry'
import { choiceDocument, toUnit } from './choice-document.js'
import { known, knownInterval } from './known-estimate.js'
import type { SiteDocument, SiteFileDocument, SiteServiceDocument } from './site-schema.js'

/** A file of sites, and the network that its sites make. */
export interface SiteFile {
  /** Its name, without its directory. */
  readonly file: string
  readonly sites: Sites
  readonly layout: SiteLayout
  /** For each site of the file its number in the layout: sites at one place are one there. */
  readonly stationOf: Int32Array
  /** Serving sites per km². */
  readonly density: number
}

/** The sites of a file as they stand there: what a document keeps beside their results. */
export interface SiteRecords extends Pick<SiteFileDocument, 'file' | 'unit' | 'centre'> {
  readonly rows: readonly Pick<SiteDocument, 'row' | 'name' | 'coordinates' | 'station'>[]
}

/** The sites of a file that was read. */
export const siteRecords = ({ file, sites, stationOf }: SiteFile): SiteRecords => ({
  file,
  unit: sites.unit,
  centre: [...sites.centre!],
  rows: Array.from(sites.rows, (row, i) => ({
    row,
    name: sites.names[i]!,
    coordinates: [sites.coordinates.x[i]!, sites.coordinates.y[i]!],
    station: stationOf[i]!,
  })),
})

/** The members of a document that are about the sites. */
export const siteDocuments = (
  { file, unit: fileUnit, centre, rows }: SiteRecords,
  { sites: layout }: SimulationDefinition,
  summaries: readonly SiteSummary[],
  confidence: number,
  unit: InformationUnit,
): { readonly siteFile: SiteFileDocument; readonly sites: SiteDocument[] } => {
  const { serving, region } = siteCells(layout!)
  const firstRows = new Map<number, number>()
  return {
    siteFile: { file, unit: fileUnit, centre, serving: serving.length, area: region.area, guard: layout!.guard },
    sites: rows.map((record) => {
      const { station, row } = record
      const sameAs = firstRows.get(station) ?? null
      if (sameAs !== null)
        return { ...record, sameAs, area: 0, requests: null, abandonedShare: null, communication: null, sensing: null }
      firstRows.set(station, row)
      const summary = summaries[station]!
      return {
        ...record,
        sameAs,
        area: summary.area,
        requests: estimateDocument(summary.requests),
        abandonedShare: summary.abandonedShare === undefined ? null : estimateDocument(summary.abandonedShare),
        ...byService(({ service }: { readonly service: Service }) =>
          summary[service] === undefined ? null : serviceDocument(summary[service], confidence, unit),
        ),
      }
    }),
  }
}

const serviceDocument = (
  { rate, ase, quantities }: SiteService,
  confidence: number,
  unit: InformationUnit,
): SiteServiceDocument => {
  const nats = (value: number): number => fromNats(value, unit)
  return {
    rate: { ...estimateDocument(rate, nats), biasBound: nats(rate.biasBound) },
    ase: estimateDocument(ase, nats),
    quantities: Object.entries<Estimate>(quantities).map(([name, estimated]) => {
      const chosen = chosenQuantity(name)
      return { ...choiceDocument(chosen), ...estimateDocument(estimated, toUnit(chosen, unit)), confidence }
    }),
  }
}

const estimateDocument = (
  { mean, standardError, interval }: Estimate,
  map: (value: number) => number = (value) => value,
) => ({
  mean: map(mean),
  standardError: known(map(standardError)),
  interval: knownInterval([map(interval[0]), map(interval[1])]),
})
