import {
  chosenServiceQuantity,
  fromNats,
  type InformationUnit,
  inUnit,
  type NetworkParameters,
  type QuantityMember,
  type Service,
  type SirValues,
  serviceQuantities,
  services,
} from '@isacnet/model'
import { type Estimate, type LoadSummary, type SimulatedRate, summarize } from '@isacnet/simulation'
import type { StudyTask } from '../tasks/study-task.js'
import type { MissingResult, TaskResult } from '../tasks/task-result.js'

/** A value and what is known of its error, in the unit of the study. */
export interface ResultValue {
  readonly value: number
  /** Numerical, of a theorem and of an optimum. */
  readonly errorEstimate?: number
  /** Statistical, of a simulation; `null` where a single batch of trials tells nothing of it. */
  readonly standardError?: number | null
  /** A confidence interval, of a simulation only. */
  readonly interval?: readonly [lower: number, upper: number]
  /** The largest amount by which a simulated value is too low, in its unit. */
  readonly biasBound?: number
}

/**
 * The result of one computation at one point: besides these members R_c of a user and R_s of a target, T_c, T_s and their sum, per km².
 * The standard error of a simulated sum is at most what is given: the sum of both.
 */
export interface ResultRow extends Readonly<Record<QuantityMember, ResultValue | null>> {
  /** The point's number, from 0, in the order of the file. */
  readonly point: number
  /** In the units of the axes. */
  readonly coordinates: Readonly<Record<string, number>>
  /** Name of the computation. */
  readonly computation: string
  readonly kind: 'theorem' | 'simulation' | 'optimization'
  readonly status: 'ok' | MissingResult['status']
  /** Why there are no values. */
  readonly reason: string | null
  /** With the best allocation, of an optimization that has one. */
  readonly network: NetworkParameters
  /** In its own unit, from rates in nats. */
  readonly objective: ResultValue | null
  /**
   * The quantities of the law of the SIR that the computation has, such as `communication-coverage:3dB`; `null` where the method or the
   * network has none. Left out where none is chosen.
   */
  readonly quantities?: SirValues<ResultValue | null>
  /** Trials of a simulation; `null` otherwise. */
  readonly trials: number | null
  readonly seed: string | null
  readonly confidence: number | null
  /** Whether a simulation met its rule or its greatest number of trials. */
  readonly ended: 'reached' | 'maximum-trials' | null
  /** Other allocations whose objective can't be told from the optimum's. */
  readonly ties: number | null
}

/** The row of a task. Rates and ASEs are in `unit`. */
export const resultRow = (task: StudyTask, result: TaskResult, unit: InformationUnit): ResultRow => {
  const { point, name, content, confidence } = task
  const simulation = content.kind === 'simulation'
  const row = {
    point: point.index,
    coordinates: point.coordinates,
    computation: name,
    kind: content.kind,
    status: 'ok' as const,
    reason: null,
    network: point.network,
    ...byMember(() => null),
    objective: null,
    trials: null,
    seed: simulation ? String(content.definition.seed) : null,
    confidence: simulation ? confidence : null,
    ended: null,
    ties: null,
  }
  if (result.kind === 'missing') return { ...row, status: result.status, reason: result.reason }
  if (result.kind === 'simulation') {
    const chosen = content.kind === 'simulation' ? content.definition : undefined
    const summary = summarize(result.state.sums, confidence ?? undefined, chosen)
    const both = { communication: simulated(summary.communication), sensing: simulated(summary.sensing) }
    return {
      ...row,
      ...values(point.network, both, unit, summary.load),
      ...chosenValues(both, unit),
      trials: summary.trials,
      ended: result.ended,
    }
  }
  const network = result.kind === 'optimization' ? { ...point.network, ...result.allocation } : point.network
  return {
    ...row,
    network,
    ...values(network, result, unit),
    ...(result.kind === 'theorem' ? chosenValues(result, unit) : {}),
    objective: result.objective,
    ...(result.kind === 'optimization' ? { ties: result.ties } : {}),
  }
}

