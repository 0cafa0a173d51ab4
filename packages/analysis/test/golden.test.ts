import { readFileSync } from 'node:fs'
import { defineNetwork, type NetworkParameters } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { communicationRate, type Rate, sensingRate } from '../src/index.js'

interface Row extends Partial<NetworkParameters> {
  readonly echoGain?: number
  readonly noiseToPower?: number
  readonly clutterCoefficient?: number
  readonly diversityOrder?: number
  readonly quantity?: string
  readonly values: Readonly<Record<string, number>>
  readonly oracleError: Readonly<Record<string, number>>
}

const rows = (file: string): readonly Row[] =>
  JSON.parse(readFileSync(new URL(`../golden/${file}.json`, import.meta.url), 'utf8')).rows

/** The network of a row. Sensing rates don't depend on the antennas that the allocation would need. */
const networkOf = (row: Row): NetworkParameters => {
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

const rates: Readonly<Record<string, (network: NetworkParameters) => Rate>> = {
  exact: (network) => communicationRate(network),
  theorem1: (network) => communicationRate(network, { method: 'theorem-1' }),
  theorem2: (network) => communicationRate(network, { method: 'theorem-2' }),
  exactBsCentric: (network) => sensingRate(network),
  exactTargetCentric: (network) => sensingRate(network, { clusters: 'target-centric' }),
  noHole: (network) => sensingRate(network, { method: 'no-hole' }),
  theorem3: (network) => sensingRate(network, { method: 'theorem-3' }),
}

/** Rates promise 1e-8 over the box; the oracle's own error is below 1e-10. */
const tolerance = 1e-8

describe.each(['communication', 'sensing', 'extensions'])('%s', (file) => {
  const all = rows(file)

  it('has rows', () => {
    expect(all.length).toBeGreaterThanOrEqual(30)
  })

  it('agrees with the oracle, and knows how well', { timeout: 120_000 }, () => {
    const failures: string[] = []
    for (const row of all)
      for (const [quantity, expected] of Object.entries(row.values)) {
        const { value, errorEstimate } = rates[quantity]!(networkOf(row))
        const error = Math.abs(value - expected)
        const known = (row.oracleError[quantity]! + 1e-13) * expected
        const good = error <= tolerance * expected && error <= 2 * errorEstimate + known
        if (!good)
          failures.push(
            `${quantity} ${value} for ${expected}, error ${error}, estimate ${errorEstimate}: ${JSON.stringify(row)}`,
          )
      }
    expect(failures).toEqual([])
  })
})
