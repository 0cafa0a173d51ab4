import { rateUnit } from '../definition/information-unit.js'
import type { SirQuantityDefinition } from '../definition/quantity.js'
import { percentileParameter } from '../definition/quantity-parameter.js'

/** The rate ln(1 + SIR) that p % of the receivers don't reach: who is served badly. */
export const percentileRate = {
  quantity: 'percentile-rate',
  heading: 'rate of the worst',
  letter: 'r',
  meaning: 'rate that a share of the receivers doesn’t reach',
  term: ({ service }) =>
    service === 'communication' ? 'percentile of the data rate' : 'percentile of the information rate',
  label: ({ receiver }) => `percentile of a ${receiver}’s rate`,
  title: ({ receiver }) => `percentile of the rate of a ${receiver}`,
  unit: rateUnit,
  services: ['communication', 'sensing'],
  parameter: percentileParameter(5),
  functional: (percentile) => ({ kind: 'percentile', share: percentile / 100, of: Math.log1p }),
  grows: true,
} as const satisfies SirQuantityDefinition
