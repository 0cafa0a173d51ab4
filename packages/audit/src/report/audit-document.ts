import type { Seed } from '@isacnet/model'
import type { ClaimFinding } from '../claims/claim.js'
import { type Verdict, verdicts } from '../evidence/verdict.js'

/** The origin of an audit's numbers. */
export interface AuditProvenance {
  readonly version: string
  readonly commit: string | null
  readonly seed: Seed
  readonly trials: number
}

/** An audit as one JSON document; the README says what each member is. */
export interface AuditDocument {
  readonly format: 'isacnet-audit'
  readonly formatVersion: 2
  readonly isacnet: { readonly version: string; readonly commit: string | null }
  readonly simulation: { readonly seed: Seed; readonly trials: number }
  readonly summary: Readonly<Record<Verdict, number>>
  readonly claims: readonly ClaimFinding[]
}

/**
 * The findings of an audit with a summary of their verdicts, as plain data.
 *
 * @example
 * auditDocument([], { version: '1.0.0', commit: null, seed: 1, trials: 4096 }).summary // { holds: 0, 'holds approximately': 0, fails: 0 }
 */
export const auditDocument = (
  findings: readonly ClaimFinding[],
  { version, commit, seed, trials }: AuditProvenance,
): AuditDocument => ({
  format: 'isacnet-audit',
  formatVersion: 2,
  isacnet: { version, commit },
  simulation: { seed, trials },
  summary: Object.fromEntries(
    verdicts.map((verdict) => [verdict, findings.filter((finding) => finding.verdict === verdict).length]),
  ) as Record<Verdict, number>,
  claims: findings,
})
