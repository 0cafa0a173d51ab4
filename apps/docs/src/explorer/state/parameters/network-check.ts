import { defineNetwork, InvalidParameterError, type Network } from '@isacnet/model'
import type { ExplorerParameter } from './explorer-parameters.js'

/** A network, or the reason why the values chosen make none. */
export type NetworkCheck =
  | { readonly network: Network; readonly reason?: undefined }
  | { readonly network?: undefined; readonly reason: string }

export const checkNetwork = (values: Readonly<Record<ExplorerParameter, number>>): NetworkCheck => {
  try {
    return { network: defineNetwork(values) }
  } catch (error) {
    if (error instanceof InvalidParameterError) return { reason: error.message }
    throw error
  }
}
