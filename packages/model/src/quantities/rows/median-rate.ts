import { rateUnit } from '../definition/information-unit.js'
import type { SirQuantityDefinition } from '../definition/quantity.js'

/** The rate that half of the receivers reach. */
export const medianRate = {
  quantity: 'median-rate',
  heading: 'median rate',
  letter: 'm',
  meaning: 'rate that half of the receivers reach',
  term: ({ service }) => (service === 'communication' ? 'median data rate' : 'median information rate'),
  label: ({ receiver }) => `median rate of a ${receiver}`,
  title: ({ receiver }) => `median rate of a ${receiver}`,
  unit: rateUnit,
  services: ['communication', 'sensing'],
  functional: () => ({ kind: 'percentile', share: 0.5, of: Math.log1p }),
  grows: true,
} as const satisfies SirQuantityDefinition
