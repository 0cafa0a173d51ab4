import type { Evidence } from './evidence.js'
import { type Thresholds, type Verdict, verdictOf } from './verdict.js'

/** A statement that was checked, with the number that decided. */
export interface Check {
  readonly statement: string
  /** The meaning of the deviation, in words. */
  readonly measure: string
  /** 0 when the statement is exactly true; `null` stands for infinity, which JSON doesn't have. */
  readonly deviation: number | null
  readonly thresholds: Thresholds
  readonly verdict: Verdict
  /** The result with its numbers; and why, where the statement doesn't hold. */
  readonly finding: string
  readonly evidence: readonly Evidence[]
}

/** The parts of a check. */
export interface CheckInput {
  readonly statement: string
  readonly measure: string
  readonly deviation: number
  readonly thresholds: Thresholds
  /** With numbers. */
  readonly found: string
  /** Said in addition where the statement doesn't hold. */
  readonly why?: string
  readonly evidence?: readonly Evidence[]
}

/** A check with its verdict, which follows from the deviation alone. */
export const check = ({ statement, measure, deviation, thresholds, found, why, evidence = [] }: CheckInput): Check => {
  const verdict = verdictOf(deviation, thresholds)
  return {
    statement,
    measure,
    deviation: Number.isFinite(deviation) ? deviation : null,
    thresholds,
    verdict,
    finding: why === undefined || verdict === 'holds' ? found : `${found} ${why}`,
    evidence,
  }
}
