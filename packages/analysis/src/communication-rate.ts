import type { NetworkParameters } from '@isacnet/model'
import type { Rate } from './rate.js'

export type CommunicationMethod = 'exact' | 'theorem-1' | 'theorem-2'
export const communicationMethods: readonly CommunicationMethod[] = ['exact', 'theorem-1', 'theorem-2']

export interface CommunicationRateOptions {
  readonly method?: CommunicationMethod
  readonly relativeTolerance?: number
}

export const communicationRate = (_network: NetworkParameters, _options: CommunicationRateOptions = {}): Rate => {
  throw new Error('under construction')
}
