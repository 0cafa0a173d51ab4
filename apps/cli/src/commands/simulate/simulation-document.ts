import {
  byRateQuantity,
  byService,
  chosenQuantity,
  fromNats,
  type InformationUnit,
  type Network,
  type Service,
} from '@isacnet/model'
import type {
  ControlMean,
  ControlSummary,
  Estimate,
  LoadSummary,
  NullingSummary,
  RequestEstimates,
  SimulatedRate,
  SimulationControl,
  SimulationDefinition,
  SimulationSummary,
} from '@isacnet/simulation'
import { isacnetVersion } from '../../documents/build-information.js'
import { choiceDocument, toUnit } from '../../documents/choice-document.js'
import { known, knownInterval } from '../../documents/known-estimate.js'
import type { EstimateDocument, RequestEstimateDocument, SimulateDocument } from './simulate-schema.js'

/** The result of a simulation as a document. */
export const simulationDocument = (
  { network, control, sites: _, ...settings }: SimulationDefinition,
  summary: SimulationSummary,
  {
    unit,
    until,
    ended,
    elapsedSeconds,
    ...ofSites
  }: Pick<SimulateDocument, 'unit' | 'until' | 'ended' | 'elapsedSeconds' | 'siteFile' | 'sites'>,
): SimulateDocument => ({
  network,
  unit,
  ...settings,
  until,
  trials: summary.trials,
  ...byService(({ service }) => serviceDocument(service, network, summary, unit, control)),
  ...nullingDocument(network, summary),
  ...(summary.load === undefined ? {} : { load: loadDocument(summary.load, summary.confidence) }),
  ...ofSites,
  elapsedSeconds,
  version: isacnetVersion,
  ended,
})

/** Requests are counted where cells are saturated, unless their mean is assumed. */
const nullingDocument = (network: Network, { nulling, load }: SimulationSummary): Pick<SimulateDocument, 'nulling'> => {
  if (nulling !== undefined) {
    const estimates = nulling.estimates === undefined ? null : requestEstimates(nulling.estimates)
    return { nulling: { ...nulling, counted: true, estimates } }
  }
  return load === undefined ? { nulling: { ...assumedNulling(network), counted: false, estimates: null } } : {}
}

const loadDocument = (load: LoadSummary, confidence: number): NonNullable<SimulateDocument['load']> => {
  const share = (estimated: Estimate) => meanEstimate(estimated, confidence, (value) => value)
  return {
    activeShare: share(load.activeShare),
    ...byService(({ service }) => ({ servedShare: share(load[service].servedShare) })),
  }
}

const serviceDocument = (
  service: Service,
  network: Network,
  { confidence, [service]: rate, load }: SimulationSummary,
  unit: InformationUnit,
  control: SimulationDefinition['control'],
): SimulateDocument[Service] => ({
  ...byRateQuantity(({ quantity, fromRate }) =>
    load === undefined || quantity === 'rate'
      ? estimate(rate, confidence, (nats) => fromRate(service, network, fromNats(nats, unit)))
      : loadedEstimate(load[service].ase, rate, confidence, unit),
  ),
  ...(control === undefined || rate.control === undefined
    ? {}
    : { control: controlDocument(control, control[service], rate.control, confidence, unit) }),
  ...(rate.quantities === undefined
    ? {}
    : {
        quantities: Object.entries<Estimate>(rate.quantities).map(([name, estimated]) => {
          const chosen = chosenQuantity(name)
          return { ...choiceDocument(chosen), ...meanEstimate(estimated, confidence, toUnit(chosen, unit)) }
        }),
      }),
  coverage: rate.coverage.map(({ thresholdDb, mean, standardError, interval }) => ({
    thresholdDb,
    probability: mean,
    standardError: known(standardError),
    interval: knownInterval(interval),
  })),
})

const controlDocument = (
  { transmitAntennas }: SimulationControl,
  { mean, errorEstimate }: ControlMean,
  { coefficient, varianceRatio, biasBound, uncontrolled }: ControlSummary,
  confidence: number,
  unit: InformationUnit,
): NonNullable<SimulateDocument[Service]['control']> => ({
  transmitAntennas,
  mean: fromNats(mean, unit),
  errorEstimate: fromNats(errorEstimate, unit),
  coefficient,
  varianceRatio: known(varianceRatio),
  biasBound: fromNats(biasBound, unit),
  uncontrolled: meanEstimate(uncontrolled, confidence, (nats) => fromNats(nats, unit)),
})

/** An estimate under a linear map. */
const estimate = (
  { biasBound, ...rate }: SimulatedRate,
  confidence: number,
  map: (value: number) => number,
): EstimateDocument => ({ ...meanEstimate(rate, confidence, map), biasBound: map(biasBound) })

/** T_c or T_s of a loaded network, which is too low by no larger share than the rate. */
const loadedEstimate = (
  achieved: Estimate,
  { biasBound, mean }: SimulatedRate,
  confidence: number,
  unit: InformationUnit,
): EstimateDocument => ({
  ...meanEstimate(achieved, confidence, (nats) => fromNats(nats, unit)),
  biasBound: fromNats((biasBound / mean) * achieved.mean, unit),
})

const meanEstimate = (
  { mean, standardError, interval }: Estimate,
  confidence: number,
  map: (value: number) => number,
): Omit<EstimateDocument, 'biasBound'> => ({
  mean: map(mean),
  standardError: known(map(standardError)),
  interval: knownInterval([map(interval[0]), map(interval[1])]),
  confidence,
})

const requestEstimates = ({
  servingMean,
  ...lists
}: RequestEstimates): NonNullable<SimulateDocument['nulling']>['estimates'] => ({
  typical: lists.typical.map(requestEstimate),
  serving: lists.serving.map(requestEstimate),
  servingMean: requestEstimate(servingMean),
  communication: lists.communication.map(requestEstimate),
  sensing: lists.sensing.map(requestEstimate),
})

const requestEstimate = ({ mean, standardError, interval }: Estimate): RequestEstimateDocument => ({
  mean,
  standardError: known(standardError),
  interval: knownInterval(interval),
})

/** Every BS gets as many requests as there are on average, and accepts them. */
const assumedNulling = ({
  usersPerCell: users,
  communicationClusterSize: L,
  targetsPerCell: targets,
  sensingClusterSize: Q,
}: Network): NullingSummary => {
  const requests = users * (L - 1) + targets * (Q - 1)
  return {
    meanRequests: requests,
    abandonedFraction: 0,
    distribution: Array.from({ length: requests + 1 }, (_, n) => (n === requests ? 1 : 0)),
  }
}
