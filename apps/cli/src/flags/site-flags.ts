import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { InvalidParameterError } from '@isacnet/model'
import type { SimulationDefinitionOptions } from '@isacnet/simulation'
import {
  distinctSites,
  readRegion,
  readSites,
  type SiteColumns,
  siteCells,
  siteLayout,
} from '@isacnet/stochastic-geometry'
import type { SiteFile } from '../documents/site-document.js'
import { failureReason } from '../files/output-directory.js'
import { UsageError } from '../process/exit-code.js'
import type { Narration } from '../terminal/narration.js'
import { lengthFlag } from './length-flag.js'
import type { SiteFlags } from './site-options.js'

/**
 * Reads the file of sites that flags name, if they do.
 *
 * @throws {UsageError} for a file that can’t be opened, and flags that need one.
 * @throws what `readSites`, `readRegion` and `siteLayout` throw.
 */
export const givenSites = ({ sites: path, columns, region, guard }: SiteFlags): SiteFile | undefined => {
  if (path === undefined) {
    for (const [name, value] of Object.entries({ columns, region, guard }))
      if (value !== undefined) throw new UsageError(`--${name} must be left out without --sites, got ‘${value}’`)
    return undefined
  }
  const sites = readSites(contentOf('--sites', path), columns === undefined ? {} : { columns: siteColumns(columns) })
  if (sites.x.length === 0) throw new UsageError(`--sites must be a file with at least one site, got ‘${path}’`)
  const { of: stationOf, ...places } = distinctSites(sites)
  const layout = siteLayout(places, {
    ...(region === undefined
      ? {}
      : { region: readRegion(isBox(region) ? region : contentOf('--region', region), sites) }),
    ...(guard === undefined ? {} : { guard: lengthFlag('guard', guard) }),
  })
  return { file: basename(path), sites, layout, stationOf, density: siteCells(layout).density }
}

const isBox = (region: string): boolean => /^[\s\d.,eE+-]+$/.test(region) && region.includes(',')

const contentOf = (flag: string, path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new UsageError(
      `${flag} must be a file that can be read, got ‘${path}’: ${missing ? 'there is no such file' : failureReason(error)}`,
    )
  }
}

const siteColumns = (text: string): SiteColumns =>
  Object.fromEntries(
    text.split(',').map((part) => {
      const at = part.indexOf('=')
      const [name, column] = [part.slice(0, at).trim(), part.slice(at + 1).trim()]
      if (at < 1 || column === '' || !['lat', 'lon', 'x', 'y', 'name'].includes(name))
        throw new InvalidParameterError('columns', `‘${part}’`, 'lat=…,lon=… or x=…,y=…, and name=…')
      return [name, column]
    }),
  )

/** The quantities of each site, unless others are chosen. */
const siteQuantities = ['coverage:0dB', 'percentile-rate:5%'] as const

/** Options of a simulation of sites with what is usually asked of each: coverage at 0 dB, and the rate that 95 % of its users exceed. */
export const withSiteQuantities = (options: SimulationDefinitionOptions): SimulationDefinitionOptions => ({
  fidelity: 'channel',
  quantities: siteQuantities,
  ...options,
})

/** Says what is to be known of the file of sites before its numbers are relied on. */
export const showSiteNotices = (siteFile: SiteFile | undefined, { say }: Pick<Narration, 'say'>): void => {
  if (siteFile === undefined) return
  const { file, sites, layout } = siteFile
  for (const { message } of sites.notices) say(`${file}: ${message}`)
  const count = layout.x.length
  if (count > manySites)
    say(
      `${file}: ${count.toLocaleString('en-US')} sites take about ${(hoursPerSite * count + hoursPerPair * count * count).toPrecision(1)} hours of one core to be known to 2 % each; --region leaves out none of them, a smaller file does`,
    )
}

/** From so many sites on it takes long enough to say so. */
const manySites = 5000

/** As `pnpm bench sites` has it: some 2000 trials of each site at 65 µs, and 80 ns for each pair of sites in each of a few threads. */
const hoursPerSite = (2000 * 65e-6) / 3600
const hoursPerPair = (2 * 80e-9) / 3600
