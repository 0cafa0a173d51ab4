/** The judgement of a statement. */
export type Verdict = 'holds' | 'holds approximately' | 'fails'

/** From the best to the worst. */
export const verdicts: readonly Verdict[] = ['holds', 'holds approximately', 'fails']

/** How far a measure may be from what is claimed, and why so far. */
export interface Thresholds {
  /** Up to here the statement holds. */
  readonly holds: number
  /** Up to here it holds approximately; beyond it fails. */
  readonly approximately: number
  /** Why these. */
  readonly reason: string
}

/**
 * The verdict on a deviation ≥ 0: whatever a statement is about, its check comes down to one number that is 0 when the statement is
 * exactly true.
 *
 * @example
 * verdictOf(0.04, { holds: 0.01, approximately: 0.05 }) // 'holds approximately'
 *
 * @throws {RangeError} for a deviation that is no number ≥ 0 (infinity is one): there is no verdict on NaN.
 */
export const verdictOf = (deviation: number, { holds, approximately }: Thresholds): Verdict => {
  if (!(deviation >= 0)) throw new RangeError(`a deviation must be a number ≥ 0, got ${deviation}`)
  if (deviation <= holds) return 'holds'
  return deviation <= approximately ? 'holds approximately' : 'fails'
}

/** The worst of some verdicts: of statements that are claimed together. */
export const worstVerdict = (found: readonly Verdict[]): Verdict => verdicts[Math.max(...found.map(rank))]!

/** The best of some verdicts: of readings, any of which may be meant. */
export const bestVerdict = (found: readonly Verdict[]): Verdict => verdicts[Math.min(...found.map(rank))]!

const rank = (verdict: Verdict): number => verdicts.indexOf(verdict)
