import {
  communicationAreaSpectralEfficiency,
  communicationRate,
  MethodNotApplicableError,
  type SensingClusters,
  type SensingMethod,
  sensingAreaSpectralEfficiency,
  sensingRate,
} from '@isacnet/analysis'
import { defineNetwork, type NetworkParameters, type ParameterName } from '@isacnet/model'

/** A rate by one method, or why there is none. */
export interface MethodValue {
  readonly method: string
  /** In nats. */
  readonly rate: number | null
  /** In nats, absolute. */
  readonly errorEstimate: number | null
  /** Area spectral efficiency in nats per km². */
  readonly ase: number | null
  /** Why the method says nothing of this network. */
  readonly reason?: string
}

/** Both rates of one network by every method. */
export interface NetworkRates {
  /** `exact`, `theorem-1`, `theorem-2`. */
  readonly communication: readonly MethodValue[]
  /** `exact`, what is printed for this Q (`proposition-3` or `theorem-3`), `no-hole`. */
  readonly sensing: readonly MethodValue[]
}

export interface SweepPoint extends NetworkRates {
  readonly x: number
}

export interface RatesRequest {
  readonly values: Readonly<Record<ParameterName, number>>
  readonly clusters: SensingClusters
  readonly relativeTolerance: number
}

/**
 * The rates of a network by the exact method, and as printed.
 *
 * @throws {InvalidParameterError | InfeasibleAllocationError} as `defineNetwork` does.
 */
export const networkRates = ({ values, clusters, relativeTolerance }: RatesRequest): NetworkRates => {
  const network = defineNetwork(values)
  const printed: SensingMethod = network.sensingClusterSize === 1 ? 'proposition-3' : 'theorem-3'
  return {
    communication: (['exact', 'theorem-1', 'theorem-2'] as const).map((method) =>
      methodValue(
        network,
        method,
        () => communicationRate(network, { method, relativeTolerance }),
        communicationAreaSpectralEfficiency,
      ),
    ),
    sensing: (['exact', printed, 'no-hole'] as const).map((method) =>
      methodValue(
        network,
        method,
        () => sensingRate(network, { method, sensingClusters: clusters, relativeTolerance }),
        sensingAreaSpectralEfficiency,
      ),
    ),
  }
}

const methodValue = (
  network: NetworkParameters,
  method: string,
  rate: () => { readonly value: number; readonly errorEstimate: number },
  ase: (network: NetworkParameters, rate: number) => number,
): MethodValue => {
  try {
    const { value, errorEstimate } = rate()
    return { method, rate: value, errorEstimate, ase: ase(network, value) }
  } catch (error) {
    if (error instanceof Error && (error instanceof MethodNotApplicableError || error.name === 'NonConvergenceError'))
      return { method, rate: null, errorEstimate: null, ase: null, reason: error.message }
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

/** The rates at one value of the swept parameter; `undefined` where that network is none. */
export const sweepPoint = (request: RatesRequest, axis: ParameterName, x: number): SweepPoint | undefined => {
  try {
    return { x, ...networkRates({ ...request, values: { ...request.values, [axis]: x } }) }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
