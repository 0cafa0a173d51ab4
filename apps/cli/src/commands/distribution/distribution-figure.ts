import type { SirLaw, SirLawOptions } from '@isacnet/analysis'
import type { FigureCurve, FigureData, FigureMarks } from '@isacnet/drawing'
import { chosenQuantity, type Network, type Service, services } from '@isacnet/model'
import type { DistributionDocument } from './distribution-schema.js'
import { linear, type ServiceLaws } from './law-document.js'

/** So many points make a smooth curve. */
const curvePoints = 181

/** More marks of a simulation on one curve are hard to tell apart. */
const mostMarks = 16

/**
 * The complementary distribution functions of a document as a picture: lines by theorem, on which percentiles are marked, and simulated
 * points with their intervals.
 */
export const distributionFigure = (
  document: DistributionDocument,
  network: Network,
  laws: ServiceLaws,
  options: SirLawOptions,
): FigureData => {
  const shown = services.filter(({ service }) => document[service] !== undefined)
  const thresholds = shown.flatMap(({ service }) => {
    const { coverage, simulated } = document[service]!
    return [...coverage, ...(simulated?.coverage ?? [])].map(({ thresholdDb }) => thresholdDb)
  })
  const [from, to] = rangeOf(thresholds)
  const marked = shown.some(({ service }) =>
    document[service]!.percentiles.some(({ sirDb }) => sirDb >= from && sirDb <= to),
  )
  const abscissae = Array.from({ length: curvePoints }, (_, i) => from + ((to - from) * i) / (curvePoints - 1))
  return {
    id: 'distribution',
    number: null,
    fileName: 'distribution',
    title: `${marked ? 'Coverage and percentiles' : 'Coverage'} at $K=${network.usersPerCell}$, $L=${network.communicationClusterSize}$, $J=${network.targetsPerCell}$, $Q=${network.sensingClusterSize}$, $M_t=${network.transmitAntennas}$`,
    caption:
      'Probability that the signal-to-interference ratio exceeds a threshold; marked are the thresholds that the named shares of receivers do not reach.',
    unit: document.unit,
    x: { label: 'threshold $\\theta$', parameter: null, unit: 'dB', from, to },
    y: { label: 'coverage $P(\\mathrm{SIR}>\\theta)$', unit: '' },
    parameters: network,
    varied: [],
    series: shown.flatMap(({ service }) => [
      ...('notApplicable' in document[service]! ? [] : [curve(service, document, abscissae, laws[service]!, options)]),
      ...(document[service]!.simulated === undefined ? [] : [marks(service, document)]),
    ]),
  }
}

/** At least 10 dB wide. */
const rangeOf = (thresholds: readonly number[]): readonly [number, number] => {
  const from = Math.min(...thresholds)
  const to = Math.max(...thresholds)
  return to - from < 10 ? [from - 5, to + 5] : [from, to]
}

const quantityOf = (service: Service): string => `${service}-${chosenQuantity('coverage').name}`

const curve = (
  service: Service,
  document: DistributionDocument,
  abscissae: readonly number[],
  law: SirLaw,
  options: SirLawOptions,
): FigureCurve => {
  const found = document[service]!
  const [from, to] = [abscissae[0]!, abscissae.at(-1)!]
  return {
    kind: 'curve',
    name: `${service}: ${found.method}`,
    member: service,
    methodName: service,
    quantity: quantityOf(service),
    communicationMethod: service === 'communication' ? (options.communicationMethod ?? 'exact') : null,
    sensingMethod: service === 'sensing' ? (options.sensingMethod ?? 'exact') : null,
    sensingClusters: service === 'sensing' ? (options.sensingClusters ?? 'bs-centric') : null,
    unit: '',
    path: abscissae.map((x) => ({ x, y: law.coverage(linear(x)).value })),
    points: found.percentiles
      .filter(({ sirDb }) => sirDb >= from && sirDb <= to)
      .map(({ percentile, sirDb }) => ({
        x: sirDb,
        y: 1 - percentile / 100,
        errorEstimate: 0,
        parameters: {},
        label: `${percentile} %`,
      })),
    labelsLeft: isLeft(service, document),
    maximum: null,
  }
}

/** Whether the other service's SIRs are larger. */
const isLeft = (service: Service, document: DistributionDocument): boolean => {
  const median = (of: Service): number => {
    const percentiles = document[of]?.percentiles ?? []
    return percentiles[percentiles.length >> 1]?.sirDb ?? Number.NEGATIVE_INFINITY
  }
  const other = service === 'communication' ? 'sensing' : 'communication'
  return document[other] !== undefined && median(service) < median(other)
}

const marks = (service: Service, { simulation, ...document }: DistributionDocument): FigureMarks => {
  const coverage = document[service]!.simulated!.coverage.filter(({ interval }) => interval !== null)
  const every = Math.ceil(coverage.length / mostMarks)
  return {
    kind: 'marks',
    name: `${service}: simulation`,
    member: service,
    methodName: 'simulation',
    quantity: quantityOf(service),
    fidelity: simulation!.fidelity,
    sensingClusters: service === 'sensing' ? simulation!.sensingClusters : null,
    seed: simulation!.seed,
    confidence: simulation!.confidence,
    unit: '',
    points: coverage
      .filter((_, index) => index % every === 0)
      .map(({ thresholdDb, probability, standardError, interval }) => ({
        x: thresholdDb,
        y: probability,
        standardError: standardError!,
        interval: interval!,
        trials: simulation!.trials,
        parameters: {},
      })),
  }
}