const simulated = ({ biasBound, quantities, ...rate }: SimulatedRate): ServiceValue => ({
  ...estimated(rate),
  biasBound,
  ...(quantities === undefined
    ? {}
    : { quantities: Object.fromEntries(Object.entries(quantities).map(([name, value]) => [name, estimated(value)])) }),
})

const estimated = ({ mean, standardError, interval }: Estimate): ResultValue =>
  Number.isFinite(standardError) ? { value: mean, standardError, interval } : { value: mean, standardError: null }

/** A rate in nats, and chosen quantities by their names. */
type ServiceValue = ResultValue & { readonly quantities?: SirValues<ResultValue | null> }

/** The chosen quantities of both services, under names such as `communication-coverage:3dB`. */
const chosenValues = (
  of: Readonly<Record<Service, ServiceValue>>,
  unit: InformationUnit,
): Pick<ResultRow, 'quantities'> => {
  if (services.every(({ service }) => of[service].quantities === undefined)) return {}
  const entries = services.flatMap(({ service }) =>
    Object.entries(of[service].quantities ?? {}).map(([name, value]) => {
      const { name: full, chosen } = chosenServiceQuantity(`${service}-${name}`)
      return [full, value === null ? null : mapped(value, (nats) => inUnit(chosen.quantity, nats, unit))] as const
    }),
  )
  return { quantities: Object.fromEntries(entries) }
}

const byMember = <Value>(
  value: (quantity: (typeof serviceQuantities)[number]) => Value,
): Record<QuantityMember, Value> =>
  Object.fromEntries(serviceQuantities.map((row) => [row.member, value(row)])) as Record<QuantityMember, Value>

/**
 * Every quantity that follows from the rates of both services.
 *
 * @param load - of a simulation whose users or targets are a Poisson process: what all of them get doesn't follow from the rate of one.
 */
const values = (
  network: NetworkParameters,
  rates: Readonly<Record<Service, ResultValue>>,
  unit: InformationUnit,
  load?: LoadSummary,
): Record<QuantityMember, ResultValue> =>
  byMember(({ quantity, services: its }) =>
    its
      .map((service) =>
        load === undefined || quantity.quantity === 'rate'
          ? mapped(rates[service], (nats) => quantity.fromRate(service, network, fromNats(nats, unit)))
          : mapped(achieved(rates[service], load[service].ase), (nats) => fromNats(nats, unit)),
      )
      .reduce(sum),
  )

/** A simulated T_c or T_s, which is too low by no larger share than the rate. */
const achieved = ({ value, biasBound = 0 }: ResultValue, ase: Estimate): ResultValue => ({
  ...estimated(ase),
  biasBound: (biasBound / value) * ase.mean,
})

/** Errors add up. */
const sum = (a: ResultValue, b: ResultValue): ResultValue => ({
  value: a.value + b.value,
  ...(a.errorEstimate === undefined || b.errorEstimate === undefined
    ? {}
    : { errorEstimate: a.errorEstimate + b.errorEstimate }),
  ...(a.standardError === undefined || b.standardError === undefined
    ? {}
    : {
        standardError: a.standardError === null || b.standardError === null ? null : a.standardError + b.standardError,
      }),
  ...(a.biasBound === undefined || b.biasBound === undefined ? {} : { biasBound: a.biasBound + b.biasBound }),
})

/** A value under a linear map. */
export const mapped = (
  { value, errorEstimate, standardError, interval, biasBound }: ResultValue,
  map: (value: number) => number,
): ResultValue => ({
  value: map(value),
  ...(errorEstimate === undefined ? {} : { errorEstimate: map(errorEstimate) }),
  ...(standardError === undefined ? {} : { standardError: standardError === null ? null : map(standardError) }),
  ...(interval === undefined ? {} : { interval: [map(interval[0]), map(interval[1])] as const }),
  ...(biasBound === undefined ? {} : { biasBound: map(biasBound) }),
})
