import type { ParameterName } from '@isacnet/model'
import type { SpatialAllocation } from '@isacnet/optimization'
import type { NetworkChanges } from '../definition/figure-definition.js'

/** The parameters that an allocation settles. */
export const allocationNames: readonly ParameterName[] = [
  'usersPerCell',
  'communicationClusterSize',
  'targetsPerCell',
  'sensingClusterSize',
]

/** K, L, J and Q by code name, in this order. */
export const allocationParameters = (allocation: SpatialAllocation): NetworkChanges => ({
  usersPerCell: allocation.usersPerCell,
  communicationClusterSize: allocation.communicationClusterSize,
  targetsPerCell: allocation.targetsPerCell,
  sensingClusterSize: allocation.sensingClusterSize,
})
