import {
  chosenServiceQuantity,
  InvalidParameterError,
  isServiceQuantityName,
  type RateQuantityName,
  rateQuantities,
  type ServiceQuantity,
  type ServiceQuantityName,
  serviceQuantity,
} from '@isacnet/model'
import type { AllocationPerformance } from '../problem/allocation.js'
import type { SearchSpace } from '../problem/allocation-problem.js'
import type { Corner } from '../search/allocation-search.js'

/** A quantity of both services, whose plane it is: (R_c, R_s) or (T_c, T_s). */
export type RegionMetric = RateQuantityName

export const regionMetrics: readonly RegionMetric[] = rateQuantities.map(({ quantity }) => quantity)

/**
 * The quantities on both axes, of which more is better: such as `communication-percentile-rate:5%` and `sensing-detection:1e-6`, or
 * `communication-rate` and `communication-percentile-rate:5%`.
 */
export type RegionPlane = readonly [x: string, y: string]

/** A quantity on an axis of a region. */
export interface PlaneAxis {
  readonly name: string
  /** Which rates it depends on. */
  readonly dependsOn: { readonly communication: boolean; readonly sensing: boolean }
  /** The quantity of the law of the SIR that it is, if it is one. */
  readonly asked: readonly string[]
  readonly at: (performance: AllocationPerformance) => readonly [value: number, errorEstimate: number]
  /** A bound of it in a box of allocations. */
  readonly bound: (space: SearchSpace, corner: Corner) => number
}

/**
 * The axes of a plane.
 *
 * @throws {UnknownNameError} for a name that is no quantity's; {InvalidParameterError} for an error, of which less is better.
 */
export const planeAxes = (plane: RegionPlane): readonly [PlaneAxis, PlaneAxis] => [axis(plane[0]), axis(plane[1])]

/**
 * The plane of a metric.
 *
 * @example
 * planeOf('ase') // ['communication-ase', 'sensing-ase']
 */
export const planeOf = (metric: RegionMetric): RegionPlane => [`communication-${metric}`, `sensing-${metric}`]

const axis = (name: string): PlaneAxis => (isServiceQuantityName(name) ? rateAxis(name) : sirAxis(name))

const rateAxis = (name: ServiceQuantityName): PlaneAxis => {
  const { quantity, services }: ServiceQuantity = serviceQuantity(name)
  const { fromRate } = quantity
  const error = quantity.quantity === 'rate' ? 'errorEstimate' : (`${quantity.quantity}ErrorEstimate` as const)
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b)
  return {
    name,
    dependsOn: { communication: services.includes('communication'), sensing: services.includes('sensing') },
    asked: [],
    at: (performance) => [
      sum(services.map((service) => performance[service][quantity.quantity])),
      sum(services.map((service) => performance[service][error])),
    ],
    bound: ({ density }, { K, J, communicationRate, sensingRate }) => {
      const site = { baseStationDensity: density, usersPerCell: K, targetsPerCell: J }
      const rates = { communication: communicationRate, sensing: sensingRate }
      return sum(services.map((service) => fromRate(service, site, rates[service])))
    },
  }
}

const sirAxis = (text: string): PlaneAxis => {
  const { name, chosen } = chosenServiceQuantity(text)
  if (!chosen.quantity.grows) throw new InvalidParameterError('plane', text, 'two quantities of which more is better')
  return {
    name,
    dependsOn: { communication: false, sensing: false },
    asked: [name],
    at: ({ quantities }) => {
      const { value, errorEstimate } = quantities![name]!
      return [value, errorEstimate]
    },
    bound: (_space, { quantities }) => quantities[name]!,
  }
}
