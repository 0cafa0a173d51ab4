import { QuantityNotApplicableError } from '../../errors/quantity-not-applicable-error.js'
import type { SirQuantityDefinition } from '../definition/quantity.js'
import { percentileParameter } from '../definition/quantity-parameter.js'
import { rangeErrorBound } from '../formulas/estimation-bounds.js'

/** The root of the Cramér–Rao bound of a target's range that p % of the targets don't exceed. */
export const rangeError = {
  quantity: 'range-error',
  heading: 'range error',
  letter: 'ΔR',
  meaning: 'root of the Cramér–Rao bound of the range, which a share of the targets doesn’t exceed',
  term: () => 'Cramér–Rao bound of the range',
  label: ({ receiver }) => `range error of a ${receiver}`,
  title: ({ receiver }) => `percentile of the error of a ${receiver}’s range`,
  unit: () => 'm',
  services: ['sensing'],
  parameter: percentileParameter(50),
  functional: (percentile, { rmsBandwidth }) => {
    if (!(rmsBandwidth > 0))
      throw new QuantityNotApplicableError('range-error', 'rmsBandwidth (B) > 0', `${rmsBandwidth}`)
    return { kind: 'percentile', share: (100 - percentile) / 100, of: (sir) => rangeErrorBound(sir, rmsBandwidth) }
  },
  grows: false,
} as const satisfies SirQuantityDefinition
