/**
 * A cooperative ISAC network: what is deployed, and how each base station (BS) spends its antennas.
 *
 * Quantities are linear (no decibels) and the four allocation variables are counts per cell. The symbols are those of
 * Meng, Masouros, Chen and Liu, Table I; {@link parameterDefinitions} lists symbol, unit and domain of each.
 */
export interface NetworkParameters {
  /** λ_b: intensity of the Poisson process of BSs, per km², > 0. */
  readonly baseStationDensity: number
  /** M_t: transmit antennas per BS, integer ≥ 1. */
  readonly transmitAntennas: number
  /** M_r: receive antennas per BS, integer ≥ 1. */
  readonly receiveAntennas: number
  /** K: users that a BS serves at once, integer ≥ 1. */
  readonly usersPerCell: number
  /** L: BSs in a user's cluster, the serving one included, integer ≥ 1. */
  readonly communicationClusterSize: number
  /** J: targets that a BS senses at once, integer, 1 ≤ J ≤ J_max. */
  readonly targetsPerCell: number
  /** Q: BSs in a target's cluster, the serving one included, integer ≥ 1. */
  readonly sensingClusterSize: number
  /** J_max: targets that the receiver can tell apart, integer ≥ 1. */
  readonly maxTargetsPerCell: number
  /** α: one-way path-loss exponent, BS to user and BS to BS, > 2. */
  readonly pathLossExponent: number
  /** β: the echo of a target at distance d decays as d^(−2β), > 0. */
  readonly echoPathLossExponent: number
  /** P_t: transmit power per BS in W, > 0; it cancels without noise. */
  readonly transmitPower: number
  /** |ξ|²: mean-square reflection coefficient of a target, > 0. */
  readonly radarCrossSection: number
  /** κ: what the mismatch of the receive filter leaves of its gain, 0 < κ ≤ 1. */
  readonly receiveFilterGain: number
  /** ΔT: gain of matched filtering, > 0. */
  readonly matchedFilterGain: number
  /** λ_x: intensity of the Poisson process of clutter scatterers, per km², ≥ 0; 0 switches clutter off. */
  readonly clutterDensity: number
  /** σ_x before cancellation: mean-square reflection coefficient of a scatterer, ≥ 0. */
  readonly clutterCrossSection: number
  /** The share of a scatterer's power that clutter cancellation leaves, 0 ≤ … ≤ 1. */
  readonly clutterResidual: number
  /** N₀: noise power in W, referred to a path loss of 1 at 1 km, ≥ 0; 0 switches noise off. */
  readonly noisePower: number
  /** B: root of the mean-square bandwidth of the waveform, in Hz, ≥ 0; 0 where it is not known: the range error alone needs it. */
  readonly rmsBandwidth: number
  /** λ_u: intensity of the Poisson process of users, per km², ≥ 0. Left out where it is infinite: every BS always has K users. */
  readonly userDensity?: number
  /** λ_t: intensity of the Poisson process of targets, per km², ≥ 0. Left out where it is infinite: every BS always has J targets. */
  readonly targetDensity?: number
}

/** Name of a network parameter. */
export type ParameterName = keyof NetworkParameters
