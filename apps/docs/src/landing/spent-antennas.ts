import { communicationRate, sensingRate } from '@isacnet/analysis'
import { areaSpectralEfficiency, defineNetwork, isFeasible, type Network, paperNetwork } from '@isacnet/model'
import { targetsPerCell } from './landing-network.js'

/** How many base stations the cluster of a user and that of a target have, their own included. */
export interface ClusterSizes {
  readonly communication: number
  readonly sensing: number
}

/** The rates of the paper's network with some number of users per cell. */
export interface SpentAntennas {
  readonly network: Network
  /** T_c and T_s in nat/s/Hz/km². */
  readonly communication: number
  readonly sensing: number
}

/** Up to here there is room for one user at least. */
export const clusterLimits: ClusterSizes = { communication: 5, sensing: 4 }

/** The first network of the landing page: the most communication. */
export const firstClusters: ClusterSizes = { communication: 1, sensing: 1 }
export const firstUsers = 12

/** All numbers of users that the antennas allow, from 1 on, by the exact rates. All 20 of them take less than a tenth of a second. */
export const spentAntennas = (clusters: ClusterSizes): SpentAntennas[] => {
  const networks = Array.from({ length: paperNetwork.transmitAntennas }, (_, index) =>
    defineNetwork({
      usersPerCell: index + 1,
      communicationClusterSize: clusters.communication,
      targetsPerCell,
      sensingClusterSize: clusters.sensing,
    }),
  )
  return networks.filter(isFeasible).map((network) => ({
    network,
    communication: areaSpectralEfficiency('communication', network, communicationRate(network).value),
    sensing: areaSpectralEfficiency('sensing', network, sensingRate(network).value),
  }))
}
