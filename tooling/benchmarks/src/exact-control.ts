import { communicationRate, sensingRate } from '@isacnet/analysis'
import { defineNetwork, degreesOfFreedom, type Network, type SensingClusters } from '@isacnet/model'
import type { SimulationControl } from '@isacnet/simulation'

/** The exact rates of a network, or of one with as many antennas as its requests take, as the control of its simulation. */
export const exactControl = (network: Network, sensingClusters: SensingClusters = 'bs-centric'): SimulationControl => {
  const transmitAntennas = Math.max(network.transmitAntennas, degreesOfFreedom(network).used)
  const granting = defineNetwork({ ...network, transmitAntennas })
  const meanOf = ({ value, errorEstimate }: ReturnType<typeof communicationRate>) => ({ mean: value, errorEstimate })
  return {
    transmitAntennas,
    communication: meanOf(communicationRate(granting)),
    sensing: meanOf(sensingRate(granting, { sensingClusters })),
  }
}
