/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { defineNetwork, type Network, type NetworkParameters } from '@isacnet/model'
import { gamma } from '@isacnet/special-functions'
import { describe, expect, it } from 'vitest'
import { sirLaw } from '../src/index.js'

interface Parameters extends Partial<NetworkParameters> {
  readonly diversityOrder?: number
  readonly echoGain?: number
  readonly clutterCoefficient?: number
}

interface Row extends Parameters {
  readonly service: 'communication' | 'sensing'
  readonly sensingClusters?: 'bs-centric' | 'target-centric'
  readonly thresholdDb: number
  readonly coverage: number
  /** Relative, as `densityError`. */
  readonly oracleError: number
  readonly density?: number
  readonly densityError?: number
}

const read = (file: string) => JSON.parse(readFileSync(new URL(`../golden/${file}.json`, import.meta.url), 'utf8'))
const law = read('law')
const tables = read('law-tables')
const decibels = (db: number): number => 10 ** (db / 10)
const relative = (value: number, expected: number): number => Math.abs(value / expected - 1)

/** A network with the diversity order, the echo gain and the clutter that a row says. */
const networkOf = ({ diversityOrder, echoGain = 1, clutterCoefficient = 0, ...row }: Parameters): Network => {
  const { usersPerCell: K = 1, communicationClusterSize: L = 1, pathLossExponent = 4, baseStationDensity = 1 } = row
  const { echoPathLossExponent = pathLossExponent / 2 } = row
  return defineNetwork({
    ...row,
    pathLossExponent,
    echoPathLossExponent,
    transmitAntennas: diversityOrder === undefined ? 4096 : diversityOrder + K * L - 1,
    receiveAntennas: 1,
    radarCrossSection: 1,
    matchedFilterGain: echoGain,
    clutterCrossSection: 1,
    clutterDensity:
      clutterCoefficient === 0 ? 0 : (clutterCoefficient * baseStationDensity) / gamma(1 - 1 / echoPathLossExponent),
  })
}

/** Only what the parameters of a network are. */
const parametersOf = ({
  service,
  sensingClusters,
  thresholdDb,
  coverage,
  oracleError,
  density,
  densityError,
  ...rest
}: Row) => rest

describe('the law of the SIR', () => {
  it('is that of an oracle by complex quadrature, to 1e-9, and knows how well', () => {
    const rows: readonly Row[] = law.rows
    expect(rows.length).toBeGreaterThanOrEqual(200)
    const laws = new Map<string, ReturnType<typeof sirLaw>>()
    const failures = rows.flatMap((row) => {
      const { service, sensingClusters, thresholdDb, coverage, oracleError, density, densityError = 0 } = row
      const key = JSON.stringify([service, sensingClusters, parametersOf(row)])
      const own = laws.get(key) ?? sirLaw(networkOf(parametersOf(row)), service, { sensingClusters })
      laws.set(key, own)
      const found = own.coverage(decibels(thresholdDb))
      const error = Math.abs(found.value - coverage)
      const good = error <= 1e-9 * coverage && error <= found.errorEstimate + 2 * (oracleError + 1e-14) * coverage
      const slope = density === undefined ? 0 : relative(own.density(decibels(thresholdDb)).value, density)
      return good && slope <= 1e-9 + 2 * densityError ? [] : [{ row, found, slope }]
    })
    expect(failures).toEqual([])
  })

  it('has the digits of mpmath at L = 1, the outage as well as the coverage', () => {
    for (const { thresholdDb, coverage, outage, density, ...row } of law.mpmath) {
      const own = sirLaw(networkOf(row), 'communication')
      const theta = decibels(thresholdDb)
      expect(relative(own.coverage(theta).value, Number(coverage))).toBeLessThan(3e-14)
      expect(relative(own.density(theta).value, Number(density))).toBeLessThan(3e-13)
      expect(relative(own.outage(theta).value, Number(outage)), JSON.stringify(row)).toBeLessThan(1e-9)
    }
    for (const { p, sirDb, ...row } of law.percentiles) {
      const { sir } = sirLaw(networkOf(row), 'communication').percentile(p)
      expect(Math.abs(10 * Math.log10(sir.value) - Number(sirDb))).toBeLessThan(1e-8)
    }
  })

  it('has the second moments of a double Cauchy integral', () => {
    for (const { thresholdDb, secondMoment, oracleError, ...row } of law.moments) {
      const { value, errorEstimate } = sirLaw(networkOf(row), 'communication').conditionalMoment(
        2,
        decibels(thresholdDb),
      )
      expect(Math.abs(value - secondMoment)).toBeLessThan(errorEstimate + 4 * (oracleError + 1e-13) * secondMoment)
    }
  })

  it('agrees with another program and with simulation', () => {
    for (const { thresholdDb, coverage, monteCarlo, abandonmentProbability, ...row } of tables.coverage) {
      const own = sirLaw(networkOf(row), 'communication', { abandonmentProbability }).coverage(
        decibels(thresholdDb),
      ).value
      expect(Math.abs(own - coverage), JSON.stringify(row)).toBeLessThan(1e-12)
      if (monteCarlo !== undefined) expect(Math.abs(own - monteCarlo)).toBeLessThan(4 * 1.1e-4)
    }
    for (const { sirDb, rate, abandonmentProbability, ...row } of tables.percentiles) {
      const own = sirLaw(networkOf(row), 'communication', { abandonmentProbability })
      const shares = [0.01, 0.05, 0.1, 0.5, 0.9]
      shares.forEach((p, i) => {
        expect(Math.abs(10 * Math.log10(own.percentile(p).sir.value) - sirDb[i])).toBeLessThan(1e-8)
      })
      expect(Math.abs(own.percentile(0.05).rate.value - rate)).toBeLessThan(1e-9)
    }
    for (const { coverage, monteCarlo, ...row } of tables.sensing) {
      const own = sirLaw(networkOf(row), 'sensing')
      for (const [i, db] of [-10, 0, 10, 20].entries()) {
        const { value } = own.coverage(decibels(db))
        expect(Math.abs(value - coverage[i])).toBeLessThan(1.5e-8)
        if (monteCarlo !== undefined) expect(Math.abs(value - monteCarlo[i])).toBeLessThan(4 * 1.1e-4)
      }
    }
    for (const { thresholdDb, first, second, monteCarlo, standardError, ...row } of tables.secondMoments) {
      const own = sirLaw(networkOf(row), 'communication')
      const moment = own.conditionalMoment(2, decibels(thresholdDb)).value
      expect(relative(own.conditionalMoment(1, decibels(thresholdDb)).value, first)).toBeLessThan(1e-11)
      expect(relative(moment, second)).toBeLessThan(1e-11)
      expect(Math.abs(moment - monteCarlo)).toBeLessThan(4 * standardError)
    }
  })
})
