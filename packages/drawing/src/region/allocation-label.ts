import type { SpatialAllocation } from '@isacnet/optimization'

/** K, L, J and Q as a label. */
export const allocationLabel = ({
  usersPerCell: K,
  communicationClusterSize: L,
  targetsPerCell: J,
  sensingClusterSize: Q,
}: SpatialAllocation): string => `$K=${K}$, $L=${L}$, $J=${J}$, $Q=${Q}$`
