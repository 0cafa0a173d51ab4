import type { AuditTools } from '../evidence/audit-tools.js'
import type { Check } from '../evidence/check.js'
import type { Verdict } from '../evidence/verdict.js'

/** One way to read a claim: its parameters are settled. */
export interface Reading {
  readonly name: string
  /** Computes the statements of the claim; all of them are claimed. */
  readonly examine: (tools: AuditTools) => Promise<readonly Check[]>
}

/** A claim of the paper as code. */
export interface Claim {
  /** `C1`, `C2` … */
  readonly id: string
  readonly title: string
  /** The paper's statement. */
  readonly statement: string
  /** Where it says so. */
  readonly source: string
  readonly parameters: string
  /** The figure that shows it, such as `fig7`. */
  readonly figure?: string
  /** More than one where the paper is ambiguous. */
  readonly readings: readonly Reading[]
}

export interface ReadingFinding {
  readonly name: string
  /** The worst of its checks. */
  readonly verdict: Verdict
  readonly checks: readonly Check[]
}

/** The finding on a claim. */
export interface ClaimFinding {
  readonly id: string
  readonly title: string
  readonly statement: string
  readonly source: string
  readonly parameters: string
  readonly figure: string | null
  /** The best of its readings: where the paper is ambiguous, it is taken at its best. */
  readonly verdict: Verdict
  /** The reading that has this verdict, the first of several. */
  readonly decidedBy: string
  /** The explanation by that reading, with the numbers. */
  readonly explanation: string
  /** The two ways to the numbers, such as `exact, gain-law simulation`. */
  readonly methods: readonly string[]
  /** Whether theory and simulation agree wherever both exist; `null` where they nowhere do. */
  readonly waysAgree: boolean | null
  readonly readings: readonly ReadingFinding[]
}
