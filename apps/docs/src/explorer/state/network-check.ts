import {
  defineNetwork,
  InfeasibleAllocationError,
  InvalidParameterError,
  type Network,
  type ParameterName,
} from '@isacnet/model'

/** A network, or the reason why the values chosen make none and the parameters that it names. */
export type NetworkCheck =
  | { readonly network: Network; readonly reason?: undefined }
  | { readonly network?: undefined; readonly reason: string; readonly parameters: readonly string[] }

const allocation: readonly ParameterName[] = [
  'usersPerCell',
  'communicationClusterSize',
  'targetsPerCell',
  'sensingClusterSize',
  'transmitAntennas',
]

export const checkNetwork = (values: Readonly<Record<ParameterName, number>>): NetworkCheck => {
  try {
    return { network: defineNetwork(values) }
  } catch (error) {
    if (error instanceof InvalidParameterError) return { reason: error.message, parameters: [error.parameter] }
    if (error instanceof InfeasibleAllocationError) return { reason: error.message, parameters: allocation }
    throw error
  }
}
