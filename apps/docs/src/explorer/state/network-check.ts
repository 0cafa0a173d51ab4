import { defineNetwork, InfeasibleAllocationError, InvalidParameterError, type Network } from '@isacnet/model'
import type { ExplorerParameter } from './explorer-parameters.js'

/** A network, or the reason why the values chosen make none and the parameters that it names. */
export type NetworkCheck =
  | { readonly network: Network; readonly reason?: undefined }
  | { readonly network?: undefined; readonly reason: string; readonly parameters: readonly string[] }

const allocation: readonly ExplorerParameter[] = [
  'usersPerCell',
  'communicationClusterSize',
  'targetsPerCell',
  'sensingClusterSize',
  'transmitAntennas',
]

export const checkNetwork = (values: Readonly<Record<ExplorerParameter, number>>): NetworkCheck => {
  try {
    return { network: defineNetwork(values) }
  } catch (error) {
    if (error instanceof InvalidParameterError) return { reason: error.message, parameters: [error.parameter] }
    if (error instanceof InfeasibleAllocationError) return { reason: error.message, parameters: allocation }
    throw error
  }
}
