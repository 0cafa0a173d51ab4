import { byQuantity, type QuantityName } from '@isacnet/analysis'
import { byService, fromNats, type InformationUnit, type Network, type Service } from '@isacnet/model'
import type {
  NullingSummary,
  SimulatedRate,
  SimulationDefinition,
  SimulationSettings,
  SimulationSummary,
  StoppingRule,
} from '@isacnet/simulation'
import { isacnetVersion } from '../../documents/build-information.js'

/** How a simulation ended; `running` is in a file that was saved on the way. */
export type Ended = 'reached' | 'maximum-trials' | 'interrupted' | 'running'

/** A mean with its error. Standard error and interval are `null` where a single batch of trials says nothing of them. */
interface EstimateDocument {
  readonly mean: number
  readonly standardError: number | null
  readonly interval: readonly [lower: number, upper: number] | null
  /** Of the interval, such as 0.95. */
  readonly confidence: number
  /** What the mean is at most too low, in its unit. */
  readonly biasBound: number
}

interface CoverageDocument {
  readonly thresholdDb: number
  /** P(SIR > threshold). */
  readonly probability: number
  readonly standardError: number | null
  readonly interval: readonly [lower: number, upper: number] | null
}

export interface ReceiverDocument extends Readonly<Record<QuantityName, EstimateDocument>> {
  readonly coverage: readonly CoverageDocument[]
}

/** What `isacnet simulate --json` prints. Nothing but `elapsedSeconds` depends on the machine or the number of workers. */
export interface SimulationDocument extends SimulationSettings {
  readonly network: Network
  readonly unit: InformationUnit
  readonly until: StoppingRule
  readonly trials: number
  readonly communication: ReceiverDocument
  readonly sensing: ReceiverDocument
  readonly nulling: NullingSummary & {
    /** Whether requests were counted, or are what the theorems assume. */
    readonly counted: boolean
  }
  readonly elapsedSeconds: number
  readonly version: string
  readonly ended: Ended
}

/** The result of a simulation as a document. */
export const simulationDocument = (
  { network, ...settings }: SimulationDefinition,
  summary: SimulationSummary,
  {
    unit,
    until,
    ended,
    elapsedSeconds,
  }: {
    readonly unit: InformationUnit
    readonly until: StoppingRule
    readonly ended: Ended
    readonly elapsedSeconds: number
  },
): SimulationDocument => ({
  network,
  unit,
  ...settings,
  until,
  trials: summary.trials,
  ...byService(({ service }) => receiver(service, network, summary, unit)),
  nulling:
    summary.nulling === undefined
      ? { ...assumedNulling(network), counted: false }
      : { ...summary.nulling, counted: true },
  elapsedSeconds,
  version: isacnetVersion,
  ended,
})

const receiver = (
  service: Service,
  network: Network,
  { confidence, [service]: rate }: SimulationSummary,
  unit: InformationUnit,
): ReceiverDocument => ({
  ...byQuantity(({ fromRate }) =>
    estimate(rate, confidence, (nats) => fromRate(service, network, fromNats(nats, unit))),
  ),
  coverage: rate.coverage.map(({ thresholdDb, mean, standardError, interval }) => ({
    thresholdDb,
    probability: mean,
    standardError: known(standardError),
    interval: knownInterval(interval),
  })),
})

/** An estimate under a linear map. */
const estimate = (
  { mean, standardError, interval, biasBound }: SimulatedRate,
  confidence: number,
  map: (value: number) => number,
): EstimateDocument => ({
  mean: map(mean),
  standardError: known(map(standardError)),
  interval: knownInterval([map(interval[0]), map(interval[1])]),
  confidence,
  biasBound: map(biasBound),
})

const known = (value: number): number | null => (Number.isFinite(value) ? value : null)

const knownInterval = (interval: readonly [number, number]): readonly [number, number] | null =>
  interval.every(Number.isFinite) ? interval : null

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
