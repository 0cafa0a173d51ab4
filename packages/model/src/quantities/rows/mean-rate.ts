import { rateUnit } from '../definition/information-unit.js'
import type { RateQuantityDefinition } from '../definition/quantity.js'

/** R_c or R_s: what a user or a target gets on average. */
export const meanRate = {
  quantity: 'rate',
  heading: 'rate',
  letter: 'R',
  meaning: 'R_c per user or R_s per target',
  term: ({ service }) => (service === 'communication' ? 'data rate' : 'radar information rate'),
  label: ({ receiver }) => `rate of a ${receiver}`,
  title: ({ receiver }) => `average rate of a ${receiver}`,
  unit: rateUnit,
  services: ['communication', 'sensing'],
  fromRate: (_service, _network, rate) => rate,
} as const satisfies RateQuantityDefinition
