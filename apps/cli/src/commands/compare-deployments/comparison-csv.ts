import { csvText } from '@isacnet/drawing'
import { services } from '@isacnet/model'
import type { CompareDeploymentsDocument } from './compare-deployments-schema.js'

/** Both coverage curves as CSV (RFC 4180), one row for each service and threshold, in full precision. */
export const comparisonCsv = (document: CompareDeploymentsDocument): string =>
  csvText([
    ['service', 'method', 'threshold_db', 'theorem', 'deployment', 'standard_error', 'common_gap_db'],
    ...services.flatMap(({ service }) => {
      const { method, coverage, common } = document[service]
      return coverage.map(({ thresholdDb, theorem, probability, standardError }) => [
        service,
        method,
        thresholdDb,
        theorem,
        probability,
        standardError,
        common?.gapDb ?? null,
      ])
    }),
  ])
