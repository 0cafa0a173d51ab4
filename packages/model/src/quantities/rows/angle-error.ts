import { QuantityNotApplicableError } from '../../errors/quantity-not-applicable-error.js'
import type { SirQuantityDefinition } from '../definition/quantity.js'
import { percentileParameter } from '../definition/quantity-parameter.js'
import { angleErrorBound } from '../formulas/estimation-bounds.js'

/** The root of the Cramér–Rao bound of a target's angle at broadside that p % of the targets don't exceed. */
export const angleError = {
  quantity: 'angle-error',
  heading: 'angle error',
  letter: 'Δθ',
  meaning: 'root of the Cramér–Rao bound of the angle at broadside, which a share of the targets doesn’t exceed',
  term: () => 'Cramér–Rao bound of the angle',
  label: ({ receiver }) => `angle error of a ${receiver}`,
  title: ({ receiver }) => `percentile of the error of a ${receiver}’s angle`,
  unit: () => '°',
  services: ['sensing'],
  parameter: percentileParameter(50),
  functional: (percentile, { receiveAntennas }) => {
    if (receiveAntennas < 2)
      throw new QuantityNotApplicableError('angle-error', 'receiveAntennas (M_r) ≥ 2', `${receiveAntennas}`)
    // The larger errors belong to the smaller SIRs.
    return {
      kind: 'percentile',
      share: (100 - percentile) / 100,
      of: (sir) => (angleErrorBound(sir, receiveAntennas) * 180) / Math.PI,
    }
  },
  grows: false,
} as const satisfies SirQuantityDefinition
