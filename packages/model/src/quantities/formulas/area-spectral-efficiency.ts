import { InvalidParameterError } from '../../errors/invalid-parameter-error.js'
import type { NetworkParameters } from '../../network/network-parameters.js'
import { assertSaturated, type ReceiverDensities } from '../../network/saturation.js'
import type { Service } from '../../network/services.js'
import type { Load } from '../definition/quantity.js'

/**
 * T_c = λ_b K R_c of (4), per km², in the unit of `rate`.
 *
 * @example
 * communicationAreaSpectralEfficiency(defineNetwork({ K: 5 }), 2) // 10
 *
 * @throws {UnsaturatedNetworkError} for finite densities of users or targets, whose T_c doesn't follow from R_c.
 */
export const communicationAreaSpectralEfficiency = (
  network: Pick<NetworkParameters, 'baseStationDensity' | 'usersPerCell'> & ReceiverDensities,
  rate: number,
): number => {
  assertSaturated('T_c = λ_b K R_c', network)
  return network.baseStationDensity * network.usersPerCell * rate
}

/**
 * T_s = λ_b J R_s of (7), per km², in the unit of `rate`.
 *
 * @example
 * sensingAreaSpectralEfficiency(defineNetwork({ J: 3 }), 2) // 6
 *
 * @throws {UnsaturatedNetworkError} for finite densities of users or targets, whose T_s doesn't follow from R_s.
 */
export const sensingAreaSpectralEfficiency = (
  network: Pick<NetworkParameters, 'baseStationDensity' | 'targetsPerCell'> & ReceiverDensities,
  rate: number,
): number => {
  assertSaturated('T_s = λ_b J R_s', network)
  return network.baseStationDensity * network.targetsPerCell * rate
}

/**
 * T_c or T_s, per km², in the unit of `rate`: R_c or R_s times the users or targets in a km².
 *
 * @example
 * areaSpectralEfficiency('sensing', defineNetwork({ J: 3 }), 2) // 6
 *
 * @throws {UnsaturatedNetworkError} for finite densities of users or targets.
 */
export const areaSpectralEfficiency = (service: Service, network: Load, rate: number): number =>
  service === 'communication'
    ? communicationAreaSpectralEfficiency(network, rate)
    : sensingAreaSpectralEfficiency(network, rate)

/**
 * T = ρ T_c + (1 − ρ) T_s of (24). A weight of 0 takes nothing of its part, be that infinite.
 *
 * @example
 * weightedSumAreaSpectralEfficiency(0.25, 4, 8) // 7
 *
 * @param weight - ρ, in [0, 1].
 * @throws {InvalidParameterError} outside that domain.
 */
export const weightedSumAreaSpectralEfficiency = (weight: number, communication: number, sensing: number): number => {
  if (!(weight >= 0 && weight <= 1)) throw new InvalidParameterError('weight', weight, 'a number in [0, 1]', 'ρ')
  return (weight === 0 ? 0 : weight * communication) + (weight === 1 ? 0 : (1 - weight) * sensing)
}
