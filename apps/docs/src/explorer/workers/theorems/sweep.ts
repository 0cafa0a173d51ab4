import { type PerformanceOptions, serviceRate, sirQuantityValue } from '@isacnet/analysis'
import {
  byRateQuantity,
  chosenQuantity,
  defineNetwork,
  InfeasibleAllocationError,
  InvalidParameterError,
  IsacnetError,
  type Network,
  ofService,
  type RateQuantityName,
  type SensingClusters,
  type Service,
  services,
  serviceValues,
} from '@isacnet/model'
import type { ExplorerParameter } from '../../state/parameters/explorer-parameters.js'
import { methodsOf } from './methods-of.js'

/** The quantities of a service by one method, in nats, or why there are none. */
export interface MethodValue extends Readonly<Record<RateQuantityName, number | null>> {
  readonly method: string
  /** The method that is asked for; the paper may have another one in its place. */
  readonly asked: string
  /** Its place among the methods of its service, which decides how its curves look. */
  readonly place: number
  /** The method's name in tables and legends. */
  readonly title: string
  /** The rate's error, absolute. */
  readonly errorEstimate: number | null
  /** The quantity of the law of the SIR that is asked for; `null` where the method or the network has none, left out where none is asked for. */
  readonly chosen?: { readonly value: number; readonly errorEstimate: number } | null
  /** Why the method does not apply to this network. */
  readonly reason?: string
}

/** Both rates of one network by every method. */
export interface NetworkRates {
  /** By every method, `exact` first. */
  readonly communication: readonly MethodValue[]
  /** By every method, `exact` first; what is printed for this Q is `proposition-3` or `theorem-3`. */
  readonly sensing: readonly MethodValue[]
}

export interface SweepPoint extends NetworkRates {
  readonly x: number
}

export interface RatesRequest {
  readonly values: Readonly<Record<ExplorerParameter, number>>
  readonly clusters: SensingClusters
  readonly relativeTolerance: number
  /** A quantity of the law of the SIR besides the rates, such as `coverage:0dB`. */
  readonly quantity?: string
  /** The methods that are wanted; default: all. */
  readonly methods?: readonly string[]
}

/**
 * The rates of a network by the exact method, and as printed, one method in each step: what lies between two steps is as short as a rate.
 *
 * @throws {InvalidParameterError | InfeasibleAllocationError} as `defineNetwork` does.
 */
export function* networkRatesSteps({
  values,
  clusters,
  relativeTolerance,
  quantity,
  methods,
}: RatesRequest): Generator<undefined, NetworkRates> {
  const network = defineNetwork(values)
  const found: Record<Service, MethodValue[]> = { communication: [], sensing: [] }
  for (const { service } of services)
    for (const { method, asked, place, title, options: by } of methodsOf(service, network)) {
      if (methods?.includes(asked) === false) continue
      const options = { ...by, sensingClusters: clusters, relativeTolerance }
      found[service].push({
        asked,
        place,
        title,
        ...methodValue(service, network, method, options),
        ...(quantity === undefined ? {} : { chosen: chosenValue(quantity, service, network, options) }),
      })
      yield
    }
  return found
}

/** {@link networkRatesSteps} at once. */
export const networkRates = (request: RatesRequest): NetworkRates => {
  const steps = networkRatesSteps(request)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Whether values make no network, rather than that something failed. */
export const isNoNetwork = (error: unknown): boolean =>
  error instanceof InvalidParameterError || error instanceof InfeasibleAllocationError

const methodValue = (
  service: Service,
  network: Network,
  method: string,
  options: PerformanceOptions,
): Omit<MethodValue, 'title' | 'asked' | 'place'> => {
  const none = (reason: string): Omit<MethodValue, 'title' | 'asked' | 'place'> => ({
    method,
    ...byRateQuantity(() => null),
    errorEstimate: null,
    reason,
  })
  try {
    const { value, errorEstimate } = serviceRate(service, network, options)
    if (!Number.isFinite(value) || !Number.isFinite(errorEstimate)) return none(`${method} found no finite value`)
    return { method, ...serviceValues(service, network, value, 'nats'), errorEstimate }
  } catch (error) {
    // The network is one, so that what is out of range is a method's domain.
    if (error instanceof IsacnetError || error instanceof RangeError) return none(error.message)
    throw error
  }
}

/** A quantity of the law of the SIR, where the service, the method and the network have it. */
const chosenValue = (
  quantity: string,
  service: Service,
  network: Network,
  options: PerformanceOptions,
): NonNullable<MethodValue['chosen']> | null => {
  if (ofService([chosenQuantity(quantity)], service).length === 0) return null
  try {
    return sirQuantityValue(quantity, service, network, options)
  } catch (error) {
    if (error instanceof IsacnetError) return null
    throw error
  }
}

/** The order in which points are computed: the ends, the middle, the quarters …, so that the first ones show the curve. */
export const coarseToFine = (count: number): number[] => {
  const order: number[] = []
  const seen = new Set<number>()
  const add = (index: number): void => {
    if (!seen.has(index)) order.push(index)
    seen.add(index)
  }
  if (count > 0) add(0)
  if (count > 0) add(count - 1)
  for (let parts = 2; order.length < count; parts *= 2)
    for (let part = 1; part < parts; part += 2) add(Math.round(((count - 1) * part) / parts))
  return order
}

/** The rates at one value of the swept parameter, in steps; `undefined` where that network is none. */
export function* sweepPointSteps(
  request: RatesRequest,
  axis: ExplorerParameter,
  x: number,
): Generator<undefined, SweepPoint | undefined> {
  try {
    return { x, ...(yield* networkRatesSteps({ ...request, values: { ...request.values, [axis]: x } })) }
  } catch (error) {
    if (isNoNetwork(error)) return undefined
    throw error
  }
}
