import { numberThat } from '@isacnet/model'

/**
 * Refuses a level of a confidence interval that is not permitted.
 *
 * @example
 * aConfidence('confidence', 95) // throws 'confidence must be between 0 and 1, got 95'
 */
export const aConfidence = numberThat('between 0 and 1', (level) => level > 0 && level < 1)
