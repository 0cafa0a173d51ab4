import { sirLaw } from '@isacnet/analysis'
import { byService, defineNetwork, IsacnetError, type SensingClusters, type Service, services } from '@isacnet/model'
import { coverageThresholdsDb } from '@isacnet/simulation'
import type { ExplorerParameter } from '../../state/parameters/explorer-parameters.js'
import { type NetworkRates, networkRatesSteps } from '../theorems/sweep.js'
import { greatestThresholdDb } from './simulation-report.js'

/** A network whose simulation is to be compared. */
export interface ExpectedRequest {
  readonly values: Readonly<Record<ExplorerParameter, number>>
  readonly clusters: SensingClusters
  /** Whether requests are counted, as theorems don't. */
  readonly wholeNetworks: boolean
}

/** P(SIR > θ) by the exact law, by ascending thresholds in dB. */
type ExpectedCoverage = readonly { readonly thresholdDb: number; readonly coverage: number }[]

/** The theorems' values of a network that is simulated. */
export interface Expected {
  /** By the exact method, the one that counts requests where they are counted, and the one that the paper prints. */
  readonly rates: NetworkRates
  /** Empty where there is no exact law, and before it is known. */
  readonly coverage: Readonly<Record<Service, ExpectedCoverage>>
}

const rateTolerance = 1e-9
const lawTolerance = 1e-6

/**
 * The rates first, then the law, in steps as short as a value.
 *
 * @throws {InvalidParameterError | InfeasibleAllocationError} as `defineNetwork` does.
 */
export function* expectedSteps({
  values,
  clusters,
  wholeNetworks,
}: ExpectedRequest): Generator<Expected | undefined, Expected> {
  const network = defineNetwork(values)
  const methods = ['exact', ...(wholeNetworks ? ['actual-requests'] : []), 'theorem-1', 'theorem-3']
  const rates = yield* networkRatesSteps({ values, clusters, relativeTolerance: rateTolerance, methods })
  const coverage: Record<Service, ExpectedCoverage> = byService(() => [])
  yield { rates, coverage }
  for (const { service } of services)
    try {
      const law = sirLaw(network, service, { sensingClusters: clusters, relativeTolerance: lawTolerance })
      const found = []
      for (const thresholdDb of coverageThresholdsDb.filter((threshold) => threshold <= greatestThresholdDb)) {
        found.push({ thresholdDb, coverage: law.coverage(10 ** (thresholdDb / 10)).value })
        yield
      }
      coverage[service] = found
    } catch (error) {
      // Then there is nothing to compare with: the rates say why.
      if (!(error instanceof IsacnetError)) throw error
    }
  return { rates, coverage }
}
