import type { Fidelity } from '@isacnet/simulation'
import type { ExplorerParameter } from './parameters/explorer-parameters.js'

type Values = Readonly<Record<ExplorerParameter, number>>

/** Beyond these, what is shown would take minutes or all memory of a browser; the command has no such limits. */
export const interactiveLimits = {
  /** A region has about $M_t^2 J_{max} \ln M_t$ allocations. */
  region: { transmitAntennas: 256, maxTargetsPerCell: 100 },
  /** Whole networks have requests that are counted one by one: $KL + J(Q-1)$ in each cell, and as many targets. */
  drop: { degreesOfFreedom: 128, targetsPerCell: 128 },
  /** Gains in law are sampled for each BS of a cluster. */
  gainLaw: { clusterSize: 1000 },
  /** Every site is simulated. */
  sites: { sites: 3000 },
} as const

/** Why so many sites are not simulated here; `undefined` if they may be. */
export const siteLimit = (sites: number): string | undefined =>
  sites > interactiveLimits.sites.sites ? beyond('A file', `${interactiveLimits.sites.sites} sites`) : undefined

const beyond = (what: string, limit: string): string =>
  `${what} is computed here up to ${limit}: beyond that it takes a browser too long. The command below has no such limit.`

/** Why there is no region of these values here; `undefined` if there may be one. */
export const regionLimit = ({ transmitAntennas, maxTargetsPerCell }: Values): string | undefined => {
  const limit = interactiveLimits.region
  return transmitAntennas > limit.transmitAntennas || maxTargetsPerCell > limit.maxTargetsPerCell
    ? beyond('A region', `M_t = ${limit.transmitAntennas} and J_max = ${limit.maxTargetsPerCell}`)
    : undefined
}

/** Why whole networks of these values are not sampled here. */
export const dropLimit = (values: Values): string | undefined => {
  const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = values
  const limit = interactiveLimits.drop
  return K * L + J * (Q - 1) > limit.degreesOfFreedom || J > limit.targetsPerCell
    ? beyond('A whole network', `K·L + J·(Q−1) = ${limit.degreesOfFreedom} and J = ${limit.targetsPerCell}`)
    : undefined
}

/** Why such a simulation isn't run here. */
export const simulationLimit = (values: Values, fidelity: Fidelity): string | undefined => {
  if (fidelity === 'channel') return dropLimit(values)
  const { clusterSize } = interactiveLimits.gainLaw
  return Math.max(values.communicationClusterSize, values.sensingClusterSize) > clusterSize
    ? beyond('A simulation', `clusters of ${clusterSize}`)
    : undefined
}
