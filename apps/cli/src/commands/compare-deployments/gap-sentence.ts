import type { CommonGap } from '@isacnet/analysis'

/** Probabilities that are off by less are the same to a planner. */
const explained = 0.015

/** Says what a gap means, in one sentence for people. */
export const gapSentence = (receiver: string, common: CommonGap | undefined): string => {
  if (common === undefined) return `No threshold tells ${receiver}s of this network from those of a random one.`
  const { gapDb, largestError, thresholdDb } = common
  const size = Math.abs(gapDb).toFixed(1)
  const better =
    size === '0.0'
      ? `${capital(receiver)}s are served as in a random network of the same density`
      : `${capital(receiver)}s are served as in a random network of the same density whose SIR is ${size} dB ${gapDb > 0 ? 'better' : 'worse'}`
  const share = `${Number((100 * largestError).toPrecision(2))} %`
  return largestError <= explained
    ? `${better}: that explains the whole curve, to ${share} of the ${receiver}s.`
    : `${better}, but that explains the curve only to ${share} of the ${receiver}s (at ${String(thresholdDb).replace('-', '−')} dB).`
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
