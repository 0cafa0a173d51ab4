import type { FigureCurve, FigureData, FigureMarks } from '@isacnet/drawing'
import { chosenQuantity, type Network, type Service, services } from '@isacnet/model'
import type { CompareDeploymentsDocument } from './compare-deployments-schema.js'

const curvePoints = 141
const from = -30
const to = 40

/** Both coverage curves, and the theorem's shifted by the one gap. */
export const comparisonFigure = (
  document: CompareDeploymentsDocument,
  network: Network,
  references: Readonly<Record<Service, (threshold: number) => number>>,
): FigureData => {
  const abscissae = Array.from({ length: curvePoints }, (_, i) => from + ((to - from) * i) / (curvePoints - 1))
  return {
    id: 'compare-deployments',
    number: null,
    fileName: 'compare-deployments',
    title: `This deployment and a Poisson network: $K=${network.usersPerCell}$, $L=${network.communicationClusterSize}$, $J=${network.targetsPerCell}$, $Q=${network.sensingClusterSize}$, $M_t=${network.transmitAntennas}$`,
    caption:
      'Probability that the signal-to-interference ratio exceeds a threshold: by theorem in a Poisson network of the same density, the same shifted by one gap, and simulated in this deployment.',
    unit: document.unit,
    x: { label: 'threshold $\\theta$', parameter: null, unit: 'dB', from, to },
    y: { label: 'coverage $P(\\mathrm{SIR}>\\theta)$', unit: '' },
    parameters: network,
    varied: [],
    series: services.flatMap(({ service }) => {
      const { common } = document[service]
      const shift = common?.gapDb ?? 0
      return [
        curve(service, document, 'Poisson', abscissae, references[service], undefined),
        ...(common === null
          ? []
          : [
              curve(
                service,
                document,
                `shifted by ${shift.toFixed(1).replace('-', '−')} dB`,
                abscissae,
                references[service],
                shift,
              ),
            ]),
        marks(service, document),
      ]
    }),
  }
}

const quantityOf = (service: Service): string => `${service}-${chosenQuantity('coverage').name}`

const curve = (
  service: Service,
  document: CompareDeploymentsDocument,
  name: string,
  abscissae: readonly number[],
  reference: (threshold: number) => number,
  shiftDb: number | undefined,
): FigureCurve => ({
  kind: 'curve',
  name: `${service}: ${name}`,
  member: service,
  methodName: shiftDb === undefined ? 'Poisson' : 'Poisson, shifted',
  quantity: quantityOf(service),
  communicationMethod:
    service === 'communication' ? (document[service].method as FigureCurve['communicationMethod']) : null,
  sensingMethod: service === 'sensing' ? (document[service].method as FigureCurve['sensingMethod']) : null,
  sensingClusters: service === 'sensing' ? document.sensingClusters : null,
  unit: '',
  path: abscissae.map((x) => ({ x, y: reference(10 ** ((x - (shiftDb ?? 0)) / 10)) })),
  points: [],
  maximum: null,
})

const marks = (service: Service, document: CompareDeploymentsDocument): FigureMarks => ({
  kind: 'marks',
  name: `${service}: this deployment`,
  member: service,
  methodName: 'simulation',
  quantity: quantityOf(service),
  fidelity: document.fidelity,
  sensingClusters: service === 'sensing' ? document.sensingClusters : null,
  seed: document.seed,
  confidence: document.confidence,
  unit: '',
  points: document[service].coverage
    .filter(({ interval }, i) => interval !== null && i % 2 === 0)
    .map(({ thresholdDb, probability, standardError, interval }) => ({
      x: thresholdDb,
      y: probability,
      standardError: standardError!,
      interval: interval!,
      trials: document.trials,
      parameters: {},
    })),
})
