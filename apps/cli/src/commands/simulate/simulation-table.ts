import { quantitySymbol, rateQuantities, type Service, services } from '@isacnet/model'
import { type SimulationSettings, simulationInWords } from '@isacnet/simulation'
import { formatCount, formatDuration, formatShare, formatWithError, halfWidth } from '../../terminal/estimate-format.js'
import type { Io } from '../../terminal/io.js'
import { describeNetwork } from '../../terminal/network-description.js'
import { withMinus } from '../../terminal/number-format.js'
import { chosenTable, columnHead, rowHead } from '../../terminal/quantity-columns.js'
import { siteTable } from '../../terminal/site-table.js'
import { bold } from '../../terminal/terminal-style.js'
import { textTable } from '../../terminal/text-table.js'
import type { SimulateDocument } from './simulate-schema.js'

/** Describes the sampling in a line. */
export const describeSimulation = (settings: SimulationSettings): string =>
  `Simulated: ${simulationInWords(settings).join(', ')}.`

const loadedRates = 'Rates are those of a typical user or target while it is served; the ASE is what all of them get.'

/** The result of a simulation for people. */
export const simulationTable = (document: SimulateDocument, showCoverage: boolean, io: Io): string[] => {
  const { unit, network, trials, nulling, load, relativeBias, elapsedSeconds } = document
  const confidence = formatShare(document.communication.rate.confidence, 6)
  const bias = Math.max(
    ...services.map(({ service }) => document[service].rate.biasBound / document[service].rate.mean),
  )
  const [heading = '', ...rows] = textTable(
    [
      ['', ...rateQuantities.flatMap((quantity) => [columnHead(quantity, unit), `± (${confidence})`])],
      ...services.map((definition) => row(rowHead(definition), document[definition.service])),
    ],
    ['left', ...rateQuantities.flatMap(() => ['right', 'right'] as const)],
  )
  return [
    ...describeNetwork(network),
    describeSimulation(document),
    ...(load === undefined ? [] : [loadedRates]),
    '',
    bold(heading, io.stdout, io),
    ...rows,
    ...chosenTable(
      '',
      services.map((definition) => ({
        heads: [rowHead(definition), `± (${confidence})`],
        quantities: document[definition.service].quantities ?? [],
      })),
      ({ mean, interval }) => formatWithError(mean, halfWidth(interval)),
      unit,
      io,
    ),
    ...(showCoverage ? ['', ...coverageTable(document, confidence, io)] : []),
    ...(document.siteFile === undefined || document.sites === undefined
      ? []
      : ['', ...siteTable(document.siteFile, document.sites, io)]),
    '',
    ...textTable(
      [
        ['trials', formatCount(trials)],
        ...(nulling === undefined ? [] : [['nulling', describeNulling(nulling)], ...requestRows(nulling.estimates)]),
        ...(load === undefined ? [] : describeLoad(load)),
        ...controlRows(document),
        ['bias', `at most ${formatShare(bias, 2)} too low (asked for ${formatShare(relativeBias, 2)})`],
        ['time', formatDuration(elapsedSeconds)],
      ],
      ['left', 'left'],
    ),
  ]
}

/** How much the control left of the variance, and what it may have added to the bias. */
const controlRows = (document: SimulateDocument): string[][] => {
  const found = services.flatMap(({ service }) => {
    const { control, rate } = document[service]
    if (control === undefined) return []
    const { varianceRatio, biasBound } = control
    const left = varianceRatio === null || varianceRatio > 1e6 ? 'nothing' : `1/${Number(varianceRatio.toPrecision(3))}`
    return [{ left: `${left} of the variance of ${quantitySymbol('rate', service)}`, share: biasBound / rate.mean }]
  })
  if (found.length === 0) return []
  const most = formatShare(Math.max(...found.map(({ share }) => share)), 2)
  return [['control', `left ${found.map(({ left }) => left).join(', ')}; makes rates at most ${most} too high`]]
}

const row = (of: string, document: SimulateDocument[Service]): string[] => [
  of,
  ...rateQuantities.flatMap(({ quantity }) => {
    const { mean, interval } = document[quantity]
    return formatWithError(mean, halfWidth(interval))
  }),
]

/** The thresholds that are shown; the document has more. */
const shownThresholdsDb: readonly number[] = [-10, 0, 10, 20, 30, 40]

const coverageTable = (document: SimulateDocument, confidence: string, io: Io): string[] => {
  const rows = document.communication.coverage.flatMap((point, index) =>
    shownThresholdsDb.includes(point.thresholdDb)
      ? [
          [
            `SIR > ${withMinus(String(point.thresholdDb))} dB`,
            ...services.flatMap(({ service }) => {
              const { probability, interval } = document[service].coverage[index]!
              return formatWithError(probability, halfWidth(interval))
            }),
          ],
        ]
      : [],
  )
  const [heading = '', ...lines] = textTable(
    [['probability', ...services.flatMap(({ service }) => [service, `± (${confidence})`])], ...rows],
    ['left', ...services.flatMap(() => ['right', 'right'] as const)],
  )
  return [bold(heading, io.stdout, io), ...lines]
}

/** The shares of the time in which receivers are served, where that isn't always none, and of stations that transmit. */
const describeLoad = ({ activeShare, ...shares }: NonNullable<SimulateDocument['load']>): string[][] => [
  ...services.flatMap(({ service, receiver }) => {
    const { mean } = shares[service].servedShare
    return mean === 0 ? [] : [['served', `a ${receiver} ${formatShare(mean, 4)} of the time`]]
  }),
  ['active', `${formatShare(activeShare.mean, 4)} of the stations`],
]

const describeNulling = ({
  counted,
  meanRequests,
  abandonedFraction,
}: NonNullable<SimulateDocument['nulling']>): string =>
  counted
    ? `${Number(meanRequests.toPrecision(5))} requests per base station on average, ${formatShare(abandonedFraction)} of them abandoned`
    : `${meanRequests} requests per base station, as the theorems assume; none abandoned`

/** How much the serving base stations of the trials were asked, and how often users and targets were refused, by rank. */
const requestRows = (estimates: NonNullable<SimulateDocument['nulling']>['estimates']): string[][] => {
  if (estimates === null) return []
  const { servingMean, ...ranks } = estimates
  const [mean, error] = formatWithError(servingMean.mean, halfWidth(servingMean.interval))
  return [
    ['', `${mean} ± ${error} at the base station that serves a user or a target`],
    ...services.flatMap(({ service, receiver }) => {
      const shares = ranks[service].map((rank) => rank.mean)
      if (!shares.some((share) => share > 0)) return []
      const [nearest, farthest] = [formatShare(shares[0]!), formatShare(shares.at(-1)!)]
      const range = shares.length === 1 ? nearest : `${nearest} (nearest) to ${farthest} (farthest)`
      return [['', `${range} of ${receiver}s’ requests abandoned`]]
    }),
  ]
}
