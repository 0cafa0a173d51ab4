import { areaSpectralEfficiencyUnit, rateUnit } from '@isacnet/model'
import type { SimulationDefinition } from '@isacnet/simulation'
import { formatCount, formatDuration, formatShare, formatWithError } from '../../terminal/estimate-format.js'
import type { Io } from '../../terminal/io.js'
import { describeNetwork } from '../../terminal/network-description.js'
import { bold } from '../../terminal/terminal-style.js'
import { textTable } from '../../terminal/text-table.js'
import type { EstimateDocument, ReceiverDocument, SimulationDocument } from './simulation-document.js'

/** What is sampled, in a line. */
export const describeSimulation = ({
  fidelity,
  typical,
  sensingClusters,
  precoders,
  assumptions,
  hardCoreDistance,
  seed,
}: Pick<
  SimulationDefinition,
  'fidelity' | 'typical' | 'sensingClusters' | 'precoders' | 'assumptions' | 'hardCoreDistance' | 'seed'
>): string =>
  `Simulated: ${[
    fidelity === 'channel' ? `channel with ${precoders} precoders` : fidelity,
    ...assumptions,
    `typical ${typical}`,
    `${sensingClusters} clusters`,
    ...(hardCoreDistance > 0 ? [`base stations at least ${hardCoreDistance} km apart`] : []),
    `seed ${seed}`,
  ].join(', ')}.`

/** The result of a simulation for people. */
export const simulationTable = (document: SimulationDocument, showCoverage: boolean, io: Io): string[] => {
  const { communication, sensing, unit, network, trials, nulling, relativeBias, elapsedSeconds } = document
  const confidence = formatShare(communication.rate.confidence, 6)
  const bias = Math.max(...[communication, sensing].map(({ rate }) => rate.biasBound / rate.mean))
  const [heading = '', ...rows] = textTable(
    [
      [
        '',
        `rate (${rateUnit(unit)})`,
        `± (${confidence})`,
        `ASE (${areaSpectralEfficiencyUnit(unit)})`,
        `± (${confidence})`,
      ],
      row('communication, per user', communication),
      row('sensing, per target', sensing),
    ],
    ['left', 'right', 'right', 'right', 'right'],
  )
  return [
    ...describeNetwork(network),
    describeSimulation(document),
    '',
    bold(heading, io.stdout, io),
    ...rows,
    ...(showCoverage ? ['', ...coverageTable(document, confidence, io)] : []),
    '',
    ...textTable(
      [
        ['trials', formatCount(trials)],
        ['nulling', describeNulling(nulling)],
        ['bias', `at most ${formatShare(bias, 2)} too low (asked for ${formatShare(relativeBias, 2)})`],
        ['time', formatDuration(elapsedSeconds)],
      ],
      ['left', 'left'],
    ),
  ]
}

/** Half of an interval. */
const halfWidth = (interval: readonly [number, number] | null): number | null =>
  interval === null ? null : (interval[1] - interval[0]) / 2

const row = (of: string, { rate, ase }: ReceiverDocument): string[] => [
  of,
  ...[rate, ase].flatMap(({ mean, interval }: EstimateDocument) => formatWithError(mean, halfWidth(interval))),
]

/** The thresholds that are shown; the document has more. */
const shownThresholdsDb: readonly number[] = [-10, 0, 10, 20, 30, 40]

const coverageTable = ({ communication, sensing }: SimulationDocument, confidence: string, io: Io): string[] => {
  const rows = communication.coverage.flatMap((point, index) =>
    shownThresholdsDb.includes(point.thresholdDb)
      ? [
          [
            `SIR > ${String(point.thresholdDb).replace('-', '−')} dB`,
            ...[point, sensing.coverage[index]!].flatMap(({ probability, interval }) =>
              formatWithError(probability, halfWidth(interval)),
            ),
          ],
        ]
      : [],
  )
  const [heading = '', ...lines] = textTable(
    [['probability', 'communication', `± (${confidence})`, 'sensing', `± (${confidence})`], ...rows],
    ['left', 'right', 'right', 'right', 'right'],
  )
  return [bold(heading, io.stdout, io), ...lines]
}

const describeNulling = ({ counted, meanRequests, abandonedFraction }: SimulationDocument['nulling']): string =>
  counted
    ? `${Number(meanRequests.toPrecision(5))} requests per base station on average, ${formatShare(abandonedFraction)} of them abandoned`
    : `${meanRequests} requests per base station, as the theorems assume; none abandoned`
