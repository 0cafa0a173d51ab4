import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestVerdict, verdictOf, verdicts, worstVerdict } from './verdict.js'

const thresholds = { holds: 0.1, approximately: 0.2, reason: 'a test' }

describe('a verdict', () => {
  it('follows from the deviation, with the thresholds included', () => {
    expect([0, 0.1, 0.1000001, 0.2, 0.2000001, Number.POSITIVE_INFINITY].map((d) => verdictOf(d, thresholds))).toEqual([
      'holds',
      'holds',
      'holds approximately',
      'holds approximately',
      'fails',
      'fails',
    ])
  })

  it('never gets better when the deviation grows', () => {
    const deviation = fc.double({ min: 0, noNaN: true })
    fc.assert(
      fc.property(deviation, deviation, (a, b) => {
        const [smaller, larger] = [Math.min(a, b), Math.max(a, b)]
        const rank = (d: number): number => verdicts.indexOf(verdictOf(d, thresholds))
        expect(rank(smaller)).toBeLessThanOrEqual(rank(larger))
      }),
    )
  })

  it('is refused where there is no number', () => {
    for (const nonsense of [Number.NaN, -1e-9]) expect(() => verdictOf(nonsense, thresholds)).toThrow(RangeError)
  })

  it('of several is the worst or the best of them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...verdicts), { minLength: 1 }), (found) => {
        expect(found).toContain(worstVerdict(found))
        expect(found).toContain(bestVerdict(found))
        for (const one of found) {
          expect(verdicts.indexOf(one)).toBeLessThanOrEqual(verdicts.indexOf(worstVerdict(found)))
          expect(verdicts.indexOf(one)).toBeGreaterThanOrEqual(verdicts.indexOf(bestVerdict(found)))
        }
      }),
    )
  })
})
