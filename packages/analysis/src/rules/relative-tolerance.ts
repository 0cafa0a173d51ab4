import { numberThat } from '@isacnet/model'

/** Relative tolerance of rates when none is given. */
export const defaultRelativeTolerance = 1e-9

/** What a relative tolerance of rates may be. */
export const aRelativeTolerance = numberThat(
  'a number in [1e-12, 1e-2]',
  (tolerance) => tolerance >= 1e-12 && tolerance <= 1e-2,
)
