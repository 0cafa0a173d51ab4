import type { NetworkParameters } from './network-parameters.js'

/**
 * $c = \Delta T\,\kappa M_r|\xi|^2$, the factor of (6) before the geometry; 1 in the paper's network.
 * The receive filter is $v = b(\theta)/\sqrt{M_r}$, so its gain is $\kappa M_r$.
 */
export const echoGain = (
  network: Pick<NetworkParameters, 'matchedFilterGain' | 'receiveFilterGain' | 'receiveAntennas' | 'radarCrossSection'>,
): number => network.matchedFilterGain * network.receiveFilterGain * network.receiveAntennas * network.radarCrossSection
