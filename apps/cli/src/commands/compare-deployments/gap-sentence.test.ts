import { expect, it } from 'vitest'
import { gapSentence } from './gap-sentence.js'

it('says whether one gap explains a curve', () => {
  expect(gapSentence('user', { gapDb: 3.44, largestError: 0.0123, thresholdDb: 4 })).toBe(
    'Users are served as in a random network of the same density whose SIR is 3.4 dB better: that explains the whole curve, to 1.2 % of the users.',
  )
  expect(gapSentence('target', { gapDb: -1.26, largestError: 0.09, thresholdDb: -4 })).toBe(
    'Targets are served as in a random network of the same density whose SIR is 1.3 dB worse, but that explains the curve only to 9 % of the targets (at −4 dB).',
  )
  expect(gapSentence('user', { gapDb: 0.04, largestError: 0.002, thresholdDb: 4 })).toMatch(
    /^Users are served as in a random network of the same density: that explains/,
  )
  expect(gapSentence('user', undefined)).toMatch(/^No threshold tells users/)
})
