import { InvalidParameterError } from '../errors/invalid-parameter-error.js'
import type { NetworkParameters } from './network-parameters.js'

/**
 * $c = \Delta T\,\kappa M_r|\xi|^2$, the factor of (6) before the geometry; 1 in the paper's network.
 * The receive filter is $v = b(\theta)/\sqrt{M_r}$, so its gain is $\kappa M_r$.
 *
 * @example
 * echoGain(defineNetwork({ Mr: 20, kappa: 0.9 })) // 1.8
 *
 * @throws {InvalidParameterError} unless the product is a positive double.
 */
export const echoGain = (
  network: Pick<NetworkParameters, 'matchedFilterGain' | 'receiveFilterGain' | 'receiveAntennas' | 'radarCrossSection'>,
): number => {
  const { matchedFilterGain, receiveFilterGain, receiveAntennas, radarCrossSection } = network
  // the smallest with the largest, so that nothing overflows on the way
  const factors = Float64Array.of(matchedFilterGain, receiveFilterGain, receiveAntennas, radarCrossSection).sort()
  const gain = factors[0]! * factors[3]! * (factors[1]! * factors[2]!)
  if (!(gain > 0 && gain < Number.POSITIVE_INFINITY))
    throw new InvalidParameterError(
      'radarCrossSection',
      radarCrossSection,
      'such that the product with matchedFilterGain, receiveFilterGain and receiveAntennas is a positive double',
      '|ξ|²',
    )
  return gain
}
