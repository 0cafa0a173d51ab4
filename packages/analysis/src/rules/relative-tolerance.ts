import { numberThat } from '@isacnet/model'

/** Relative tolerance of rates when none is given. */
export const defaultRelativeTolerance = 1e-9

/**
 * Refuses a relative tolerance of rates that is not permitted.
 *
 * @example
 * aRelativeTolerance('relativeTolerance', 0.5) // throws 'relativeTolerance must be a number in [1e-12, 1e-2], got 0.5'
 */
export const aRelativeTolerance = numberThat(
  'a number in [1e-12, 1e-2]',
  (tolerance) => tolerance >= 1e-12 && tolerance <= 1e-2,
)
