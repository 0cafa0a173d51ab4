import { defineNetwork, type Network } from '@isacnet/model'
import {
  type AchievableRegion,
  type AllocationConstraints,
  achievableRegion,
  analyticRates,
  type RegionMetric,
} from '@isacnet/optimization'

/** By what a region is computed: the exact rates in either reading of the clusters, or the paper's theorems. */
export type RegionMethod = 'exact' | 'exact, clusters around the target' | 'Theorems 2 and 3'

export const regionMethods: readonly RegionMethod[] = ['exact', 'exact, clusters around the target', 'Theorems 2 and 3']

/** J_max of Section VI-C. */
export const maxTargetsPerCell = 5

/** The network of Section VI-C. */
export const regionNetwork = (transmitAntennas: number): Network =>
  defineNetwork({ transmitAntennas, maxTargetsPerCell })

/** The region of that network. */
export const regionBy = (
  method: RegionMethod,
  transmitAntennas: number,
  metric: RegionMetric,
  constraints: AllocationConstraints = {},
): AchievableRegion => {
  const network = regionNetwork(transmitAntennas)
  return achievableRegion({ network, rates: ratesBy(method, network), constraints }, { metric })
}

/** The rates of a method. */
export const ratesBy = (method: RegionMethod, network: Network) => {
  switch (method) {
    case 'exact':
      return analyticRates(network)
    case 'exact, clusters around the target':
      return analyticRates(network, { sensingClusters: 'target-centric' })
    case 'Theorems 2 and 3':
      return analyticRates(network, { communicationMethod: 'theorem-2', sensingMethod: 'theorem-3' })
  }
}
