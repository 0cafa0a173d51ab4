import type { SpatialAllocation } from '@isacnet/optimization'

/** `(K, L, J, Q) = (12, 1, 5, 1)`. */
export const allocationText = ({
  usersPerCell,
  communicationClusterSize,
  targetsPerCell,
  sensingClusterSize,
}: SpatialAllocation): string =>
  `(K, L, J, Q) = (${[usersPerCell, communicationClusterSize, targetsPerCell, sensingClusterSize].join(', ')})`
