import type { NetworkParameters } from '@isacnet/model'
import type { Rate } from './rate.js'

export type SensingMethod = 'exact' | 'no-hole' | 'proposition-3' | 'theorem-3'
export const sensingMethods: readonly SensingMethod[] = ['exact', 'no-hole', 'proposition-3', 'theorem-3']
export type SensingClusters = 'bs-centric' | 'target-centric'
export const sensingClusterKinds: readonly SensingClusters[] = ['bs-centric', 'target-centric']

export interface SensingRateOptions {
  readonly method?: SensingMethod
  readonly clusters?: SensingClusters
  readonly relativeTolerance?: number
}

export const sensingRate = (_network: NetworkParameters, _options: SensingRateOptions = {}): Rate => {
  throw new Error('under construction')
}
