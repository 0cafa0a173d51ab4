/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { defineNetwork, type Network, type NetworkParameters } from '@isacnet/model'
import { communicationRate, type Rate, sensingRate } from '../src/index.js'

/** A line of a golden table: a network, and the rates that the oracle gives it, in nats. */
interface Row extends Partial<NetworkParameters> {
  readonly quantity?: string
  readonly diversityOrder?: number
  readonly echoGain?: number
  readonly noiseToPower?: number
  readonly clutterCoefficient?: number
  readonly values: Readonly<Record<string, number>>
  /** Relative. */
  readonly oracleError: Readonly<Record<string, number>>
}

/** A rate beside the oracle's. */
export interface Comparison {
  /** Which rate, for people, such as `sensing, exact, bs-centric, α = 2β`. */
  readonly kind: string
  readonly rate: Rate
  readonly expected: number
  /** The oracle's error, absolute. */
  readonly oracleError: number
  /** The row, to be shown when it fails. */
  readonly row: string
}

const quantities: Readonly<Record<string, readonly [string, (network: Network) => Rate]>> = {
  exact: ['communication, `exact`', (network) => communicationRate(network)],
  theorem1: ['communication, `theorem-1`', (network) => communicationRate(network, { method: 'theorem-1' })],
  theorem2: ['communication, `theorem-2`', (network) => communicationRate(network, { method: 'theorem-2' })],
  exactBsCentric: ['sensing, `exact`, bs-centric', (network) => sensingRate(network)],
  exactTargetCentric: [
    'sensing, `exact`, target-centric',
    (network) => sensingRate(network, { sensingClusters: 'target-centric' }),
  ],
  noHole: ['sensing, `no-hole`', (network) => sensingRate(network, { method: 'no-hole' })],
  theorem3: ['sensing, `theorem-3`', (network) => sensingRate(network, { method: 'theorem-3' })],
}

export const goldenFiles = ['communication', 'sensing', 'extensions'] as const

/** Every rate of one golden table, computed anew. */
export const compareWithOracle = (file: (typeof goldenFiles)[number]): readonly Comparison[] =>
  readRows(file).flatMap((row) => {
    const network = networkOf(row)
    return Object.entries(row.values).map(([quantity, expected]): Comparison => {
      const [name, rate] = quantities[quantity]!
      return {
        kind: name + suffix(network, quantity),
        rate: rate(network),
        expected,
        oracleError: row.oracleError[quantity]! * expected,
        row: `${quantity} ${JSON.stringify(row)}`,
      }
    })
  })

const readRows = (file: string): readonly Row[] =>
  JSON.parse(readFileSync(new URL(`./${file}.json`, import.meta.url), 'utf8')).rows

/** Sensing rates don't depend on the antennas that the allocation would need. */
const networkOf = (row: Row): Network => {
  const { echoGain = 1, noiseToPower = 0, clutterCoefficient = 0, ...rest } = row
  const { diversityOrder, quantity, values, oracleError, ...parameters } = rest
  return defineNetwork({
    transmitAntennas: 8192,
    maxTargetsPerCell: 1000,
    ...parameters,
    // A gain that is exactly the row's.
    receiveAntennas: 1,
    radarCrossSection: 1,
    matchedFilterGain: echoGain,
    clutterCrossSection: 4 * clutterCoefficient,
    clutterResidual: 0.25,
    noisePower: 2 * noiseToPower,
    transmitPower: 2,
  })
}

const suffix = (network: Network, quantity: string): string => {
  const extensions = [network.clutterDensity > 0 ? 'clutter' : '', network.noisePower > 0 ? 'noise' : ''].filter(
    Boolean,
  )
  if (extensions.length > 0) return `, with ${extensions.join(' and ')}`
  if (quantity === 'theorem2' || !/Centric|noHole|theorem3/.test(quantity)) return ''
  return network.pathLossExponent === 2 * network.echoPathLossExponent ? ', α = 2β' : ', α ≠ 2β'
}
