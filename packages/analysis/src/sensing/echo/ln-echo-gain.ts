import type { NetworkParameters } from '@isacnet/model'

/** $\ln c$ of `echoGain` in `@isacnet/model`, where c itself may underflow. */
export const lnEchoGain = (network: NetworkParameters): number =>
  Math.log(network.matchedFilterGain) +
  Math.log(network.receiveFilterGain) +
  Math.log(network.receiveAntennas) +
  Math.log(network.radarCrossSection)
