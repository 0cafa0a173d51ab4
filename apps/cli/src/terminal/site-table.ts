import { chosenQuantity, quantitySymbol, rateQuantities, type Service, services } from '@isacnet/model'
import type { SiteDocument, SiteFileDocument } from '../documents/site-schema.js'
import { formatShare, formatWithError, halfWidth } from './estimate-format.js'
import type { Io } from './io.js'
import { bold } from './terminal-style.js'
import { textTable } from './text-table.js'

/** So many sites are shown in full. */
const mostRows = 60

interface Column {
  readonly head: string
  readonly of: (site: SiteDocument) => string
}

type Estimated = { readonly mean: number; readonly interval: readonly [number, number] | null }

const withError = (estimate: Estimated | null | undefined): string => {
  if (estimate === null || estimate === undefined) return '—'
  const [value, error] = formatWithError(estimate.mean, halfWidth(estimate.interval))
  return `${value} ± ${error}`
}

/** The columns of the table of sites: what is known of each, then the rates and the chosen quantities of users and targets. */
const columnsOf = (sites: readonly SiteDocument[]): readonly Column[] => {
  const served = sites.find(({ communication }) => communication !== null)
  return [
    { head: 'km²', of: ({ area }) => Number(area.toPrecision(4)).toString() },
    {
      head: 'requests',
      of: ({ requests }) => (requests === null ? '' : Number(requests.mean.toPrecision(3)).toString()),
    },
    {
      head: 'abandoned',
      of: ({ abandonedShare }) => (abandonedShare === null ? '' : formatShare(abandonedShare.mean, 2)),
    },
    ...services.flatMap(({ service }: { readonly service: Service }) => [
      ...rateQuantities.map(({ quantity }) => ({
        head: quantitySymbol(quantity, service),
        of: (site: SiteDocument) => withError(site[service]?.[quantity]),
      })),
      ...(served?.[service]?.quantities ?? []).map(({ name }) => ({
        head: `${chosenQuantity(name).heading}, ${service === 'communication' ? 'users' : 'targets'}`,
        of: (site: SiteDocument) => withError(site[service]?.quantities?.find((each) => each.name === name)),
      })),
    ]),
  ]
}

/** The results of each site, for people; of many the first, which are said to be. */
export const siteTable = (
  { file, serving, area, guard }: SiteFileDocument,
  sites: readonly SiteDocument[],
  io: Io,
): string[] => {
  const columns = columnsOf(sites)
  const served = sites.filter((site) => site.area > 0)
  const shown = served.slice(0, mostRows)
  const [heading = '', ...rows] = textTable(
    [
      ['site', ...columns.map(({ head }) => head)],
      ...shown.map((site) => [siteLabel(site), ...columns.map(({ of }) => of(site))]),
    ],
    ['left', ...columns.map(() => 'right' as const)],
  )
  const kept = guard === 0 ? '' : `, ${guard} km away from its border`
  return [
    `${file}: ${sites.length} sites, of which ${serving} serve ${Number(area.toPrecision(5))} km²${kept}.`,
    ...others(sites),
    '',
    bold(heading, io.stdout, io),
    ...rows,
    ...(sites.length > mostRows
      ? [`… and ${sites.length - mostRows} more: --json, or isacnet map --out sites.csv`]
      : []),
  ]
}

/** The sites that aren't in the table, and why. */
const others = (sites: readonly SiteDocument[]): string[] => {
  const twice = sites.filter(({ sameAs }) => sameAs !== null).length
  const idle = sites.filter(({ sameAs, area }) => sameAs === null && area === 0).length
  return [
    ...(twice === 0 ? [] : [`${twice} at the place of an earlier one, with which they are one.`]),
    ...(idle === 0 ? [] : [`${idle} serve nobody there, and interfere.`]),
  ]
}

const siteLabel = ({ name, row }: SiteDocument): string => (name === '' ? `row ${row}` : name)
