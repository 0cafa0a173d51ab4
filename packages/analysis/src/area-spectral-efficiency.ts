import type { NetworkParameters } from '@isacnet/model'

/** T_c = λ_b K R_c of (4), per km², in the unit of `rate`. */
export const communicationAreaSpectralEfficiency = (
  network: Pick<NetworkParameters, 'baseStationDensity' | 'usersPerCell'>,
  rate: number,
): number => network.baseStationDensity * network.usersPerCell * rate

/** T_s = λ_b J R_s of (7), per km², in the unit of `rate`. */
export const sensingAreaSpectralEfficiency = (
  network: Pick<NetworkParameters, 'baseStationDensity' | 'targetsPerCell'>,
  rate: number,
): number => network.baseStationDensity * network.targetsPerCell * rate

/** T = ρ T_c + (1 − ρ) T_s of (24), 0 ≤ ρ ≤ 1. */
export const weightedSumAreaSpectralEfficiency = (weight: number, communication: number, sensing: number): number =>
  weight * communication + (1 - weight) * sensing
