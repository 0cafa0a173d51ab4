import type { SirQuantityDefinition } from '../definition/quantity.js'
import { coverage } from './coverage.js'

/** How many receivers of a square kilometre have an SIR beyond a threshold. */
export const coveredDensity = {
  ...coverage,
  quantity: 'covered-density',
  heading: 'covered',
  letter: 'N',
  meaning: 'receivers whose SIR exceeds a threshold, per km²',
  term: ({ receiver }) => `density of covered ${receiver}s`,
  label: ({ receiver }) => `covered ${receiver}s`,
  title: ({ receiver }) => `covered ${receiver}s per km²`,
  unit: () => '/km²',
  perArea: true,
} as const satisfies SirQuantityDefinition
