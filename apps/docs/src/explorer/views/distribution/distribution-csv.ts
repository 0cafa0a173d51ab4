import { csvText } from '@isacnet/drawing'
import type { CoverageCurve } from '../../workers/distribution/distribution.js'

/** Curves as CSV (RFC 4180), numbers in full precision. */
export const distributionCsv = (curves: readonly CoverageCurve[]): string =>
  csvText([
    ['service', 'method', 'threshold_db', 'coverage'],
    ...curves.flatMap(({ service, method, points }) =>
      points.flatMap(({ x, y }) => (Number.isFinite(y) ? [[service, method, x, y]] : [])),
    ),
  ])
