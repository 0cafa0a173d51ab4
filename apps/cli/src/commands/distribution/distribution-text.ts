import { type Network, rateUnit, type Service, type ServiceDefinition, services } from '@isacnet/model'
import type { SimulationSettings } from '@isacnet/simulation'
import { formatCount, formatDuration, formatShare, formatWithError, halfWidth } from '../../terminal/estimate-format.js'
import type { Io } from '../../terminal/io.js'
import { describeNetwork } from '../../terminal/network-description.js'
import { formatError, formatValue, withMinus } from '../../terminal/number-format.js'
import { rowHead } from '../../terminal/quantity-columns.js'
import { bold } from '../../terminal/terminal-style.js'
import { textTable } from '../../terminal/text-table.js'
import { describeSimulation } from '../simulate/simulation-table.js'
import type { DistributionDocument } from './distribution-schema.js'

type Law = NonNullable<DistributionDocument[Service]>

/** A document for people. */
export const distributionText = (document: DistributionDocument, network: Network, io: Io): string[] => {
  const { simulation } = document
  return [
    ...describeNetwork(network),
    ...(simulation === undefined ? [] : [describeSimulation(simulation as unknown as SimulationSettings)]),
    ...services.flatMap((definition) => {
      const law = document[definition.service]
      return law === undefined ? [] : ['', ...lawText(definition, law, document, io)]
    }),
    ...(simulation === undefined
      ? []
      : ['', `${formatCount(simulation.trials)} trials in ${formatDuration(simulation.elapsedSeconds)}.`]),
  ]
}

const lawText = (definition: ServiceDefinition, law: Law, document: DistributionDocument, io: Io): string[] => {
  const method =
    'sensingClusters' in law && law.sensingClusters !== 'bs-centric'
      ? `${law.method}, ${law.sensingClusters}`
      : law.method
  return [
    bold(`${rowHead(definition)} (${method})`, io.stdout, io),
    ...coverageText(law, document, io),
    ...percentileText(law, document, io),
    ...metaText(law, io),
    ...(law.method === 'actual-requests'
      ? [
          '— errors are numerical: requests are taken for independent of the interference, which puts probabilities off by up to about 0.02',
        ]
      : []),
    ...('notApplicable' in law ? [`— ${law.notApplicable}`] : []),
    ...('detection' in law && !('notApplicable' in law) ? sensingText(law, document.network as Network, io) : []),
  ]
}

const intervalHead = ({ simulation }: DistributionDocument): string[] =>
  simulation === undefined ? [] : ['simulated', `± (${formatShare(simulation.confidence, 6)})`]

const table = (rows: readonly (readonly string[])[], io: Io): string[] => {
  if (rows.length < 2) return []
  const [heading = '', ...lines] = textTable(
    rows,
    rows[0]!.map(() => 'right' as const),
  )
  return [bold(heading, io.stdout, io), ...lines]
}

const coverageText = ({ coverage, simulated }: Law, document: DistributionDocument, io: Io): string[] =>
  table(
    [
      ['threshold (dB)', 'P(SIR > θ)', 'error <', ...intervalHead(document)],
      ...(simulated?.coverage ?? coverage).map(({ thresholdDb }, i) => {
        const [exact, found] = [coverage[i], simulated?.coverage[i]]
        return [
          withMinus(String(thresholdDb)),
          ...(exact === undefined ? ['—', '—'] : [formatValue(exact.probability), formatError(exact.errorEstimate)]),
          ...(found === undefined ? [] : formatWithError(found.probability, halfWidth(found.interval))),
        ]
      }),
    ],
    io,
  )

const percentileText = ({ percentiles, simulated }: Law, document: DistributionDocument, io: Io): string[] =>
  table(
    [
      ['percentile', 'SIR (dB)', `rate (${rateUnit(document.unit)})`, ...intervalHead(document)],
      ...(simulated?.percentiles ?? percentiles).map(({ percentile }, i) => {
        const [exact, found] = [percentiles[i], simulated?.percentiles[i]]
        return [
          `${withMinus(String(percentile))} %`,
          ...(exact === undefined ? ['—', '—'] : [withMinus(exact.sirDb.toFixed(4)), formatValue(exact.rate)]),
          ...(found === undefined ? [] : formatWithError(found.rate, halfWidth(found.interval))),
        ]
      }),
    ],
    io,
  )

const metaText = ({ meta }: Law, io: Io): string[] => {
  const rows = meta.map((moments) => [
    withMinus(String(moments.thresholdDb)),
    ...('mean' in moments ? [moments.mean, moments.secondMoment, moments.variance].map(formatValue) : ['—', '—', '—']),
  ])
  const reasons = meta.flatMap((moments) => ('notApplicable' in moments ? [`— ${moments.notApplicable}`] : []))
  return [...table([['threshold (dB)', 'mean success', 'second moment', 'variance'], ...rows], io), ...new Set(reasons)]
}

const sensingText = (
  { detection, angleError, rangeError }: NonNullable<DistributionDocument['sensing']>,
  network: Network,
  io: Io,
): string[] => [
  ...table(
    [
      ['false alarm', 'detection', 'error <'],
      ...detection.map(({ falseAlarm, probability, errorEstimate }) => [
        falseAlarm < 1e-3 ? falseAlarm.toExponential() : String(falseAlarm),
        formatValue(probability),
        formatError(errorEstimate),
      ]),
    ],
    io,
  ),
  ...(angleError === null
    ? ['— an angle error requires receiveAntennas (M_r) ≥ 2, got 1']
    : [
        `angle error at broadside: median ${formatValue(angleError.medianDegrees)}°, 95 % of the targets below ${formatValue(angleError.percentile95Degrees)}°`,
        ...(angleError.percentile95Degrees > 90
          ? ['— a bound above 90° is no error that an angle can have: it says that the angle is unknown']
          : []),
      ]),
  ...(rangeError === null
    ? network.rmsBandwidth > 0
      ? []
      : ['— a range error requires rmsBandwidth (B) > 0: --set rmsBandwidth=20e6']
    : [
        `range error: median ${formatValue(rangeError.median)} m, 95 % of the targets below ${formatValue(rangeError.percentile95)} m`,
      ]),
]
