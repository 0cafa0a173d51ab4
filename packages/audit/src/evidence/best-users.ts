import { type CommunicationMethod, communicationRate } from '@isacnet/analysis'
import { areaSpectralEfficiency, defineNetwork, type Network } from '@isacnet/model'

/** The K that maximises T_c at a given L, and T_c there; every K is evaluated. */
export const bestUsers = (
  transmitAntennas: number,
  communicationClusterSize: number,
  { pathLossExponent = 4, method = 'exact' }: { pathLossExponent?: number; method?: CommunicationMethod } = {},
): { readonly usersPerCell: number; readonly ase: number; readonly network: Network } => {
  let best: { usersPerCell: number; ase: number; network: Network } | undefined
  for (let usersPerCell = 1; usersPerCell * communicationClusterSize <= transmitAntennas; usersPerCell++) {
    const network = defineNetwork({ transmitAntennas, usersPerCell, communicationClusterSize, pathLossExponent })
    const rate = communicationRate(network, { method, relativeTolerance: 1e-7 }).value
    const ase = areaSpectralEfficiency('communication', network, rate)
    if (best === undefined || ase > best.ase) best = { usersPerCell, ase, network }
  }
  if (best === undefined)
    throw new RangeError(`no user fits at L = ${communicationClusterSize}, M_t = ${transmitAntennas}`)
  return best
}
