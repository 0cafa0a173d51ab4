import { defineNetwork, isFeasible, type Network } from '@isacnet/model'
import {
  type CommunicationMethod,
  communicationRate,
  meanRequestCommunicationMethods,
  type Rate,
  type SensingMethod,
  type SensingRateOptions,
  sensingRate,
} from '../src/index.js'

/** A network out of the whole legal domain, and one way to one of its rates. */
export interface LegalCase {
  readonly name: string
  readonly parameters: Readonly<Record<string, number>>
  readonly network: Network
  readonly rate: () => Rate
}

/** Uniform in (0, 1), seeded (a 32-bit mixing function of Steele, Lea and Flood). */
export const uniformNumbers = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let z = state
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32 + 2 ** -33
  }
}

/**
 * A seeded case, heavy in the corners: λ from 1e-9 to 1e9, N₀ and λ_x from 1e-9 to 1e9 or none, α from 2.001 to 50, β from 0.05 (1.001 with
 * clutter) to 50 or α/2, c from 1e-9 to 1e9, L and Q to 300, M_t to 1e6; a third of the values of each parameter lie within 1 % of an end.
 */
export const legalCase = (u: () => number): LegalCase => {
  /** Log-uniform from a to b, a third of the time next to an end. */
  const between = (a: number, b: number): number => {
    const x = u()
    const corner = u()
    const share = corner < 1 / 6 ? x / 100 : corner < 1 / 3 ? 1 - x / 100 : x
    return a * (b / a) ** share
  }
  const integer = (a: number, b: number): number => Math.min(b, Math.floor(between(a, b + 1)))
  for (;;) {
    const alpha = 2 + between(0.001, 48)
    const clutter = u() < 0.4 ? between(1e-9, 1e9) : 0
    const beta = u() < 0.4 ? alpha / 2 : clutter > 0 ? 1 + between(0.001, 49) : between(0.05, 50)
    const parameters = {
      baseStationDensity: between(1e-9, 1e9),
      transmitAntennas: integer(1, 1e6),
      receiveAntennas: 1,
      usersPerCell: integer(1, 3000),
      communicationClusterSize: integer(1, 300),
      targetsPerCell: 1,
      sensingClusterSize: integer(1, 300),
      pathLossExponent: alpha,
      echoPathLossExponent: beta,
      radarCrossSection: between(1e-9, 1e9),
      clutterDensity: clutter,
      clutterResidual: between(1e-9, 1),
      noisePower: u() < 0.4 ? between(1e-9, 1e9) : 0,
    }
    const network = tryToDefine(parameters)
    if (network === undefined) continue
    return { parameters, network, ...oneRate(network, u()) }
  }
}

const tryToDefine = (parameters: Readonly<Record<string, number>>): Network | undefined => {
  try {
    const network = defineNetwork(parameters)
    return isFeasible(network) ? network : undefined
  } catch {
    return undefined
  }
}

/** One of the rates that apply to the network. */
const oneRate = (network: Network, share: number): Pick<LegalCase, 'name' | 'rate'> => {
  const communication: readonly CommunicationMethod[] =
    network.noisePower > 0 ? ['exact'] : meanRequestCommunicationMethods
  const clear = network.noisePower === 0 && network.clutterDensity === 0
  const single = network.sensingClusterSize === 1
  const sensing: readonly (SensingRateOptions & { readonly method: SensingMethod })[] = [
    { method: 'exact', sensingClusters: 'bs-centric' },
    { method: 'exact', sensingClusters: 'target-centric' },
    { method: 'no-hole' },
    ...(single ? [{ method: 'proposition-3' } as const] : clear ? [{ method: 'theorem-3' } as const] : []),
  ]
  const rates = [
    ...communication.map((method) => ({
      name: `communication, ${method}`,
      rate: () => communicationRate(network, { method }),
    })),
    ...sensing.map((options) => ({
      name: `sensing, ${options.method}${options.sensingClusters === undefined ? '' : `, ${options.sensingClusters}`}`,
      rate: () => sensingRate(network, options),
    })),
  ]
  return rates[Math.floor(share * rates.length)]!
}
