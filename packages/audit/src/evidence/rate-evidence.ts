import { serviceRate } from '@isacnet/analysis'
import {
  type Network,
  quantityOf,
  quantitySymbol,
  type RateQuantityName,
  type Seed,
  type SensingClusters,
  type Service,
} from '@isacnet/model'
import type { AuditTools } from './audit-tools.js'
import { type Evidence, evidence } from './evidence.js'

/** The quantity of one service, exactly and by a simulation of what the theorems assume. */
export const rateEvidence = async (
  tools: AuditTools,
  name: `${Service}-${RateQuantityName}`,
  network: Network,
  at: string,
  options: { readonly sensingClusters?: SensingClusters; readonly seed?: Seed } = {},
): Promise<Evidence> => {
  const [service, rateQuantity] = name.split('-') as [Service, RateQuantityName]
  const quantity = quantityOf(rateQuantity)
  const factor = quantity.fromRate(service, network, 1)
  const exact = serviceRate(service, network, { sensingClusters: options.sensingClusters }).value
  const summary = await tools.simulate(network, options)
  const { mean, standardError, interval, biasBound } = summary[service]
  return evidence(
    `${quantitySymbol(rateQuantity, service)} at ${at}`,
    quantity.unit('nats'),
    { method: 'exact', value: factor * exact },
    {
      sampled: 'gain-law',
      mean: factor * mean,
      standardError: factor * standardError,
      interval: [factor * interval[0], factor * interval[1]],
      confidence: summary.confidence,
      trials: summary.trials,
    },
    factor * biasBound,
  )
}
