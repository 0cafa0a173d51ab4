import { numberThat } from '@isacnet/model'

/** What the level of a confidence interval may be. */
export const aConfidence = numberThat('between 0 and 1', (level) => level > 0 && level < 1)
