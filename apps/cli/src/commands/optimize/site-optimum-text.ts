import { services } from '@isacnet/model'
import type { SiteFile } from '../../documents/site-document.js'
import { formatShare, formatWithError } from '../../terminal/estimate-format.js'
import type { Io } from '../../terminal/io.js'
import { formatValue, withMinus } from '../../terminal/number-format.js'
import { bold } from '../../terminal/terminal-style.js'
import { textTable } from '../../terminal/text-table.js'
import type { SiteOptimum } from './on-sites.js'
import type { OptimizeDocument } from './optimize-schema.js'

/** The best allocation on the sites of a file, for people. */
export const siteOptimumText = (
  { gapsDb, confidence, standings }: SiteOptimum,
  { file }: SiteFile,
  shown: (value: number) => number,
  io: Io,
): string[] => {
  const heads = [
    '',
    'K',
    'L',
    'J',
    'Q',
    'expected',
    'simulated',
    '± SE',
    'below the best',
    `± (${formatShare(confidence, 6)})`,
  ]
  const [heading = '', ...rows] = textTable(
    [
      heads,
      ...standings.map(({ rated: { allocation }, expected, mean, standardError, behind, halfWidth }, i) => [
        i === 0 ? 'best' : `${i + 1}.`,
        ...Object.values(allocation).map(String),
        formatValue(shown(expected)),
        ...formatWithError(shown(mean), shown(standardError)),
        ...(i === 0 ? ['', ''] : formatWithError(shown(behind), shown(halfWidth))),
      ]),
    ],
    heads.map((_, column) => (column === 0 ? 'left' : 'right')),
  )
  const gaps = services
    .map(({ service, receiver }) => {
      const gap = gapsDb[service]
      return `${gap === null ? 'unknown' : `${withMinus(gap.toFixed(1))} dB`} for ${receiver}s`
    })
    .join(', ')
  const open = standings.slice(1).filter(({ separated }) => !separated).length
  const best = allocationText(standings[0]!.rated.allocation)
  return [
    '',
    `On the sites of ${file}, whose SIR gap to a random network is ${gaps}:`,
    '',
    bold(heading, io.stdout, io),
    ...rows,
    '',
    open === 0
      ? `${best} is the best of these at ${formatShare(confidence, 6)} confidence.`
      : `${best} is the best found, not told apart from ${open} other${open === 1 ? '' : 's'} at ${formatShare(confidence, 6)} confidence.`,
  ]
}

const allocationText = (allocation: SiteOptimum['standings'][number]['rated']['allocation']): string => {
  const [K, L, J, Q] = Object.values(allocation)
  return `K = ${K}, L = ${L}, J = ${J}, Q = ${Q}`
}

/** The same as a part of the document. */
export const siteOptimumDocument = (
  { gapsDb, confidence, standings }: SiteOptimum,
  shown: (value: number) => number,
): NonNullable<OptimizeDocument['onSites']> => ({
  gapsDb,
  confidence,
  standings: standings.map(({ rated, expected, mean, standardError, behind, halfWidth, separated, samples }) => ({
    allocation: rated.allocation,
    expected: shown(expected),
    simulated: shown(mean),
    standardError: shown(standardError),
    behind: shown(behind),
    halfWidth: shown(halfWidth),
    separated,
    samples,
  })),
})
