import { byService, defineNetwork, quantityOf, type SensingClusters, services } from '@isacnet/model'
import type { RegionMetric, SpatialAllocation } from '@isacnet/optimization'
import type { AuditTools } from './audit-tools.js'
import type { SimulatedValue } from './evidence.js'

type PlaneValues = readonly [communication: number, sensing: number]

/** Gains of a point over time sharing between two others, from (communication, sensing) of the three. */
export const gainOverTimeSharing = (
  direction: 'atEqualCommunication' | 'atEqualSensing',
  [a, b, point]: readonly [PlaneValues, PlaneValues, PlaneValues],
): number => {
  const [x, y] = direction === 'atEqualCommunication' ? [0, 1] : [1, 0]
  const share = (point[x]! - b[x]!) / (a[x]! - b[x]!)
  return point[y]! / (b[y]! + share * (a[y]! - b[y]!)) - 1
}

/**
 * The same gain from simulated rates of the three allocations. Its standard error is that of the gain linearised about the means; the
 * six rates come from streams of their own, or are taken as if they did.
 */
export const simulatedGain = async (
  tools: AuditTools,
  direction: 'atEqualCommunication' | 'atEqualSensing',
  {
    transmitAntennas,
    metric,
    sensingClusters,
    allocations,
  }: {
    readonly transmitAntennas: number
    readonly metric: RegionMetric
    readonly sensingClusters: SensingClusters
    /** The communication-optimal corner, the sensing-optimal one, and the point. */
    readonly allocations: readonly [SpatialAllocation, SpatialAllocation, SpatialAllocation]
  },
): Promise<SimulatedValue> => {
  const means: number[][] = []
  const errors: number[][] = []
  let width = 0
  let trials = 0
  for (const allocation of allocations) {
    const network = defineNetwork({ transmitAntennas, ...allocation })
    const summary = await tools.simulate(network, { sensingClusters })
    const { fromRate } = quantityOf(metric)
    const factors = byService(({ service }) => fromRate(service, network, 1))
    means.push(services.map(({ service }) => factors[service] * summary[service].mean))
    errors.push(services.map(({ service }) => factors[service] * summary[service].standardError))
    const { communication } = summary
    width = (communication.interval[1] - communication.mean) / communication.standardError
    trials = summary.trials
  }
  const gainOf = (values: readonly (readonly number[])[]): number =>
    gainOverTimeSharing(direction, values as unknown as readonly [PlaneValues, PlaneValues, PlaneValues])
  const mean = gainOf(means)
  let variance = 0
  for (let point = 0; point < 3; point++)
    for (let axis = 0; axis < 2; axis++) {
      const moved = means.map((values) => [...values])
      moved[point]![axis]! += errors[point]![axis]!
      variance += (gainOf(moved) - mean) ** 2
    }
  const standardError = Math.sqrt(variance)
  return {
    sampled: 'gain-law',
    mean,
    standardError,
    interval: [mean - width * standardError, mean + width * standardError],
    confidence: tools.confidence,
    trials,
  }
}
