import { csvText } from '@isacnet/drawing'
import { services } from '@isacnet/model'
import type { SiteDocument } from '../../documents/site-schema.js'

type Estimated = { readonly mean: number; readonly standardError: number | null } | null | undefined

const columns = (name: string, estimate: Estimated): Record<string, number | null> => ({
  [name]: estimate?.mean ?? null,
  [`${name}_standard_error`]: estimate?.standardError ?? null,
})

/** All results of a site, flat: each estimate with its standard error. */
export const siteProperties = (site: SiteDocument): Readonly<Record<string, string | number | null>> => ({
  row: site.row,
  name: site.name,
  same_as_row: site.sameAs,
  area_km2: site.area,
  ...columns('requests', site.requests),
  ...columns('abandoned_share', site.abandonedShare),
  ...Object.assign(
    {},
    ...services.map(({ service }) => {
      const found = site[service]
      return {
        ...columns(`${service}_rate`, found?.rate),
        ...columns(`${service}_ase`, found?.ase),
        ...Object.assign({}, ...(found?.quantities ?? []).map((each) => columns(`${service}_${each.name}`, each))),
      }
    }),
  ),
})

/** The sites as CSV (RFC 4180), one row for each, in the order and the coordinates of their file, in full precision. */
export const siteCsv = (sites: readonly SiteDocument[]): string => {
  const rows = sites.map((site) => {
    const { row, name, ...others } = siteProperties(site)
    return { row, name, first: site.coordinates[0], second: site.coordinates[1], ...others }
  })
  // A site that serves nobody has no quantities of its own to name columns by.
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return csvText([
    names,
    ...rows.map((row) => names.map((name) => (row as Record<string, string | number | null>)[name] ?? null)),
  ])
}
