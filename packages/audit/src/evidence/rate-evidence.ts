import {
  communicationAreaSpectralEfficiency,
  communicationRate,
  sensingAreaSpectralEfficiency,
  sensingRate,
} from '@isacnet/analysis'
import type { Network, SensingClusters } from '@isacnet/model'
import type { SimulatedRate, SimulationSummary } from '@isacnet/simulation'
import type { AuditTools } from './audit-tools.js'
import { type Evidence, evidence } from './evidence.js'

/** R_c exactly and by a simulation of what the theorems assume. */
export const communicationEvidence = async (
  tools: AuditTools,
  network: Network,
  at: string,
  seed = tools.seed,
): Promise<Evidence> =>
  rate(
    `R_c at ${at}`,
    'nat/s/Hz',
    1,
    communicationRate(network).value,
    await tools.simulate(network, { seed }),
    'communication',
  )

/** T_c, likewise. */
export const communicationAseEvidence = async (tools: AuditTools, network: Network, at: string): Promise<Evidence> =>
  rate(
    `T_c at ${at}`,
    'nat/s/Hz/km²',
    communicationAreaSpectralEfficiency(network, 1),
    communicationRate(network).value,
    await tools.simulate(network),
    'communication',
  )

/** R_s, likewise. */
export const sensingEvidence = async (
  tools: AuditTools,
  network: Network,
  at: string,
  sensingClusters: SensingClusters = 'bs-centric',
): Promise<Evidence> =>
  rate(
    `R_s at ${at}`,
    'nat/s/Hz',
    1,
    sensingRate(network, { sensingClusters }).value,
    await tools.simulate(network, { sensingClusters }),
    'sensing',
  )

/** T_s, likewise. */
export const sensingAseEvidence = async (
  tools: AuditTools,
  network: Network,
  at: string,
  sensingClusters: SensingClusters = 'bs-centric',
): Promise<Evidence> =>
  rate(
    `T_s at ${at}`,
    'nat/s/Hz/km²',
    sensingAreaSpectralEfficiency(network, 1),
    sensingRate(network, { sensingClusters }).value,
    await tools.simulate(network, { sensingClusters }),
    'sensing',
  )

const rate = (
  quantity: string,
  unit: string,
  factor: number,
  exact: number,
  summary: SimulationSummary,
  service: 'communication' | 'sensing',
): Evidence => {
  const { mean, standardError, interval, biasBound }: SimulatedRate = summary[service]
  return evidence(
    quantity,
    unit,
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
