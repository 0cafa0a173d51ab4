import { csvText } from '@isacnet/drawing'
import type { AuditDocument } from './audit-document.js'

const header = [
  'claim',
  'title',
  'verdict',
  'reading',
  'reading_verdict',
  'check',
  'check_verdict',
  'measure',
  'deviation',
  'holds_up_to',
  'approximately_up_to',
  'finding',
]

/**
 * The checks of an audit as CSV (RFC 4180), one row each; a deviation without a number is infinite.
 *
 * @example
 * const document = auditDocument([], { version: '1.0.0', commit: null, seed: 1, trials: 4096 })
 * auditCsv(document).split(',').slice(0, 3) // ['claim', 'title', 'verdict']
 */
export const auditCsv = ({ claims }: AuditDocument): string =>
  csvText([
    header,
    ...claims.flatMap(({ id, title, verdict, readings }) =>
      readings.flatMap((reading) =>
        reading.checks.map((check) => [
          id,
          title,
          verdict,
          reading.name,
          reading.verdict,
          check.statement,
          check.verdict,
          check.measure,
          check.deviation,
          check.thresholds.holds,
          check.thresholds.approximately,
          check.finding,
        ]),
      ),
    ),
  ])
