import { rateQuantities, services } from '@isacnet/model'
import type { SimulationDefinition } from '@isacnet/simulation'
import { formatCount, formatDuration, formatShare, formatWithError, halfWidth } from '../../terminal/estimate-format.js'
import type { Io } from '../../terminal/io.js'
import { describeNetwork } from '../../terminal/network-description.js'
import { formatDeviation, formatValue, withMinus } from '../../terminal/number-format.js'
import { columnHead, rowHead } from '../../terminal/quantity-columns.js'
import { bold } from '../../terminal/terminal-style.js'
import { textTable } from '../../terminal/text-table.js'
import { describeSimulation } from '../simulate/simulation-table.js'
import type { CompareDeploymentsDocument } from './compare-deployments-schema.js'

/** The thresholds that are shown; the document has more. */
const shownThresholdsDb: readonly number[] = [-10, 0, 10, 20, 30]

/** A comparison for people. */
export const comparisonText = (
  document: CompareDeploymentsDocument,
  definition: SimulationDefinition,
  io: Io,
): string[] => {
  const { unit, network, confidence, trials, elapsedSeconds } = document
  const interval = `± (${formatShare(confidence, 6)})`
  const titled = (rows: readonly (readonly string[])[]): string[] => {
    const [heading = '', ...lines] = textTable(rows, ['left', ...rows[0]!.slice(1).map(() => 'right' as const)])
    return ['', bold(heading, io.stdout, io), ...lines]
  }
  const dB = (value: number): string => withMinus(value.toFixed(2))
  return [
    ...describeNetwork(network),
    describeSimulation(definition),
    `The theorem (${document.communication.method} for users, ${document.sensing.method} for targets) is about a Poisson network of the same density.`,
    ...titled([
      ['', 'theorem', 'this deployment', interval, 'difference'],
      ...services.flatMap((each) =>
        rateQuantities.map((quantity) => {
          const { theorem, mean, interval: ends } = document[each.service][quantity.quantity]
          return [
            `${rowHead(each)}: ${columnHead(quantity, unit)}`,
            formatValue(theorem),
            ...formatWithError(mean, halfWidth(ends)),
            formatDeviation(mean / theorem - 1),
          ]
        }),
      ),
    ]),
    ...titled([
      ['coverage', ...services.flatMap(({ receiver }) => [`${receiver}s: theorem`, 'here', interval])],
      ...shownThresholdsDb.map((shown) => [
        `SIR > ${withMinus(String(shown))} dB`,
        ...services.flatMap(({ service }) => {
          const {
            theorem,
            probability,
            interval: ends,
          } = document[service].coverage.find(({ thresholdDb }) => thresholdDb === shown)!
          return [theorem.toFixed(4), ...formatWithError(probability, halfWidth(ends))]
        }),
      ]),
    ]),
    ...titled([
      ['SIR gap', ...services.flatMap(({ receiver }) => [`${receiver}s (dB)`, '± SE'])],
      ...[...new Set(services.flatMap(({ service }) => document[service].gaps.map(({ coverage }) => coverage)))]
        .sort((a, b) => b - a)
        .map((coverage) => [
          `at coverage ${coverage}`,
          ...services.flatMap(({ service }) => {
            const found = document[service].gaps.find((gap) => gap.coverage === coverage)
            if (found === undefined) return ['—', '']
            return [dB(found.gapDb), found.standardError === null ? '—' : found.standardError.toFixed(2)]
          }),
        ]),
      [
        'one for all',
        ...services.flatMap(({ service }) => {
          const { common } = document[service]
          return common === null ? ['—', ''] : [dB(common.gapDb), '']
        }),
      ],
    ]),
    '',
    ...services.map(({ service }) => document[service].sentence),
    ...abandonedText(document),
    '',
    `${formatCount(trials)} trials in ${formatDuration(elapsedSeconds)}.`,
  ]
}

/** A part of a gap may be the cost of requests that are abandoned, of which the exact theorem doesn't know. */
const abandonedText = (document: CompareDeploymentsDocument): string[] => {
  const { abandonedShare } = document
  const unaware = services.some(({ service }) => document[service].method !== 'actual-requests')
  return abandonedShare === null || abandonedShare === 0 || !unaware
    ? []
    : [
        `${formatShare(abandonedShare, 2)} of the requests to null are abandoned here, which a part of the gap may be: the methods actual-requests take that into account.`,
      ]
}
