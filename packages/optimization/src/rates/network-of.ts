import { defineNetwork, type Network } from '@isacnet/model'

/** A network in which users have these K, L and D. */
export const networkOfUsers = (
  network: Network,
  usersPerCell: number,
  communicationClusterSize: number,
  diversityOrder: number,
): Network =>
  defineNetwork({
    ...network,
    usersPerCell,
    communicationClusterSize,
    targetsPerCell: 1,
    sensingClusterSize: 1,
    transmitAntennas: usersPerCell * communicationClusterSize + diversityOrder - 1,
  })

/** A network in which targets have these K and Q, with as many antennas as that takes: nothing of sensing depends on them. */
export const networkOfTargets = (network: Network, usersPerCell: number, sensingClusterSize: number): Network =>
  defineNetwork({
    ...network,
    usersPerCell,
    communicationClusterSize: 1,
    targetsPerCell: 1,
    sensingClusterSize,
    transmitAntennas: usersPerCell + sensingClusterSize - 1,
  })
